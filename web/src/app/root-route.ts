import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';

import type { Place } from './place.js';

/** What every page can count on. */
export interface RouterContext {
  readonly queryClient: QueryClient;
  readonly places: readonly Place[];
}

/** The parent of every page's route; how it looks is given by the router. */
export const rootRoute = createRootRouteWithContext<RouterContext>()();
