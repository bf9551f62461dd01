import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { asServed } from '../../parts/format/as-served.js';

export type BoardLine = components['schemas']['BoardLineResponse'];
export type Board = components['schemas']['BoardResponse'];
export type Need = components['schemas']['NeedResponse'];
export type Seat = components['schemas']['SeatResponse'];
export type Check = components['schemas']['BoardCheckResponse'];
export type Coverage = components['schemas']['NeedCoverageResponse'];
export type CallText = components['schemas']['CallTextResponse'];
export type GuestLink = components['schemas']['GuestLinkResponse'];
export type Participation = Seat['participation'];

/** How often a board that is open is looked at again, in milliseconds: a colleague may work on it too. */
const lookAgain = 20_000;

const boardsPerPage = 20;

const at = (id: string) => ({ params: { path: { id } } });

/** The boards of one's clusters, the one changed last first. */
export function useBoards(dropped: boolean) {
  return useInfiniteQuery({
    queryKey: ['boards', 'list', dropped],
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/consortia', {
          params: { query: { dropped: String(dropped), after: pageParam, limit: boardsPerPage } },
        }),
      ),
    getNextPageParam: ({ next }: components['schemas']['BoardPage']) => next ?? undefined,
  });
}

export function useBoard(id: string) {
  return useQuery({
    queryKey: ['boards', id, 'board'],
    refetchInterval: lookAgain,
    queryFn: () => answered(api.GET('/api/v1/consortia/{id}', at(id))),
  });
}

export function useCallText(id: string) {
  return useQuery({
    queryKey: ['board-text', id],
    staleTime: 600_000,
    queryFn: () => answered(api.GET('/api/v1/consortia/{id}/call-text', at(id))),
  });
}

/** What those who are in have to show for each need; asked again whenever who or what is asked for changes. */
export function useCoverage(board: Board) {
  return useQuery({
    queryKey: ['boards', board.id, 'coverage', coverageKey(board)],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/v1/consortia/{id}/coverage', at(board.id))),
  });
}

function coverageKey({ needs, seats }: Board): string {
  const asked = needs.map(({ id, state, text, role }) => [id, state, text, role]);
  return JSON.stringify([asked, seats.map(({ organisation, state }) => [organisation?.id, state])]);
}

/** Whether the consortium may be funded, rule by rule, as the board stands at that version. */
export function useCheck(id: string, version: number) {
  const { i18n } = useTranslation();
  const language = asServed(i18n.language);
  return useQuery({
    queryKey: ['boards', id, 'check', version, language],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(
        api.GET('/api/v1/consortia/{id}/eligibility', { params: { path: { id }, query: { language } } }),
      ),
  });
}

export function useGuestLinks({ id }: Pick<Board, 'id'>) {
  return useQuery({
    queryKey: ['boards', id, 'guest-links'],
    refetchInterval: lookAgain,
    queryFn: () => answered(api.GET('/api/v1/consortia/{id}/guest-links', at(id))),
  });
}

export function useBoardChanges(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['boards', id, 'changes'],
    enabled: wanted,
    queryFn: () => answered(api.GET('/api/v1/consortia/{id}/changes', at(id))),
  });
}

/** Whose answer counts as in: who declined or left is not, and neither is a reserve. */
export const isIn = ({ organisation, state }: Seat): boolean =>
  organisation !== null && !['declined', 'withdrawn', 'reserve'].includes(state);
