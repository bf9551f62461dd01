import { QueryClient } from '@tanstack/react-query';

import { ProblemError } from '../api/problem.js';

/** What the service refuses it refuses again; only what it could not do just now is asked for once more. */
const mayPass = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status === 503);

/** What has been asked of the service, kept for half a minute before it is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => mayPass(error) && failures < 2,
      refetchOnWindowFocus: false,
      throwOnError: false,
    },
    mutations: { retry: false },
  },
});
