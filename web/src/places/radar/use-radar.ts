import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { asServed } from '../../parts/format/as-served.js';
import type { RadarSearch } from './radar-search.js';

export type Radar = components['schemas']['RadarResponse'];
export type RadarRow = components['schemas']['RadarRowResponse'];

/** Rows read at a time. */
const rowsPerPage = 50;

/** The radar, page after page; while another view is on its way the last one stays. */
export function useRadar(search: RadarSearch) {
  const { i18n } = useTranslation();
  const lang = asServed(i18n.language);
  return useInfiniteQuery({
    queryKey: ['radar', lang, search],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/insights/radar', {
          params: {
            query: {
              sort: 'fit',
              ...search,
              lang,
              limit: rowsPerPage,
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }: Radar) => next ?? undefined,
  });
}

/** Where the table of a view can be fetched as a file. */
export function radarCsvAddress(search: RadarSearch, language: string): string {
  const query = new URLSearchParams({ lang: asServed(language) });
  for (const [name, value] of Object.entries(search)) query.set(name, String(value));
  return `/api/v1/insights/radar.csv?${query.toString()}`;
}
