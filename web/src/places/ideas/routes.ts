import { IconBulb } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';
import { narrowingOf, searchOf, type PartnerSearch } from './partner-search.js';

/** Find with whom: paste an idea, or start from a call. */
export const ideasPlace: Place = {
  id: 'ideas',
  roles: ['member', 'editor', 'committer', 'officer', 'operator'],
  to: '/ideas',
  icon: IconBulb,
  order: 12,
  key: 'i',
};

/** What is looked at, and what partners for it are narrowed to: an address that can be shared. */
interface IdeasSearch extends PartnerSearch {
  call?: string;
  kept?: string;
}

const ideas = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ideas',
  validateSearch: ({ call, kept, ...raw }: Record<string, unknown>): IdeasSearch => ({
    ...searchOf(narrowingOf(raw)),
    ...(typeof call === 'string' && call !== '' ? { call } : {}),
    ...(typeof kept === 'string' && kept !== '' ? { kept } : {}),
  }),
  component: lazyRouteComponent(() => import('./ideas-page.js'), 'IdeasPage'),
});

const kept = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ideas/kept',
  component: lazyRouteComponent(() => import('./kept-ideas-page.js'), 'KeptIdeasPage'),
});

const same = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ideas/same',
  component: lazyRouteComponent(() => import('./same-ideas-page.js'), 'SameIdeasPage'),
});

export const ideasRoutes = [ideas, kept, same] as const;
