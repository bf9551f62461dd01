import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';

import { ProblemError } from '../../api/problem.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useUndo } from '../../parts/feedback/use-undo.js';

interface Told<T> {
  /** what to say when it is done; left out: nothing */
  readonly done?: string;
  /** how to take it back, by what the service answered; nothing: it cannot be */
  readonly takeBack?: (answer: T) => (() => Promise<unknown>) | undefined;
}

/** What is done on a board by one press: told, taken back, or refused in words; the board is read again after each. */
export interface Deeds {
  /** @returns whether it was done */
  readonly run: <T>(deed: () => Promise<T>, told?: Told<T>) => Promise<boolean>;
  readonly busy: boolean;
  /** what the service said of the last one; null where it was done */
  readonly problem: ProblemError | null;
  readonly forget: () => void;
  readonly refresh: () => Promise<void>;
}

export function useDeeds(id: string): Deeds {
  const client = useQueryClient();
  const undo = useUndo();
  const tell = useTell();
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [running, setRunning] = useState(0);
  const refresh = useCallback(() => client.invalidateQueries({ queryKey: ['boards', id] }), [client, id]);

  const attempt = useCallback(
    async <T>(deed: () => Promise<T>): Promise<{ readonly answer: T } | null> => {
      setRunning((count) => count + 1);
      try {
        const answer = await deed();
        setProblem(null);
        return { answer };
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        setProblem(error);
        return null;
      } finally {
        await refresh();
        setRunning((count) => count - 1);
      }
    },
    [refresh],
  );

  const run = useCallback(
    async <T>(deed: () => Promise<T>, { done, takeBack }: Told<T> = {}): Promise<boolean> => {
      const found = await attempt(deed);
      if (found === null) return false;
      const back = takeBack?.(found.answer);
      if (done !== undefined && back === undefined) tell(done);
      if (done !== undefined && back !== undefined) undo(done, async () => void (await attempt(back)));
      return true;
    },
    [attempt, tell, undo],
  );

  return useMemo(
    () => ({ run, busy: running > 0, problem, forget: () => setProblem(null), refresh }),
    [run, running, problem, refresh],
  );
}
