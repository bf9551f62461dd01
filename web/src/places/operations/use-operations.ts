import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';

/** How often what moves is asked for again, in milliseconds. */
const every = 5_000;

/** The queue and its workers. */
export const useOperations = () =>
  useQuery({
    queryKey: ['operations'],
    refetchInterval: every,
    queryFn: () => answered(api.GET('/api/v1/operations')),
  });

/** The last score runs. */
export const useScoreRuns = () =>
  useQuery({
    queryKey: ['score-runs'],
    refetchInterval: every,
    queryFn: () => answered(api.GET('/api/v1/score-runs')),
  });

/** How old the data of each source are. */
export const useSources = () =>
  useQuery({ queryKey: ['sources'], queryFn: () => answered(api.GET('/api/v1/sources')) });

/** Work that was given up. */
export const useDeadLetters = () =>
  useQuery({
    queryKey: ['operations', 'dead-letters'],
    queryFn: () => answered(api.GET('/api/v1/operations/dead-letters')),
  });

/** Gives one of them all its tries again. */
export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answered(api.POST('/api/v1/operations/dead-letters/{id}/retry', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  });
}
