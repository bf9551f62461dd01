/** From sketch to what came of it. A board that was dropped can be taken up again. */
export const consortiumStates = [
  'sketch',
  'forming',
  'checked',
  'agreed',
  'submitted',
  'funded',
  'not-funded',
  'dropped',
] as const;
export type ConsortiumState = (typeof consortiumStates)[number];

/** A need is drafted from the call, and approved by name before anybody but staff sees it. */
export const needStates = ['drafted', 'approved', 'filled', 'closed'] as const;
export type NeedState = (typeof needStates)[number];

/** A seat is open, or somebody is meant for it and on the way. */
export const seatStates = [
  'open',
  'to-ask',
  'asked',
  'accepted',
  'confirmed',
  'declined',
  'reserve',
  'withdrawn',
] as const;
export type SeatState = (typeof seatStates)[number];

/** What may become what; nothing else may, through whatever interface (check T-02). */
export const transitions = {
  consortium: {
    sketch: ['forming', 'dropped'],
    forming: ['checked', 'sketch', 'dropped'],
    checked: ['agreed', 'forming', 'dropped'],
    agreed: ['submitted', 'forming', 'dropped'],
    submitted: ['funded', 'not-funded'],
    funded: [],
    'not-funded': [],
    dropped: ['sketch'],
  },
  need: {
    drafted: ['approved', 'closed'],
    approved: ['drafted', 'filled', 'closed'],
    filled: ['approved', 'closed'],
    closed: ['drafted'],
  },
  seat: {
    // of several whom it was offered to, one accepted
    open: ['to-ask', 'reserve', 'accepted'],
    'to-ask': ['asked', 'reserve', 'open'],
    asked: ['accepted', 'declined', 'withdrawn'],
    accepted: ['confirmed', 'withdrawn'],
    confirmed: ['withdrawn'],
    declined: ['open', 'to-ask'],
    reserve: ['to-ask', 'open'],
    withdrawn: ['open', 'to-ask'],
  },
} as const satisfies {
  readonly consortium: Readonly<Record<ConsortiumState, readonly ConsortiumState[]>>;
  readonly need: Readonly<Record<NeedState, readonly NeedState[]>>;
  readonly seat: Readonly<Record<SeatState, readonly SeatState[]>>;
};

/** What became of the offer of a seat: `taken` says that somebody else was first. */
export const offerStates = ['offered', 'accepted', 'declined', 'withdrawn', 'taken'] as const;
export type OfferState = (typeof offerStates)[number];

/** While a board is in one of these, its seats can be offered, accepted and given back. */
export const formingStates: readonly ConsortiumState[] = ['sketch', 'forming', 'checked'];

/** The things on a board that have states. */
export type Stateful = keyof typeof transitions;

/** The states that a thing may go to from one of its own. */
export function nextStates(thing: Stateful, from: string): readonly string[] {
  const table: Readonly<Record<string, readonly string[]>> = transitions[thing];
  return table[from] ?? [];
}

/** Somebody is meant for it. */
export const isHeld = (state: SeatState): boolean => state !== 'open';
