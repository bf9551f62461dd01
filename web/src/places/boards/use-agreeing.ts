import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Board } from './use-board.js';

export type Readiness = components['schemas']['ReadinessResponse'];
export type ReadinessItem = components['schemas']['ReadinessItemResponse'];
export type Outcome = components['schemas']['OutcomeResponse'];
export type FundedProposal = components['schemas']['FundedProposalResponse'];

/** What stands between the board, as it is at its version, and being agreed. */
export function useReadiness({ id, version }: Board) {
  return useQuery({
    queryKey: ['boards', id, 'readiness', version],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/v1/consortia/{id}/readiness', { params: { path: { id } } })),
  });
}

/** What became of it, what is asked now, and what public project data propose. */
export function useOutcome({ id, version }: Board) {
  return useQuery({
    queryKey: ['boards', id, 'outcome', version],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/v1/consortia/{id}/outcome', { params: { path: { id } } })),
  });
}

/** Boards of one's clusters that wait for a word of staff. */
export function useOutcomesAsked() {
  return useQuery({
    queryKey: ['boards', 'outcomes'],
    queryFn: () => answered(api.GET('/api/v1/outcomes')),
  });
}

/** Texts about an approved need to publish elsewhere. */
export function useNeedTexts(id: string, need: string) {
  return useQuery({
    queryKey: ['boards', id, 'texts', need],
    queryFn: () =>
      answered(api.GET('/api/v1/consortia/{id}/needs/{need}/texts', { params: { path: { id, need } } })),
  });
}
