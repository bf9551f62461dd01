import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { asServed } from '../../parts/format/as-served.js';
import { useCheck, type Board, type Check } from './use-board.js';

/** What the light would be with somebody, where it would change. */
export type Lights = ReadonlyMap<string, Check['result']>;

/** Tries each organisation on the board as it stands: those with whom the light would change, and to what. */
export function useWhatIf(board: Board, ids: readonly string[]): Lights {
  const { i18n } = useTranslation();
  const language = asServed(i18n.language);
  const now = useCheck(board.id, board.version).data?.result;
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['boards', board.id, 'what-if', board.version, id],
      queryFn: () =>
        answered(
          api.POST('/api/v1/consortia/{id}/eligibility', {
            params: { path: { id: board.id }, query: { language } },
            body: { add: [id] },
          }),
        ),
    })),
    combine: (found) =>
      new Map(
        found.flatMap(({ data }, place) => {
          const id = ids[place];
          return id === undefined || data === undefined || now === undefined || data.result === now
            ? []
            : [[id, data.result] as const];
        }),
      ),
  });
}
