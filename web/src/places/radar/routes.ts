import { IconRadar2 } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';
import { toRadarSearch } from './radar-search.js';

/** For officers: what is open against what the members can do. */
export const radarPlace: Place = {
  id: 'radar',
  roles: ['officer', 'operator'],
  to: '/radar',
  icon: IconRadar2,
  order: 20,
  key: 'r',
};

const radar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/radar',
  validateSearch: toRadarSearch,
  component: lazyRouteComponent(() => import('./radar-page.js'), 'RadarPage'),
});

const call = createRoute({
  getParentRoute: () => rootRoute,
  path: '/radar/calls/$reference',
  component: lazyRouteComponent(() => import('./radar-call-page.js'), 'RadarCallPage'),
});

const forUs = createRoute({
  getParentRoute: () => rootRoute,
  path: '/radar/for-us',
  component: lazyRouteComponent(() => import('./for-us-page.js'), 'ForUsPage'),
});

const newsletter = createRoute({
  getParentRoute: () => rootRoute,
  path: '/radar/newsletter',
  component: lazyRouteComponent(() => import('./newsletter-page.js'), 'NewsletterPage'),
});

const byHand = createRoute({
  getParentRoute: () => rootRoute,
  path: '/radar/by-hand',
  component: lazyRouteComponent(() => import('./by-hand-page.js'), 'ByHandPage'),
});

export const radarRoutes = [radar, call, forUs, newsletter, byHand] as const;
