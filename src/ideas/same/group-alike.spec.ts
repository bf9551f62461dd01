import { groupAlike, type Alike } from './group-alike.js';

const alike = (first: number, second: number, likeness = 0.3): Alike => ({
  first,
  second,
  likeness,
  shared: [
    ['robots', `of ${first}`],
    ['robot', `of ${second}`],
  ],
});

describe('groups of alike ideas', () => {
  it('stand around one that all others are like: a chain of neighbours is no group', () => {
    // 0–1–2–3–4 in a row
    const groups = groupAlike(
      ['a', 'b', 'c', 'd', 'e'],
      [alike(0, 1), alike(1, 2), alike(2, 3), alike(3, 4)],
    );
    expect(groups.map(({ places }) => places)).toEqual([
      [1, 0, 2],
      [3, 4],
    ]);
  });

  it('hold each side once, by the idea that is most alike', () => {
    const groups = groupAlike(['a', 'b', 'b'], [alike(0, 1, 0.2), alike(0, 2, 0.4), alike(1, 2, 1)]);
    expect(groups.map(({ places }) => places)).toEqual([[0, 2]]);
  });

  it('are none where all of it is of one side', () => {
    expect(groupAlike(['a', 'a'], [alike(0, 1)])).toEqual([]);
    expect(groupAlike([], [])).toEqual([]);
  });

  it('leave out whoever may not meet one of the others, also where both are like a third', () => {
    const mayMeet = (one: string, other: string): boolean => !(one + other === 'bc' || one + other === 'cb');
    const groups = groupAlike(['a', 'b', 'c'], [alike(0, 1, 0.5), alike(0, 2, 0.4)], mayMeet);
    expect(groups.map(({ places }) => places)).toEqual([[0, 1]]);
  });

  it('say what each shares in its own words, and the first what it shares with most', () => {
    const [group] = groupAlike(['a', 'b', 'c'], [alike(0, 1), alike(0, 2)]);
    expect(group?.shared).toEqual([
      ['robots', 'of 0'],
      ['robot', 'of 1'],
      ['robot', 'of 2'],
    ]);
  });

  it('put the largest first', () => {
    const groups = groupAlike(['a', 'b', 'c', 'd', 'e'], [alike(0, 1, 0.9), alike(2, 3), alike(2, 4)]);
    expect(groups.map(({ places }) => places.length)).toEqual([3, 2]);
  });
});
