import { IconMail } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** What members are told each week: their choice, what went, and what would go. */
export const digestPlace: Place = {
  id: 'digest',
  roles: ['member', 'editor', 'committer', 'officer', 'operator'],
  to: '/digest',
  icon: IconMail,
  order: 28,
  key: 'd',
};

const digest = createRoute({
  getParentRoute: () => rootRoute,
  path: '/digest',
  component: lazyRouteComponent(() => import('./digest-page.js'), 'DigestPage'),
});

const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/digest/$id',
  component: lazyRouteComponent(() => import('./one-digest-page.js'), 'OneDigestPage'),
});

const preview = createRoute({
  getParentRoute: () => rootRoute,
  path: '/digest/preview/$reader',
  component: lazyRouteComponent(() => import('./preview-page.js'), 'PreviewPage'),
});

const sent = createRoute({
  getParentRoute: () => rootRoute,
  path: '/digest/sent',
  component: lazyRouteComponent(() => import('./sent-page.js'), 'SentPage'),
});

const deliveries = createRoute({
  getParentRoute: () => rootRoute,
  path: '/digest/deliveries',
  component: lazyRouteComponent(() => import('./deliveries-page.js'), 'DeliveriesPage'),
});

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

/** The choice, previews and history, the mailbox, and where the links of a digest lead. */
export const digestRoutes = [digest, one, preview, sent, deliveries, mailbox, subscription, answer] as const;
