import type { OfferState } from '../board/board-states.js';

/** A seat offered to one organisation. */
export interface SeatOffer {
  readonly id: string;
  readonly seatId: string;
  readonly consortiumId: string;
  /** whose board it is */
  readonly clusterId: string;
  readonly organisationId: string;
  readonly state: OfferState;
  readonly offeredAt: Date;
  /** what people of the organisation prepared to say */
  readonly words: string | null;
  readonly question: string | null;
  /** what staff answered to the question */
  readonly reply: string | null;
  readonly answeredAt: Date | null;
}

/** What an organisation says to an offer; whoever accepted may still withdraw. */
export type SeatAnswer = 'accepted' | 'declined' | 'withdrawn';
