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

const candidates = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consortia/$id/candidates',
  validateSearch: ({ seat }: Record<string, unknown>): { seat?: string } =>
    typeof seat === 'string' ? { seat } : {},
  component: lazyRouteComponent(() => import('./candidates-page.js'), 'CandidatesPage'),
});

const assembly = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consortia/$id/assembly',
  component: lazyRouteComponent(() => import('./assembly-page.js'), 'AssemblyPage'),
});

const ready = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consortia/$id/ready',
  component: lazyRouteComponent(() => import('./ready-page.js'), 'ReadyPage'),
});

export const boardsRoutes = [list, board, candidates, assembly, check, ready] as const;
