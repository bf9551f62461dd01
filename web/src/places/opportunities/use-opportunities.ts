import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';
import { toQuery, type OpportunitiesSearch } from './opportunities-search.js';

export type FoundPage = components['schemas']['OpportunityPage'];
export type FoundCall = components['schemas']['FoundOpportunityResponse'];
type Query = NonNullable<paths['/api/v1/opportunities']['get']['parameters']['query']>;

/** The list, page by page; while another is on its way, the one before stays. */
export function useOpportunities(search: OpportunitiesSearch) {
  return useInfiniteQuery({
    queryKey: ['opportunities', search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/opportunities', {
          params: {
            query: { ...toQuery(search), ...(pageParam === null ? {} : { after: pageParam }) } as Query,
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** Where the whole list is as a table. */
export function tableAddress(search: OpportunitiesSearch): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(toQuery(search)))
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  return `/api/v1/opportunities.csv?${query.toString()}`;
}
