import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { asServed } from '../../parts/format/as-served.js';
import type { MembersSearch } from './members-search.js';

export type Members = components['schemas']['MembersResponse'];
export type MemberRow = components['schemas']['MemberRowResponse'];
export type Member = components['schemas']['MemberPageResponse'];
export type Note = components['schemas']['MemberNoteResponse'];

const rowsPerPage = 100;

export function useMembers(search: MembersSearch) {
  const { i18n } = useTranslation();
  const lang = asServed(i18n.language);
  return useInfiniteQuery({
    queryKey: ['members', lang, search],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => {
      const page = { limit: rowsPerPage, ...(pageParam === undefined ? {} : { after: pageParam }) };
      const query = { sort: 'name', ...search, lang, ...page } as const;
      return answered(api.GET('/api/v1/insights/members', { params: { query } }));
    },
    getNextPageParam: ({ next }: Members) => next ?? undefined,
  });
}

export function useMember(reference: string) {
  const { i18n } = useTranslation();
  const lang = asServed(i18n.language);
  return useQuery({
    queryKey: ['members', 'one', reference, lang],
    queryFn: () =>
      answered(
        api.GET('/api/v1/insights/members/{reference}', { params: { path: { reference }, query: { lang } } }),
      ),
  });
}

/** Where the table of a view can be fetched as a file. */
export function membersCsvAddress(search: MembersSearch, language: string): string {
  const query = new URLSearchParams({ lang: asServed(language) });
  for (const [name, value] of Object.entries(search)) query.set(name, String(value));
  return `/api/v1/insights/members.csv?${query.toString()}`;
}
