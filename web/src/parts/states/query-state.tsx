import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { LoadingState } from './loading-state.js';
import { ProblemState } from './problem-state.js';

interface QueryStateProps<T> {
  readonly query: UseQueryResult<T>;
  /** what to show while it is on its way, instead of grey lines */
  readonly loading?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Shows what a query answered; until then that it is on its way, or what went wrong. */
export function QueryState<T>({ query, loading, children }: QueryStateProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return <>{loading ?? <LoadingState />}</>;
}
