import { createRouter } from '@tanstack/react-router';

import { accountRoutes } from '../places/account/routes.js';
import { boardsPlace, boardsRoutes } from '../places/boards/routes.js';
import { clusterPlace, clusterRoutes } from '../places/cluster/routes.js';
import { digestPlace, digestRoutes } from '../places/digest/routes.js';
import { forYouPlace, forYouRoutes } from '../places/for-you/routes.js';
import { helpPlace, helpRoutes } from '../places/help/routes.js';
import { invitationRoutes } from '../places/invitation/routes.js';
import { interviewRoutes } from '../places/interview/routes.js';
import { ideasPlace, ideasRoutes } from '../places/ideas/routes.js';
import { mapPlace, mapRoutes } from '../places/map/routes.js';
import { operationsPlace, operationsRoutes } from '../places/operations/routes.js';
import { opportunitiesPlace, opportunitiesRoutes } from '../places/opportunities/routes.js';
import { outcomesPlace, outcomesRoutes, overviewPlace } from '../places/outcomes/routes.js';
import { profilePlace, profileRoutes } from '../places/profile/routes.js';
import { radarPlace, radarRoutes } from '../places/radar/routes.js';
import { seatsPlace, seatsRoutes } from '../places/seats/routes.js';
import { membersPlace, membersRoutes } from '../places/members/routes.js';
import { importsPlace, importsRoutes } from '../places/imports/routes.js';
import { requestsPlace, requestsRoutes } from '../places/requests/routes.js';
import { trailRoutes } from '../places/trail/routes.js';
import { welcomeRoutes } from '../places/welcome/routes.js';
import type { Place } from './place.js';
import { queryClient } from './query-client.js';
import { rootRoute } from './root-route.js';
import { Shell } from './shell/shell.js';
import { BrokenPage } from './shell/broken-page.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { PendingPage } from './shell/pending-page.js';

/** A place joins here: its entry of the navigation … */
const places: readonly Place[] = [
  importsPlace,
  membersPlace,
  radarPlace,
  boardsPlace,
  mapPlace,
  overviewPlace,
  outcomesPlace,
  forYouPlace,
  opportunitiesPlace,
  ideasPlace,
  requestsPlace,
  seatsPlace,
  profilePlace,
  digestPlace,
  clusterPlace,
  operationsPlace,
  helpPlace,
];

/** … and its pages. */
const routes = [
  ...welcomeRoutes,
  ...importsRoutes,
  ...membersRoutes,
  ...radarRoutes,
  ...boardsRoutes,
  ...mapRoutes,
  ...outcomesRoutes,
  ...accountRoutes,
  ...trailRoutes,
  ...invitationRoutes,
  ...forYouRoutes,
  ...opportunitiesRoutes,
  ...ideasRoutes,
  ...interviewRoutes,
  ...seatsRoutes,
  ...profileRoutes,
  ...requestsRoutes,
  ...digestRoutes,
  ...clusterRoutes,
  ...operationsRoutes,
  ...helpRoutes,
];

const routeTree = rootRoute.addChildren(routes).update({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
  pendingComponent: PendingPage,
});

export const router = createRouter({
  routeTree,
  context: { queryClient, places },
  defaultErrorComponent: BrokenPage,
  defaultPendingComponent: PendingPage,
  defaultPendingMs: 150,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
