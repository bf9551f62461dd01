import { IconMap2 } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';

/** For officers and managers: which ecosystems cover which programme parts. */
export const mapPlace: Place = {
  id: 'map',
  roles: ['officer', 'manager', 'operator'],
  to: '/map',
  icon: IconMap2,
  order: 31,
  key: 'v',
};

const map = createRoute({
  getParentRoute: () => rootRoute,
  path: '/map',
  validateSearch: ({ compare }: Record<string, unknown>): { compare?: string } =>
    typeof compare === 'string' && /^[0-9a-f-]{36}$/.test(compare) ? { compare } : {},
  component: lazyRouteComponent(() => import('./map-page.js'), 'MapPage'),
});

const cell = createRoute({
  getParentRoute: () => rootRoute,
  path: '/map/$ecosystem/$part',
  component: lazyRouteComponent(() => import('./cell-page.js'), 'CellPage'),
});

export const mapRoutes = [map, cell] as const;
