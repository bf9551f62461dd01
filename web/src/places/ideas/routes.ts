import { IconBulb } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** Find with whom: paste an idea, or start from a call. */
export const ideasPlace: Place = {
  id: 'ideas',
  roles: ['member', 'editor', 'committer', 'officer', 'operator'],
  to: '/ideas',
  icon: IconBulb,
  order: 12,
  key: 'i',
};

const ideas = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ideas',
  validateSearch: ({ call }: Record<string, unknown>): { call?: string } =>
    typeof call === 'string' && call !== '' ? { call } : {},
  component: lazyRouteComponent(() => import('./ideas-page.js'), 'IdeasPage'),
});

export const ideasRoutes = [ideas] as const;
