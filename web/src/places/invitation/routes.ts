import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../../app/root-route.js';

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./invitation-page.js'), 'InvitationPage'),
});

const next = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/next',
  component: lazyRouteComponent(() => import('./next-page.js'), 'NextPage'),
});

const remove = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/remove',
  component: lazyRouteComponent(() => import('./remove-page.js'), 'RemovePage'),
});

const removeMe = createRoute({
  getParentRoute: () => rootRoute,
  path: '/remove-me',
  component: lazyRouteComponent(() => import('./remove-me-page.js'), 'RemoveMePage'),
});

const undo = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/undo',
  component: lazyRouteComponent(() => import('./undo-page.js'), 'UndoPage'),
});

const myData = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my-data',
  component: lazyRouteComponent(() => import('./my-data-page.js'), 'MyDataPage'),
});

const ask = createRoute({
  getParentRoute: () => rootRoute,
  path: '/claim',
  component: lazyRouteComponent(() => import('./ask-page.js'), 'AskPage'),
});

/** Where the links of our mails to people without an account lead, and what everybody may ask of their own data. */
export const invitationRoutes = [invitation, next, remove, removeMe, undo, myData, ask] as const;
