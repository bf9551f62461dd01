import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type OwnSeat = components['schemas']['OwnSeatResponse'];
export type GuestSeat = components['schemas']['GuestSeatResponse'];
export type PartyFields = components['schemas']['PartyRequest'];
export type Party = components['schemas']['PartyResponse'];
type Prepared = components['schemas']['PrepareSeatRequest'];
type Answer = components['schemas']['AnswerSeatRequest']['answer'];

export function useOwnSeats() {
  return useQuery({
    queryKey: ['seats', 'list'],
    queryFn: () => answered(api.GET('/api/v1/seat-offers')),
  });
}

export function useOwnSeat(id: string) {
  return useQuery({
    queryKey: ['seats', id],
    queryFn: () => answered(api.GET('/api/v1/seat-offers/{id}', { params: { path: { id } } })),
  });
}

/** What one does about an offered seat; the seat is read again after each, also where somebody else was quicker. */
export function useSeatDeeds(id: string) {
  const client = useQueryClient();
  const onSettled = (): Promise<void> => client.invalidateQueries({ queryKey: ['seats'] });
  const params = { path: { id } };
  const answer = useMutation({
    mutationFn: (body: { answer: Answer }) =>
      answered(api.POST('/api/v1/seat-offers/{id}/answer', { params, body })),
    onSettled,
  });
  const prepare = useMutation({
    mutationFn: (body: Prepared) => answered(api.PATCH('/api/v1/seat-offers/{id}', { params, body })),
    onSettled,
  });
  return { answer, prepare };
}
