import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../../app/root-route.js';
import { toTrailSearch } from './trail-search.js';

const own = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/trail',
  validateSearch: toTrailSearch,
  component: lazyRouteComponent(() => import('./own-trail-page.js'), 'OwnTrailPage'),
});

const ofCluster = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cluster/trail',
  validateSearch: toTrailSearch,
  component: lazyRouteComponent(() => import('./cluster-trail-page.js'), 'ClusterTrailPage'),
});

/** What was done, for those it concerns; reached from the account's page, and from the cluster's. */
export const trailRoutes = [own, ofCluster] as const;
