import { IconListSearch } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';
import { toOpportunitiesSearch } from './opportunities-search.js';

/** Every call, pilot and window: to search, to narrow, to save. */
export const opportunitiesPlace: Place = {
  id: 'opportunities',
  roles: ['member', 'editor', 'committer', 'officer', 'operator'],
  to: '/opportunities',
  icon: IconListSearch,
  order: 11,
  key: 'o',
};

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/opportunities',
  validateSearch: (search) => toOpportunitiesSearch(search),
  component: lazyRouteComponent(() => import('./opportunities-page.js'), 'OpportunitiesPage'),
});

const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/opportunities/$reference',
  component: lazyRouteComponent(() => import('./opportunity-page.js'), 'OpportunityPage'),
});

const saved = createRoute({
  getParentRoute: () => rootRoute,
  path: '/saved',
  component: lazyRouteComponent(() => import('./saved-page.js'), 'SavedPage'),
});

export const opportunitiesRoutes = [list, one, saved] as const;
