import { IconActivity } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** For whoever runs the service: is it well, and how old are its data. */
export const operationsPlace: Place = {
  id: 'operations',
  roles: ['operator'],
  to: '/operations',
  icon: IconActivity,
  order: 40,
  key: 's',
};

const operations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('./operations-page.js'), 'OperationsPage'),
});

export const operationsRoutes = [operations] as const;
