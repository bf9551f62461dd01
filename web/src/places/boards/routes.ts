import { IconUsersGroup } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';
import { toBoardsSearch } from './boards-search.js';

/** For officers: consortia being put together. */
export const boardsPlace: Place = {
  id: 'boards',
  roles: ['officer', 'manager'],
  to: '/consortia',
  icon: IconUsersGroup,
  order: 21,
  key: 'c',
};

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consortia',
  validateSearch: toBoardsSearch,
  component: lazyRouteComponent(() => import('./boards-page.js'), 'BoardsPage'),
});

const board = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consortia/$id',
  component: lazyRouteComponent(() => import('./board-page.js'), 'BoardPage'),
});

const check = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consortia/$id/check',
  component: lazyRouteComponent(() => import('./check-page.js'), 'CheckPage'),
});

export const boardsRoutes = [list, board, check] as const;
