import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '../../app/root-route.js';

const interview = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/$reference/interview',
  component: lazyRouteComponent(() => import('./interview-page.js'), 'InterviewPage'),
});

const answer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/interview',
  component: lazyRouteComponent(() => import('./answer-page.js'), 'AnswerPage'),
});

/** An officer's talk with a member, and where the links of its mail lead. */
export const interviewRoutes = [interview, answer] as const;
