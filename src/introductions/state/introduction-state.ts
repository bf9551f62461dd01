/** How far an expression of interest has come. */
export const introductionStates = [
  'draft',
  'sent',
  'read',
  'accepted',
  'declined',
  'more-information',
  'escalated',
  'expired',
  'withdrawn',
] as const;
export type IntroductionState = (typeof introductionStates)[number];

/** Who makes a move: one of the two sides, or the clock. */
export type Mover = 'sender' | 'recipient' | 'clock';

type Moves = Readonly<Partial<Record<IntroductionState, readonly Mover[]>>>;

const answers = {
  accepted: ['recipient'],
  declined: ['recipient'],
  'more-information': ['recipient'],
} as const satisfies Moves;

/**
 * What may become what, and by whom; nothing else may, through whatever interface (check T-02). A question goes back to
 * the recipient, as read, once the sender has answered it. The clock withdraws what cannot be answered any more: the seat
 * is filled, a side is gone.
 */
export const moves: Readonly<Record<IntroductionState, Moves>> = {
  draft: { sent: ['sender', 'clock'], withdrawn: ['sender', 'clock'] },
  sent: {
    read: ['recipient'],
    ...answers,
    escalated: ['clock'],
    expired: ['clock'],
    withdrawn: ['sender', 'clock'],
  },
  read: { ...answers, escalated: ['clock'], expired: ['clock'], withdrawn: ['sender', 'clock'] },
  'more-information': {
    read: ['sender'],
    accepted: ['recipient'],
    declined: ['recipient'],
    expired: ['clock'],
    withdrawn: ['sender', 'clock'],
  },
  escalated: { ...answers, expired: ['clock'], withdrawn: ['sender', 'clock'] },
  accepted: {},
  declined: {},
  expired: {},
  withdrawn: {},
};

export function mayMove(from: IntroductionState, to: IntroductionState, by: Mover): boolean {
  return moves[from][to]?.includes(by) ?? false;
}

export const nextStates = (from: IntroductionState): readonly IntroductionState[] =>
  introductionStates.filter((to) => moves[from][to] !== undefined);

/** The recipient has it, and can still say yes. */
export const awaitsAnswer = (state: IntroductionState): boolean => moves[state].accepted !== undefined;

/** Nothing follows any more. */
export const hasEnded = (state: IntroductionState): boolean => nextStates(state).length === 0;

/** Why somebody says no: five reasons, one of which says nothing more. */
export const declineReasons = ['topic', 'role', 'timing', 'capacity', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];
