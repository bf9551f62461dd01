import { IconBuildingCommunity } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** For a cluster's staff: how it looks, what leaves it, who works in it. */
export const clusterPlace: Place = {
  id: 'cluster',
  roles: ['officer', 'manager'],
  to: '/cluster',
  icon: IconBuildingCommunity,
  order: 29,
  key: null,
};

const cluster = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cluster',
  component: lazyRouteComponent(() => import('./cluster-page.js'), 'ClusterPage'),
});

const webhooks = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cluster/webhooks',
  component: lazyRouteComponent(() => import('./webhooks-page.js'), 'WebhooksPage'),
});

export const clusterRoutes = [cluster, webhooks] as const;
