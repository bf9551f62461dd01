import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type SameIdea = components['schemas']['SameIdeaResponse'];
export type AlikeItem = components['schemas']['AlikeItemResponse'];
export type IdeaRound = components['schemas']['IdeaRoundResponse'];
export type IdeaQuestion = components['schemas']['IdeaQuestionResponse'];

const keys = { same: ['same-ideas'], questions: ['idea-questions'] };

/** For officers: ideas and needs that want the same, and whose authors were asked. */
export function useSameIdeas() {
  return useQuery({ queryKey: keys.same, queryFn: () => answered(api.GET('/api/v1/same-ideas')) });
}

/** Asks authors, and opens boards with those who agreed. */
export function useSameIdeaDeeds() {
  const client = useQueryClient();
  const refresh = { onSuccess: () => client.invalidateQueries({ queryKey: keys.same }) };
  const ask = useMutation({
    ...refresh,
    mutationFn: (ideas: readonly string[]) =>
      answered(api.POST('/api/v1/same-ideas', { body: { ideas: [...ideas] } })),
  });
  const open = useMutation({
    ...refresh,
    mutationFn: (id: string) =>
      answered(api.POST('/api/v1/same-ideas/{id}/board', { params: { path: { id } } })),
  });
  return { ask, open };
}

/** What one is asked about ideas of one's own. */
export function useIdeaQuestions() {
  return useQuery({ queryKey: keys.questions, queryFn: () => answered(api.GET('/api/v1/idea-questions')) });
}

export function useAnswerQuestion() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ round, idea, agrees }: { round: string; idea: string; agrees: boolean }) =>
      answered(
        api.PUT('/api/v1/idea-questions/{id}/{idea}', {
          params: { path: { id: round, idea } },
          body: { agrees },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.questions }),
  });
}
