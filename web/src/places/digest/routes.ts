import { IconMail } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** What members are told each week: what went, and what would go. */
export const digestPlace: Place = {
  id: 'digest',
  roles: ['officer', 'operator'],
  to: '/mailbox',
  icon: IconMail,
  order: 28,
  key: null,
};

const mailbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('./mailbox-page.js'), 'MailboxPage'),
});

const subscription = createRoute({
  getParentRoute: () => rootRoute,
  path: '/subscriptions',
  component: lazyRouteComponent(() => import('./subscription-page.js'), 'SubscriptionPage'),
});

const answer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/digest/answer',
  component: lazyRouteComponent(() => import('./answer-page.js'), 'AnswerPage'),
});

/** The mailbox, and where the links of a digest lead. */
export const digestRoutes = [mailbox, subscription, answer] as const;
