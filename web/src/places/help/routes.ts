import { IconHelpCircle } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** Words in plain language, and what a figure means. */
export const helpPlace: Place = {
  id: 'help',
  roles: [
    'signed-in',
    'member',
    'editor',
    'committer',
    'officer',
    'manager',
    'regional-reader',
    'association-reader',
    'operator',
  ],
  to: '/help',
  icon: IconHelpCircle,
  order: 90,
  key: 'h',
};

const help = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  component: lazyRouteComponent(() => import('./help-page.js'), 'HelpPage'),
});

const figures = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help/figures',
  component: lazyRouteComponent(() => import('./figures-page.js'), 'FiguresPage'),
});

const accessibility = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help/accessibility',
  component: lazyRouteComponent(() => import('./accessibility-page.js'), 'AccessibilityPage'),
});

export const helpRoutes = [help, figures, accessibility] as const;
