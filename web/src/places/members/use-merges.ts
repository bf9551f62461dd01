import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type MergeEntry = components['schemas']['MergeEntryResponse'];
export type MergeProposal = components['schemas']['MergeProposalResponse'];
export type MergeDecision = components['schemas']['MergeDecisionResponse'];
type Verdict = components['schemas']['DecideMergeRequest']['decision'];

const queryKey = ['members', 'merges'];

/** Pairs that may be one organisation, and what can be said of them. */
export function useMerges() {
  const client = useQueryClient();
  const onSettled = (): Promise<void> => client.invalidateQueries({ queryKey: ['members'] });
  const list = useQuery({ queryKey, queryFn: () => answered(api.GET('/api/v1/merge-proposals')) });
  const decide = useMutation({
    mutationFn: ({ kept, other, decision }: MergeProposal & { readonly decision: Verdict }) =>
      answered(
        api.POST('/api/v1/merge-proposals/decisions', { body: { kept: kept.id, other: other.id, decision } }),
      ),
    onSettled,
  });
  const undo = useMutation({
    mutationFn: (id: string) =>
      answered(api.DELETE('/api/v1/merge-proposals/decisions/{id}', { params: { path: { id } } })),
    onSettled,
  });
  return { list, decide, undo };
}

export type Merges = ReturnType<typeof useMerges>;
