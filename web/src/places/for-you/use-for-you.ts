import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useUndo } from '../../parts/feedback/use-undo.js';
import type { Refusal } from '../../parts/call/refuse-menu.js';

export type ForYou = components['schemas']['ForYouResponse'];
export type ForYouCall = components['schemas']['ForYouCardResponse'];

const keyOf = (organisation: string | undefined): readonly unknown[] => ['for-you', organisation ?? null];

export function useForYou(organisation: string | undefined) {
  return useQuery({
    queryKey: keyOf(organisation),
    queryFn: () =>
      answered(
        api.GET('/api/v1/for-you', { params: { query: organisation === undefined ? {} : { organisation } } }),
      ),
  });
}

/** Takes a call away at once and tells the service; a note offers to take that back. */
export function useRefuse(organisation: string | undefined): (call: ForYouCall, reason: Refusal) => void {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const undo = useUndo();
  const key = keyOf(organisation);
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: key });
  const pathOf = ({ opportunity }: ForYouCall, list: ForYou) => ({
    path: { reference: list.organisationId ?? '', opportunity: opportunity.id },
  });
  const path = '/api/v1/organisations/{reference}/opportunities/{opportunity}/feedback';
  const takeBack = useMutation({
    mutationFn: ({ call, list }: { call: ForYouCall; list: ForYou }) =>
      answered(api.DELETE(path, { params: pathOf(call, list) })),
    onSettled: again,
  });
  const refuse = useMutation({
    mutationFn: ({ call, list, reason }: { call: ForYouCall; list: ForYou; reason: Refusal }) =>
      answered(api.PUT(path, { params: pathOf(call, list), body: { verdict: 'not-for-us', reason } })),
    onMutate: ({ call, list }) =>
      client.setQueryData<ForYou>(key, {
        ...list,
        cards: list.cards.filter(({ opportunity }) => opportunity.id !== call.opportunity.id),
      }),
    onSuccess: (_said, { call, list }) => undo(t('refuse.done'), () => takeBack.mutate({ call, list })),
    onSettled: again,
  });
  return (call, reason) => {
    const list = client.getQueryData<ForYou>(key);
    if (list) refuse.mutate({ call, list, reason });
  };
}
