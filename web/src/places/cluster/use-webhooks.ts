import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useTell } from '../../parts/feedback/use-tell.js';

export type Webhook = components['schemas']['WebhookResponse'];
export type NewWebhook = components['schemas']['MakeWebhookRequest'];
export type WebhookEvent = NewWebhook['events'][number];

export const webhookEvents: readonly WebhookEvent[] = [
  'opportunity.changed',
  'opportunity.withdrawn',
  'cluster.published',
  'digest.sent',
];

/** An event as it is named among our words, whose keys know no dots. */
export const eventName = (event: string): string => event.replace('.', '-');

export const useWebhooks = () =>
  useQuery({ queryKey: ['webhooks'], queryFn: () => answered(api.GET('/api/v1/webhooks')) });

/** Asked for again while something is on its way. */
export const useDeliveries = (id: string) =>
  useQuery({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: () => answered(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'claimed' || (one.state === 'due' && one.tries === 0))
        ? 1_000
        : false,
  });

/** A change of one's webhooks, after which all that is shown of them is asked for again. */
export function useWebhookChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  done: string | null,
) {
  const client = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['webhooks'] });
      if (done !== null) tell(done);
    },
  });
}
