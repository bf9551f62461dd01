import { IconArmchair } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** For members: seats in consortia that they were offered; for guests: the one that a link leads to. */
export const seatsPlace: Place = {
  id: 'seats',
  roles: ['member', 'editor', 'committer'],
  to: '/seats',
  icon: IconArmchair,
  order: 14,
  key: 't',
};

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/seats',
  component: lazyRouteComponent(() => import('./seats-page.js'), 'SeatsPage'),
});

const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/seats/$id',
  component: lazyRouteComponent(() => import('./seat-page.js'), 'SeatPage'),
});

const guest = createRoute({
  getParentRoute: () => rootRoute,
  path: '/guest',
  component: lazyRouteComponent(() => import('./guest-page.js'), 'GuestPage'),
});

export const seatsRoutes = [list, one, guest] as const;
