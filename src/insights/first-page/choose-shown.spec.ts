import type { ListHead } from '../../matching/index.js';
import type { OpportunityStanding } from '../../opportunities/index.js';
import { callsWorthShowing, membersWorthShowing } from './choose-shown.js';

const call = (id: string, changes: Partial<OpportunityStanding> = {}): OpportunityStanding => ({
  id: id as OpportunityStanding['id'],
  kind: 'topic',
  status: 'open',
  source: 'portal',
  ...changes,
});

const head = (of: string, ...pairs: readonly (readonly [string, number])[]): ListHead => ({
  of,
  places: pairs.map(([place]) => place),
  scores: pairs.map(([, score]) => score),
});

const nobody = new Set<string>();

describe('the calls worth showing', () => {
  it('are those whose first three partners together score highest', () => {
    const heads = [
      head('one-star', ['a', 0.9], ['b', 0.1], ['c', 0.1], ['d', 0.1]),
      head('three-good', ['a', 0.5], ['b', 0.5], ['c', 0.5]),
    ];
    expect(callsWorthShowing(heads, [call('one-star'), call('three-good')], nobody)).toEqual([
      'three-good',
      'one-star',
    ]);
  });

  it('are topics before what has no deadline', () => {
    const heads = [head('pilot', ['a', 0.9]), head('topic', ['a', 0.2])];
    const standings = [call('pilot', { kind: 'pilot', status: 'standing' }), call('topic')];
    expect(callsWorthShowing(heads, standings, nobody)).toEqual(['topic', 'pilot']);
  });

  it('are listed ones: not closed, not gone', () => {
    const heads = [head('closed', ['a', 0.9]), head('gone', ['a', 0.9]), head('open', ['a', 0.1])];
    expect(callsWorthShowing(heads, [call('closed', { status: 'closed' }), call('open')], nobody)).toEqual([
      'open',
    ]);
  });

  it('count nobody who may not be shown', () => {
    const heads = [head('by-invented', ['x', 0.9], ['a', 0.1]), head('by-real', ['a', 0.4])];
    expect(callsWorthShowing(heads, [call('by-invented'), call('by-real')], new Set(['x']))).toEqual([
      'by-real',
      'by-invented',
    ]);
  });

  it('are in order of id where they are equal, whatever the order they come in', () => {
    const heads = [head('b', ['a', 0.4]), head('a', ['a', 0.4])];
    expect(callsWorthShowing(heads, [call('a'), call('b')], nobody)).toEqual(['a', 'b']);
  });
});

describe('the members worth showing', () => {
  it('are those whose best listed call scores highest', () => {
    const heads = [head('m1', ['closed', 0.9], ['open', 0.2]), head('m2', ['open', 0.3])];
    const standings = [call('open'), call('closed', { status: 'closed' })];
    expect(membersWorthShowing(heads, standings, nobody)).toEqual(['m2', 'm1']);
  });

  it('are not those that may not be shown, nor those without a listed call', () => {
    const heads = [head('invented', ['open', 0.9]), head('late', ['closed', 0.9]), head('m', ['open', 0.1])];
    const standings = [call('open'), call('closed', { status: 'closed' })];
    expect(membersWorthShowing(heads, standings, new Set(['invented']))).toEqual(['m']);
  });
});
