import fc from 'fast-check';

import { fairOrder, shareOf } from './fair-order.js';
import type { FairPlace, ProtectedKind } from './fair-order.js';

interface Place {
  readonly rank: number;
  readonly sme: boolean;
  readonly newcomer: boolean;
}

const kinds: readonly ProtectedKind<'sme' | 'newcomer', Place>[] = [
  { name: 'sme', least: shareOf(0.2), belongs: ({ sme }) => sme },
  { name: 'newcomer', least: shareOf(0.1), belongs: ({ newcomer }) => newcomer },
];
const lists = fc
  .array(fc.record({ sme: fc.boolean(), newcomer: fc.boolean() }), { maxLength: 60 })
  .map((places) => places.map((place, at) => ({ ...place, rank: at })));

const items = (order: readonly FairPlace<string, Place>[]): Place[] => order.map(({ item }) => item);

describe('a fair order', () => {
  it('moves the best small firm up to where its kind would fall short', () => {
    const places = Array.from({ length: 10 }, (_, rank) => ({ rank, sme: rank >= 8, newcomer: true }));
    expect(items(fairOrder(places, kinds, 10)).map(({ rank }) => rank)).toEqual([
      0, 1, 2, 3, 8, 4, 5, 6, 7, 9,
    ]);
  });

  it('says who was raised, for which kind, and from where', () => {
    const places = Array.from({ length: 10 }, (_, rank) => ({ rank, sme: rank >= 8, newcomer: true }));
    const order = fairOrder(places, kinds, 10);
    expect(order.filter(({ raisedFor }) => raisedFor.length > 0)).toEqual([
      { item: places[8], before: 9, raisedFor: ['sme'] },
    ]);
    // who only fell behind the raised one is not raised
    expect(order[5]).toMatchObject({ before: 5, raisedFor: [] });
  });

  it('prefers one who helps two kinds at once', () => {
    const places = Array.from({ length: 12 }, (_, rank) => ({
      rank,
      sme: rank === 10 || rank === 11,
      newcomer: rank === 11,
    }));
    const tenth = items(fairOrder(places, kinds, 12)).slice(0, 10);
    expect(tenth.filter(({ newcomer }) => newcomer)).toHaveLength(1);
  });

  it('keeps the share of each kind in every prefix as far as there are any, and everybody once', () => {
    fc.assert(
      fc.property(lists, (places) => {
        const order = items(fairOrder(places, kinds, places.length));
        expect([...order].sort((a, b) => a.rank - b.rank)).toEqual(places);
        for (let length = 1; length <= order.length; length += 1) {
          const prefix = order.slice(0, length);
          // a place can serve one kind only: a prefix may be one short of a kind whose turn comes next
          const all = kinds.map(({ least, belongs }) => {
            const wanted = Math.min(least(length), places.filter(belongs).length);
            return prefix.filter(belongs).length >= wanted - 1;
          });
          expect(all).toEqual([true, true]);
        }
      }),
    );
  });

  it('leaves a fair list as it is, and the order within a kind', () => {
    fc.assert(
      fc.property(lists, (places) => {
        const order = items(fairOrder(places, kinds, places.length));
        for (const wanted of [true, false]) {
          const same = order.filter(({ sme, newcomer }) => sme === wanted && newcomer === wanted);
          expect(same.map(({ rank }) => rank)).toEqual(
            [...same.map(({ rank }) => rank)].sort((a, b) => a - b),
          );
        }
        expect(items(fairOrder(places, [], places.length))).toEqual(places);
      }),
    );
  });
});
