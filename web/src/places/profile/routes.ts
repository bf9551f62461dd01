import { IconBuildingFactory2 } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** One's own organisation: what is known of it, what it can do; and others, as far as one may see them. */
export const profilePlace: Place = {
  id: 'profile',
  roles: ['member', 'editor', 'committer'],
  to: '/profile',
  icon: IconBuildingFactory2,
  order: 15,
  key: 'p',
};

const own = createRoute({
  getParentRoute: () => rootRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./profile-page.js'), 'ProfilePage'),
});

const sharing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/profile/sharing',
  component: lazyRouteComponent(() => import('./sharing-page.js'), 'SharingPage'),
});

const other = createRoute({
  getParentRoute: () => rootRoute,
  path: '/organisations/$reference',
  component: lazyRouteComponent(() => import('./organisation-page.js'), 'OrganisationPage'),
});

export const profileRoutes = [own, sharing, other] as const;
