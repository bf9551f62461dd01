import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Frequency = components['schemas']['FrequencyRequest']['frequency'];
export type Reader = components['schemas']['DigestReaderResponse'];
export type SentDigest = components['schemas']['DigestLineResponse'];
export type Hold = components['schemas']['HoldResponse'];

export const frequencies = ['weekly', 'at-once', 'monthly', 'never'] as const satisfies readonly Frequency[];

/** The frequency that an answer of the service names; null: none yet. */
export const toFrequency = (said: string | null): Frequency | null =>
  frequencies.find((one) => one === said) ?? null;

export const useOwnChoice = () =>
  useQuery({
    queryKey: ['own-subscription'],
    queryFn: () => answered(api.GET('/api/v1/me/subscription')),
  });

export function useChoose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (frequency: Frequency) =>
      answered(api.PUT('/api/v1/me/subscription', { body: { frequency } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['own-subscription'] }),
  });
}

export const useOwnDigests = () =>
  useQuery({ queryKey: ['own-digests'], queryFn: () => answered(api.GET('/api/v1/me/digests')) });

export const useReaders = () =>
  useQuery({ queryKey: ['digest-readers'], queryFn: () => answered(api.GET('/api/v1/digests/readers')) });

/** What would go, counted when it is asked for. */
export const useDryRun = () =>
  useMutation({ mutationFn: () => answered(api.GET('/api/v1/digests/preview', { params: { query: {} } })) });

export const useSentDigests = () =>
  useQuery({ queryKey: ['sent-digests'], queryFn: () => answered(api.GET('/api/v1/digests')) });

export const useHolds = () =>
  useQuery({ queryKey: ['mail-holds'], queryFn: () => answered(api.GET('/api/v1/mail/holds')) });

export function useHold() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['HoldRequest']) =>
      answered(api.POST('/api/v1/mail/holds', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mail-holds'] }),
  });
}

export function useRelease() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/v1/mail/holds/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mail-holds'] }),
  });
}

/** The hold under which a member's mails stand still; null: they go. */
export const holdOf = (holds: readonly Hold[], organisation: string): Hold | null =>
  holds.find((hold) => hold.organisation === organisation) ??
  holds.find((hold) => hold.organisation === null) ??
  null;
