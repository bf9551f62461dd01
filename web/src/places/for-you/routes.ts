import { IconSparkles } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** The calls that fit one's organisation, for whoever has four minutes. */
export const forYouPlace: Place = {
  id: 'for-you',
  roles: ['member', 'editor', 'committer'],
  to: '/for-you',
  icon: IconSparkles,
  order: 10,
  key: 'f',
};

const forYou = createRoute({
  getParentRoute: () => rootRoute,
  path: '/for-you',
  validateSearch: ({ organisation }: Record<string, unknown>): { organisation?: string } =>
    typeof organisation === 'string' && organisation !== '' ? { organisation } : {},
  component: lazyRouteComponent(() => import('./for-you-page.js'), 'ForYouPage'),
});

export const forYouRoutes = [forYou] as const;
