import {
  awaitsAnswer,
  hasEnded,
  introductionStates,
  mayMove,
  nextStates,
  type IntroductionState,
  type Mover,
} from './introduction-state.js';

/** Written out by hand, apart from the table: what product and law agreed on. */
const allowed: readonly (readonly [IntroductionState, IntroductionState, readonly Mover[]])[] = [
  ['draft', 'sent', ['sender', 'clock']],
  ['draft', 'withdrawn', ['sender', 'clock']],
  ['sent', 'read', ['recipient']],
  ['sent', 'accepted', ['recipient']],
  ['sent', 'declined', ['recipient']],
  ['sent', 'more-information', ['recipient']],
  ['sent', 'escalated', ['clock']],
  ['sent', 'expired', ['clock']],
  ['sent', 'withdrawn', ['sender', 'clock']],
  ['read', 'accepted', ['recipient']],
  ['read', 'declined', ['recipient']],
  ['read', 'more-information', ['recipient']],
  ['read', 'escalated', ['clock']],
  ['read', 'expired', ['clock']],
  ['read', 'withdrawn', ['sender', 'clock']],
  ['more-information', 'read', ['sender']],
  ['more-information', 'accepted', ['recipient']],
  ['more-information', 'declined', ['recipient']],
  ['more-information', 'expired', ['clock']],
  ['more-information', 'withdrawn', ['sender', 'clock']],
  ['escalated', 'accepted', ['recipient']],
  ['escalated', 'declined', ['recipient']],
  ['escalated', 'more-information', ['recipient']],
  ['escalated', 'expired', ['clock']],
  ['escalated', 'withdrawn', ['sender', 'clock']],
];

describe('T-02 the states of an expression of interest', () => {
  const movers: readonly Mover[] = ['sender', 'recipient', 'clock'];
  const pairs = introductionStates.flatMap((from) => introductionStates.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s only by whom the table names', (from, to) => {
    const by = allowed.find(([a, b]) => a === from && b === to)?.[2] ?? [];
    expect(movers.filter((mover) => mayMove(from, to, mover))).toEqual(by);
  });

  it('lets nobody but the recipient say yes', () => {
    for (const from of introductionStates)
      expect(mayMove(from, 'accepted', 'sender') || mayMove(from, 'accepted', 'clock')).toBe(false);
  });

  it('ends for good', () => {
    expect(introductionStates.filter(hasEnded)).toEqual(['accepted', 'declined', 'expired', 'withdrawn']);
    expect(introductionStates.filter(awaitsAnswer)).toEqual([
      'sent',
      'read',
      'more-information',
      'escalated',
    ]);
    expect(nextStates('accepted')).toEqual([]);
  });
});
