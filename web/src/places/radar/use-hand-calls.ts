import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useUndo } from '../../parts/feedback/use-undo.js';

export type HandCall = components['schemas']['HandCallResponse'];
export type HandCallBody = components['schemas']['HandCallRequest'];
export type ProposedCall = components['schemas']['ProposedHandCallResponse'];

/** Calls that the cluster added by hand. */
export function useHandCalls() {
  return useQuery({
    queryKey: ['hand-calls'],
    queryFn: () => answered(api.GET('/api/v1/hand-calls')),
  });
}

/** What a pasted text says of a call. */
export function useProposals() {
  return useMutation({
    mutationFn: (text: string) => answered(api.POST('/api/v1/hand-calls/proposals', { body: { text } })),
  });
}

/** Everything that shows calls is asked anew. */
function useCallsChanged(): () => void {
  const queryClient = useQueryClient();
  return () => {
    for (const key of ['hand-calls', 'radar', 'opportunities', 'opportunity', 'coverage'])
      void queryClient.invalidateQueries({ queryKey: [key] });
  };
}

/** Adds a call, or states one anew. */
export function useSaveHandCall(id: string | null) {
  const changed = useCallsChanged();
  return useMutation({
    mutationFn: (body: HandCallBody) =>
      answered(
        id === null
          ? api.POST('/api/v1/hand-calls', { body })
          : api.PUT('/api/v1/hand-calls/{id}', { params: { path: { id } }, body }),
      ),
    onSuccess: changed,
  });
}

/** Takes a call out of every list; a note offers to put it back. */
export function useWithdraw() {
  const { t } = useTranslation('radar');
  const changed = useCallsChanged();
  const offerUndo = useUndo();
  const mark = useMutation({
    mutationFn: ({ id, withdrawn }: { readonly id: string; readonly withdrawn: boolean }) =>
      answered(
        api.PUT('/api/v1/hand-calls/{id}/withdrawn', { params: { path: { id } }, body: { withdrawn } }),
      ),
    onSuccess: changed,
  });
  return {
    mark,
    withdraw: async ({ id, title }: HandCall): Promise<void> => {
      await mark.mutateAsync({ id, withdrawn: true });
      offerUndo(t('hand.withdrawn', { title }), async () => {
        await mark.mutateAsync({ id, withdrawn: false });
      });
    },
  };
}
