import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Request = components['schemas']['IntroductionResponse'];
export type RequestLine = components['schemas']['IntroductionSummary'];
export type Party = components['schemas']['RequestPartyResponse'];
type Answer = components['schemas']['AnswerIntroductionRequest'];
type Change = components['schemas']['ChangeIntroductionRequest'];

/** The requests one may see, the one changed last first. */
export const useRequests = () =>
  useQuery({
    queryKey: ['introductions'],
    queryFn: () => answered(api.GET('/api/v1/introductions', { params: { query: { limit: 100 } } })),
  });

/** One request; `read` is told once by whoever may answer it. */
export const useRequest = (id: string) =>
  useQuery({
    queryKey: ['introductions', id],
    queryFn: () => answered(api.GET('/api/v1/introductions/{id}', { params: { path: { id } } })),
  });

/** Something to do with one request, without a word. */
export type Deed = 'send' | 'withdraw' | 'read' | 'call' | 'release';

/** What one can do with a request: each answers with the request as it then is. */
export function useRequestDeeds(id: string) {
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  const settled = (request: Request): void => {
    queries.setQueryData(['introductions', id], request);
    void queries.invalidateQueries({ queryKey: ['introductions'], exact: true });
  };
  const again = { onError: () => void queries.invalidateQueries({ queryKey: ['introductions', id] }) };
  const act = useMutation({
    mutationFn: (deed: Deed) => answered(api.POST(`/api/v1/introductions/{id}/${deed}`, path)),
    onSuccess: settled,
  });
  const change = useMutation({
    mutationFn: (body: Change) => answered(api.PATCH('/api/v1/introductions/{id}', { ...path, body })),
    onSuccess: settled,
    ...again,
  });
  const answer = useMutation({
    mutationFn: (body: Answer) => answered(api.POST('/api/v1/introductions/{id}/answer', { ...path, body })),
    onSuccess: settled,
    ...again,
  });
  const write = useMutation({
    mutationFn: (text: string) =>
      answered(api.POST('/api/v1/introductions/{id}/messages', { ...path, body: { text } })),
    onSuccess: settled,
  });
  const propose = useMutation({
    mutationFn: (times: string[]) =>
      answered(api.PUT('/api/v1/introductions/{id}/slots', { ...path, body: { times } })),
    onSuccess: settled,
  });
  const choose = useMutation({
    mutationFn: (slot: string) =>
      answered(
        api.POST('/api/v1/introductions/{id}/slots/{slot}/choose', { params: { path: { id, slot } } }),
      ),
    onSuccess: settled,
  });
  const forget = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/introductions/{id}/words', path)),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['introductions'] }),
  });
  return { act, change, answer, write, propose, choose, forget };
}

export type RequestDeeds = ReturnType<typeof useRequestDeeds>;
