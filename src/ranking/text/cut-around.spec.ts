import fc from 'fast-check';

import { cutAround } from './cut-around.js';

const places = fc.array(fc.nat(200), { maxLength: 4 });
const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 4, maxLength: 30 }), {
  minLength: 60,
  maxLength: 120,
});

describe('a quotation', () => {
  it('is the whole sentence where that is short enough', () => {
    const sentence = { start: 3, end: 279 };
    expect(cutAround('x'.repeat(300), sentence, [{ start: 100, end: 120 }])).toBe(sentence);
  });

  it('has at most 276 characters, cut between words, around the first place', () => {
    fc.assert(
      fc.property(words, places, (made, chosen) => {
        const text = made.join(' ');
        const starts = made.map((_, at) => made.slice(0, at).join(' ').length + Number(at > 0));
        const around = chosen.map((at) => {
          const start = starts[at % made.length]!;
          return { start, end: start + made[at % made.length]!.length };
        });
        const { start, end } = cutAround(text, { start: 0, end: text.length }, around);
        expect(end - start).toBeLessThanOrEqual(276);
        expect(start === 0 || text[start - 1] === ' ').toBe(true);
        expect(end === text.length || text[end] === ' ').toBe(true);
        const first = around[0];
        if (first !== undefined) expect(start <= first.start && first.end <= end).toBe(true);
      }),
    );
  });

  it('cuts through a word that is longer than a quotation', () => {
    const { start, end } = cutAround('x'.repeat(1000), { start: 0, end: 1000 }, []);
    expect(end - start).toBe(276);
  });
});
