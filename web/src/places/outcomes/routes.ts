import { IconChartBar, IconLayoutDashboard } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** For managers and officers: the cluster in a dozen figures. */
export const overviewPlace: Place = {
  id: 'overview',
  roles: ['officer', 'manager'],
  to: '/overview',
  icon: IconLayoutDashboard,
  order: 30,
  key: 'w',
};

/** For managers and officers: what came of what was suggested, and who got the suggestions. */
export const outcomesPlace: Place = {
  id: 'outcomes',
  roles: ['officer', 'manager'],
  to: '/outcomes',
  icon: IconChartBar,
  order: 32,
  key: 'e',
};

const overview = createRoute({
  getParentRoute: () => rootRoute,
  path: '/overview',
  validateSearch: ({ month }: Record<string, unknown>): { month?: string } =>
    typeof month === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {},
  component: lazyRouteComponent(() => import('./overview-page.js'), 'OverviewPage'),
});

const outcomes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outcomes',
  validateSearch: ({ span }: Record<string, unknown>): { span?: 'year' } => (span === 'year' ? { span } : {}),
  component: lazyRouteComponent(() => import('./outcomes-page.js'), 'OutcomesPage'),
});

const fairness = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outcomes/fair-access',
  component: lazyRouteComponent(() => import('./fairness-page.js'), 'FairnessPage'),
});

export const outcomesRoutes = [overview, outcomes, fairness] as const;
