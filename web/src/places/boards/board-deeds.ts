import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Board, Need, Seat } from './use-board.js';

export type SeatChange = Omit<components['schemas']['ChangeSeatRequest'], 'version'>;
export type NeedChange = Omit<components['schemas']['ChangeNeedRequest'], 'version'>;
export type NewSeat = components['schemas']['AddSeatRequest'];
export type NewNeed = components['schemas']['AddNeedRequest'];
type BoardChange = Omit<components['schemas']['ChangeBoardRequest'], 'version'>;

/** What can be done on a board, as the service is asked for it. Each carries the version that was read. */
export const boardDeeds = (board: string) => ({
  /** The board of this moment, to take something back from its version. */
  read: (): Promise<Board> =>
    answered(api.GET('/api/v1/consortia/{id}', { params: { path: { id: board } } })),

  change: (version: number, to: BoardChange): Promise<Board> =>
    answered(
      api.PATCH('/api/v1/consortia/{id}', { params: { path: { id: board } }, body: { version, ...to } }),
    ),

  addSeat: async (seat: NewSeat): Promise<string> =>
    (
      await answered(
        api.POST('/api/v1/consortia/{id}/seats', { params: { path: { id: board } }, body: seat }),
      )
    ).id,

  changeSeat: (seat: Pick<Seat, 'id' | 'version'>, to: SeatChange): Promise<Board> =>
    answered(
      api.PATCH('/api/v1/consortia/{id}/seats/{seat}', {
        params: { path: { id: board, seat: seat.id } },
        body: { version: seat.version, ...to },
      }),
    ),

  removeSeat: (seat: Pick<Seat, 'id' | 'version'>): Promise<unknown> =>
    answered(
      api.DELETE('/api/v1/consortia/{id}/seats/{seat}', {
        params: { path: { id: board, seat: seat.id }, query: { version: seat.version } },
      }),
    ),

  /** Offers the seat; whoever may commit the organisation can then accept it. @returns the offer's id */
  offer: async (seat: Pick<Seat, 'id'>, organisation: string): Promise<string> =>
    (
      await answered(
        api.POST('/api/v1/consortia/{id}/seats/{seat}/offers', {
          params: { path: { id: board, seat: seat.id } },
          body: { organisation },
        }),
      )
    ).id,

  takeBackOffer: (offer: string): Promise<unknown> =>
    answered(api.DELETE('/api/v1/consortia/{id}/offers/{offer}', { params: { path: { id: board, offer } } })),

  takeBackGuestLink: (link: string): Promise<unknown> =>
    answered(
      api.DELETE('/api/v1/consortia/{id}/guest-links/{link}', { params: { path: { id: board, link } } }),
    ),

  addNeed: async (need: NewNeed): Promise<string> =>
    (
      await answered(
        api.POST('/api/v1/consortia/{id}/needs', { params: { path: { id: board } }, body: need }),
      )
    ).id,

  changeNeed: (need: Pick<Need, 'id' | 'version'>, to: NeedChange): Promise<Board> =>
    answered(
      api.PATCH('/api/v1/consortia/{id}/needs/{need}', {
        params: { path: { id: board, need: need.id } },
        body: { version: need.version, ...to },
      }),
    ),

  removeNeed: (need: Pick<Need, 'id' | 'version'>): Promise<unknown> =>
    answered(
      api.DELETE('/api/v1/consortia/{id}/needs/{need}', {
        params: { path: { id: board, need: need.id }, query: { version: need.version } },
      }),
    ),
});

/** The seat as it stands now: undoing starts from the version of today. */
export const seatOf = (board: Board, id: string): Seat | undefined =>
  board.seats.find((seat) => seat.id === id);

/** The facts of a seat, to put it back as it was. */
export const factsOf = ({
  participation,
  organisation,
  required,
  needs,
  effortMonths,
  budgetShare,
  note,
}: Seat) =>
  ({
    participation,
    required,
    organisation: organisation?.id ?? null,
    needs,
    effortMonths,
    budgetShare,
    note,
  }) as NewSeat;
