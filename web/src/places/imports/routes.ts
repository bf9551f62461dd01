import { IconUpload } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import type { Place } from '../../app/place.js';
import { rootRoute } from '../../app/root-route.js';
import { toVerdictSearch } from './verdicts.js';

/** For officers: member lists taken in, looked at first, and taken back. */
export const importsPlace: Place = {
  id: 'imports',
  roles: ['officer', 'operator'],
  to: '/imports',
  icon: IconUpload,
  order: 24,
  key: 'u',
};

const imports = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports-page.js'), 'ImportsPage'),
});

const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/$id',
  validateSearch: toVerdictSearch,
  component: lazyRouteComponent(() => import('./import-page.js'), 'ImportPage'),
});

export const importsRoutes = [imports, one] as const;
