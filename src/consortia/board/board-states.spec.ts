import {
  consortiumStates,
  needStates,
  nextStates,
  seatStates,
  transitions,
  type Stateful,
} from './board-states.js';

const states: Readonly<Record<Stateful, readonly string[]>> = {
  consortium: consortiumStates,
  need: needStates,
  seat: seatStates,
};

describe('the states on a board', () => {
  it.each(Object.keys(states) as Stateful[])(
    'of a %s lead to known ones, never to themselves, and all are reached',
    (thing) => {
      const [first, ...others] = states[thing];
      const reached = new Set<string>();
      for (const from of states[thing]) {
        for (const to of nextStates(thing, from)) {
          expect(states[thing]).toContain(to);
          expect(to).not.toBe(from);
          reached.add(to);
        }
      }
      expect(others.filter((state) => !reached.has(state))).toEqual([]);
      expect(first).toBeDefined();
    },
  );

  it('know no way out of what came of a proposal, and none from a state that is none', () => {
    expect(transitions.consortium.funded).toEqual([]);
    expect(nextStates('seat', 'married')).toEqual([]);
  });

  it('let nobody be confirmed who has not accepted', () => {
    expect(seatStates.filter((from) => nextStates('seat', from).includes('confirmed'))).toEqual(['accepted']);
  });
});
