import { useMutation, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { invitationsKey } from './use-invitations.js';

export type Round = components['schemas']['InvitationRoundResponse'];
type Wanted = components['schemas']['InvitationRoundRequest'];

/** A round of invitations: what would become of a list, sending it, and taking back what has not gone. */
export function useRounds() {
  const client = useQueryClient();
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: invitationsKey });
  const ask = (body: Wanted) => answered(api.POST('/api/v1/invitation-rounds', { body }));
  const check = useMutation({ mutationFn: (list: Wanted) => ask({ ...list, dryRun: true }) });
  const start = useMutation({ mutationFn: ask, onSuccess });
  const stop = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/invitation-rounds')),
    onSuccess,
  });
  return { check, start, stop };
}
