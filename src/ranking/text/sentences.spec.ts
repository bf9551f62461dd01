import fc from 'fast-check';

import { sentences } from './sentences.js';

const split = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each<[string, string, string[]]>([
    ['end at a full stop before a capital', 'One is done. Two follows.', ['One is done.', 'Two follows.']],
    ['do not end at a decimal', 'It weighs 2.5 tonnes. Heavy.', ['It weighs 2.5 tonnes.', 'Heavy.']],
    [
      'do not end at a short form',
      'Metals, e.g. Cobalt, cf. Annex A.',
      ['Metals, e.g. Cobalt, cf. Annex A.'],
    ],
    ['do not end at an initial', 'Led by J. Smith in Milan.', ['Led by J. Smith in Milan.']],
    ['end at a line end and a bullet', 'Scope:\n• first item\n• second', ['Scope:', 'first item', 'second']],
    ['keep their closing quotes', 'He said “yes.” Then left.', ['He said “yes.”', 'Then left.']],
    ['of nothing are none', ' \n\t ', []],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('lose nothing but what separates them, in order, without white space around', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB. \n!"•é1') }), (text) => {
        const spans = sentences(text);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, span.start)).toMatch(/^[\s•]*$/);
          const sentence = text.slice(span.start, span.end);
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe('');
          end = span.end;
        }
        expect(text.slice(end)).toMatch(/^[\s•]*$/);
      }),
    );
  });

  it('read a text of white space alone between two words once, not once from each place', () => {
    expect(sentences(`a${' '.repeat(1_000_000)}b`)).toEqual([{ start: 0, end: 1_000_002 }]);
  });
});
