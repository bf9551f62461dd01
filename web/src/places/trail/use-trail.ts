import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TrailSearch } from './trail-search.js';

export type Trail = components['schemas']['TrailResponse'];
export type TrailLine = components['schemas']['TrailLineResponse'];
export type TrailQuery = ReturnType<typeof useTrail>;

/** Whose trail a page shows. */
export type Whose = 'own' | 'cluster';

/** The lines of a trail, page by page, in the reader's language. */
export function useTrail(whose: Whose, search: TrailSearch, language: string) {
  return useInfiniteQuery({
    queryKey: ['trail', whose, search, language],
    queryFn: ({ pageParam }): Promise<Trail> => {
      const lang = language === 'it' ? ('it' as const) : ('en' as const);
      const { view, ...rest } = search;
      const page = { lang, ...(pageParam === null ? {} : { after: pageParam }) };
      if (whose === 'cluster')
        return answered(api.GET('/api/v1/cluster/trail', { params: { query: { ...rest, ...page } } }));
      const { from, to } = rest;
      const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      const query = { view: view ?? ('done' as const), ...days, ...page };
      return answered(api.GET('/api/v1/own-trail', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** Where the same stands as a table. */
export function trailCsvAddress(whose: Whose, search: TrailSearch, language: string): string {
  const query = new URLSearchParams({ ...search, lang: language === 'it' ? 'it' : 'en' });
  return `/api/v1/${whose === 'own' ? 'own-trail' : 'cluster/trail'}.csv?${query.toString()}`;
}
