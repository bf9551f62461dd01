import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Coverage = components['schemas']['CoverageResponse'];
export type CoverageCell = components['schemas']['CoverageCellResponse'];
export type CoverageList = components['schemas']['CoverageListResponse'];

/** The language the service knows of those a reader may choose. */
export function useServedLanguage(): 'it' | 'en' {
  return useTranslation().i18n.language.startsWith('it') ? 'it' : 'en';
}

/** The matrix; while another date is compared with, the last one stays. */
export function useCoverage(compare: string | undefined) {
  const lang = useServedLanguage();
  return useQuery({
    queryKey: ['coverage', lang, compare],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(
        api.GET('/api/v1/insights/coverage', {
          params: { query: { lang, ...(compare === undefined ? {} : { compare }) } },
        }),
      ),
  });
}

/** Who and what stands behind one cell. */
export function useCell(ecosystem: string, part: string) {
  const lang = useServedLanguage();
  return useQuery({
    queryKey: ['coverage', 'cell', lang, ecosystem, part],
    queryFn: () =>
      answered(api.GET('/api/v1/insights/coverage/cell', { params: { query: { lang, ecosystem, part } } })),
  });
}

/** The matrix in words; asked for when it is wanted. */
export function useAnnex(isWanted: boolean) {
  const lang = useServedLanguage();
  return useQuery({
    queryKey: ['coverage', 'annex', lang],
    enabled: isWanted,
    queryFn: () => answered(api.GET('/api/v1/insights/coverage/annex', { params: { query: { lang } } })),
  });
}
