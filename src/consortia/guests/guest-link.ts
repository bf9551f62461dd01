import type { NeededRole } from '../needs/needed-role.js';
import type { Party, Seat } from '../board/board.js';

export type GuestAnswer = 'yes' | 'no' | 'question';

/** A link as staff see it: never its secret. */
export interface GuestLink {
  readonly id: string;
  readonly seatId: string;
  readonly createdAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
  readonly openedAt: Date | null;
  readonly answer: GuestAnswer | null;
  readonly words: string | null;
  readonly answeredAt: Date | null;
}

/** What whoever holds a link reads: the seat and what it is for, nothing of the other partners. */
export interface GuestView {
  readonly cluster: { readonly nameEn: string; readonly nameIt: string };
  readonly opportunity: { readonly identifier: string; readonly title: string } | null;
  /** ISO instant; null: none */
  readonly deadline: string | null;
  readonly participation: Seat['participation'];
  readonly needs: readonly {
    readonly role: NeededRole;
    readonly text: string;
    readonly cites: readonly string[];
  }[];
  readonly effortMonths: number | null;
  readonly party: Party | null;
  readonly answer: GuestAnswer | null;
  readonly words: string | null;
  readonly endsAt: Date;
}
