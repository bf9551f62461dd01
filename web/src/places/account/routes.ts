import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../../app/root-route.js';

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
});

const keys = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/keys',
  component: lazyRouteComponent(() => import('./api-keys-page.js'), 'ApiKeysPage'),
});

/** What one signs in with, and where one is signed in; reached from the menu under one's name. */
export const accountRoutes = [account, keys] as const;
