import { IconMessages } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';
import { toNewRequestSearch } from './new-request-search.js';

/** Requests from one organisation to another: sent, received, talked about; for officers all of their members'. */
export const requestsPlace: Place = {
  id: 'requests',
  roles: ['member', 'officer', 'manager'],
  to: '/introductions',
  icon: IconMessages,
  order: 13,
  key: 'q',
};

const requests = createRoute({
  getParentRoute: () => rootRoute,
  path: '/introductions',
  component: lazyRouteComponent(() => import('./requests-page.js'), 'RequestsPage'),
});

const newRequest = createRoute({
  getParentRoute: () => rootRoute,
  path: '/introductions/new',
  validateSearch: (search) => toNewRequestSearch(search),
  component: lazyRouteComponent(() => import('./new-request-page.js'), 'NewRequestPage'),
});

const answer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/introductions/answer',
  component: lazyRouteComponent(() => import('./answer-page.js'), 'RequestAnswerPage'),
});

const request = createRoute({
  getParentRoute: () => rootRoute,
  path: '/introductions/$id',
  component: lazyRouteComponent(() => import('./request-page.js'), 'RequestPage'),
});

/** The list, a new one, where the links of mails lead, and one request. */
export const requestsRoutes = [requests, newRequest, answer, request] as const;
