import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Outcomes = components['schemas']['OutcomeChainsResponse'];
export type OutcomePart = components['schemas']['OutcomePartResponse'];
export type StageCounts = components['schemas']['StageCountsResponse'];
export type Fairness = components['schemas']['FairnessResponse'];
export type BaselineMeasure = keyof Report['baselines'];
export type ExposedGroup = components['schemas']['ExposedGroupResponse'];
export type Report = components['schemas']['ManagementReportResponse'];
export type NewcomerShare = components['schemas']['NewcomerShareRequest'];

export const stages = ['suggested', 'asked', 'accepted', 'agreed', 'submitted', 'funded'] as const;

const useServedLanguage = (): 'it' | 'en' => (useTranslation().i18n.language.startsWith('it') ? 'it' : 'en');

/** What came of suggestions; while another span is asked for, the last one stays. */
export function useOutcomes(span: 'ever' | 'year') {
  const lang = useServedLanguage();
  return useQuery({
    queryKey: ['outcomes', lang, span],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/v1/insights/outcomes', { params: { query: { lang, span } } })),
  });
}

/** Boards that public data propose as funded, or that staff have not said the end of. */
export function useOutcomesAsked() {
  return useQuery({
    queryKey: ['consortia', 'outcomes'],
    queryFn: () => answered(api.GET('/api/v1/outcomes')),
  });
}

export function useFairness() {
  return useQuery({
    queryKey: ['fairness'],
    queryFn: () => answered(api.GET('/api/v1/insights/fairness')),
  });
}

/** Ten members get so much of all suggestions that somebody should look. */
export const isAlert = ({ concentration, concentrationAlert }: Fairness): boolean =>
  concentration !== null && concentrationAlert !== null && concentration > concentrationAlert;

/** @param month `2026-11`; undefined: this month */
export function useReport(month: string | undefined) {
  return useQuery({
    queryKey: ['report', month],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(
        api.GET('/api/v1/insights/report', { params: { query: month === undefined ? {} : { month } } }),
      ),
  });
}

/** Sets what newcomers keep of lists, or takes the last change back (null). */
export function useTurnLever() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewcomerShare | null) =>
      body === null
        ? answered(api.DELETE('/api/v1/insights/fairness/newcomer-share'))
        : answered(api.PUT('/api/v1/insights/fairness/newcomer-share', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['fairness'] }),
  });
}
