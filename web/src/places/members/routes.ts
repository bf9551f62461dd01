import { IconUsersGroup } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';
import { toMembersSearch } from './members-search.js';

/** For officers: who belongs to the cluster, and what to do next for each. */
export const membersPlace: Place = {
  id: 'members',
  roles: ['officer', 'operator'],
  to: '/members',
  icon: IconUsersGroup,
  order: 22,
  key: 'm',
};

const members = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members',
  validateSearch: toMembersSearch,
  component: lazyRouteComponent(() => import('./members-page.js'), 'MembersPage'),
});

const invitations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/invitations',
  component: lazyRouteComponent(() => import('./invitations-page.js'), 'InvitationsPage'),
});

const merges = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/merges',
  component: lazyRouteComponent(() => import('./merges-page.js'), 'MergesPage'),
});

const member = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/$reference',
  component: lazyRouteComponent(() => import('./member-page.js'), 'MemberPage'),
});

export const membersRoutes = [members, invitations, merges, member] as const;
