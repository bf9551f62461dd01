import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Invitation = components['schemas']['InvitationResponse'];
type Wanted = components['schemas']['InviteRequest'];

export const invitationsKey = ['members', 'invitations'];

/** Invitations of one's cluster, those who wait for a decision first, and what can be done. */
export function useInvitations() {
  const client = useQueryClient();
  const onSettled = (): Promise<void> => client.invalidateQueries({ queryKey: invitationsKey });
  const list = useQuery({
    queryKey: invitationsKey,
    queryFn: () => answered(api.GET('/api/v1/invitations')),
  });
  const path = (id: string) => ({ params: { path: { id } } });
  const approve = useMutation({
    mutationFn: ({ id }: Invitation) => answered(api.POST('/api/v1/invitations/{id}/approval', path(id))),
    onSettled,
  });
  const decline = useMutation({
    mutationFn: ({ id }: Invitation) => answered(api.DELETE('/api/v1/invitations/{id}', path(id))),
    onSettled,
  });
  const invite = useMutation({
    mutationFn: (body: Wanted) => answered(api.POST('/api/v1/invitations', { body })),
    onSettled,
  });
  return { list, approve, decline, invite };
}

export type Invitations = ReturnType<typeof useInvitations>;

/** Day by day, the newest first. */
export function byDay(
  invitations: readonly Invitation[],
): readonly (readonly [string, readonly Invitation[]])[] {
  const days = new Map<string, Invitation[]>();
  for (const one of invitations) {
    const day = one.createdAt.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1));
}
