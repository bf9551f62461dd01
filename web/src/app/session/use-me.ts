import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import type { Role } from '../place.js';

/** Who looks at the page: a person, the officer of an open demonstration, or nobody (`null`). */
export type Me = Omit<components['schemas']['MeResponse'], 'roles'> & { readonly roles: readonly Role[] };

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async (): Promise<Me | null> => {
    try {
      const me = await answered(api.GET('/api/v1/me'));
      return { ...me, roles: me.roles as readonly Role[] };
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }
  },
});

/** Who looks at the page; null where nobody has signed in. */
export function useMe(): Me | null {
  return useSuspenseQuery(meQuery).data;
}

/** Whether somebody has one of these roles; nobody's role is `anonymous`. */
export function hasRole(me: Me | null, roles: readonly Role[]): boolean {
  return (me?.roles ?? ['anonymous' as const]).some((role) => roles.includes(role));
}

/** The officer that an open demonstration takes for whoever has not signed in. */
export const isDemonstrationOfficer = (me: Me | null): boolean => me !== null && me.id === null;
