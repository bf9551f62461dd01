import { concentrationOf, exposedGroups, exposureOf } from './exposure.js';

const list = (...organisations: string[]) => organisations.map((organisation) => ({ organisation }));
const old = Array.from({ length: 12 }, (_, at) => `o${at}`);
const nobody = new Set<string>();

describe('exposure', () => {
  it('counts the places that are read, of every call', () => {
    const { suggestions, byMember } = exposureOf([list(...old), list('o0')], { newcomers: nobody, share: 0 });
    expect(suggestions).toBe(11);
    expect(byMember.get('o0')).toBe(2);
    expect(byMember.has('o10')).toBe(false);
  });

  it('gives newcomers their share of the places, and takes nobody away who stands there anyway', () => {
    const lists = [list(...old, 'n1', 'n2', 'n3')];
    const newcomers = new Set(['n1', 'n2', 'n3']);
    const at = (share: number) => exposureOf(lists, { newcomers, share }).byMember;
    expect([...at(0).keys()]).toEqual(old.slice(0, 10));
    expect([...at(0.2).keys()].filter((id) => newcomers.has(id))).toEqual(['n1', 'n2']);
    expect(at(0.2).get('o0')).toBe(1);
  });

  it('says what the ten most suggested get', () => {
    expect(concentrationOf(exposureOf([list(...old)], { newcomers: nobody, share: 0 }))).toBe(1);
    const spread = old.map((id) => list(id));
    expect(concentrationOf(exposureOf(spread, { newcomers: nobody, share: 0 }))).toBeCloseTo(10 / 12);
    expect(concentrationOf({ suggestions: 0, byMember: new Map() })).toBeNull();
  });

  it('has every member in one group, so that groups add up', () => {
    const exposure = exposureOf([list('a', 'b'), list('a')], { newcomers: nobody, share: 0 });
    const groups = exposedGroups(['a', 'b', 'c'], {
      group: (id) => (id === 'a' ? 'SME' : ''),
      exposure,
      accepted: new Map([['b', 1]]),
    });
    expect(groups).toEqual([
      { code: '', members: 2, suggestions: 1, accepted: 1 },
      { code: 'SME', members: 1, suggestions: 2, accepted: 0 },
    ]);
  });
});
