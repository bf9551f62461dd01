import fc from 'fast-check';

import { excerpt, stretches } from './excerpt.js';

const sentence =
  'Proposals shall show, on real product families, how robots with adaptive grippers open and sort used goods';

describe('an excerpt', () => {
  it('is the whole quotation where there is room', () => {
    expect(excerpt(sentence, ['robots'], 200)).toBe(sentence);
  });

  it('leaves out the mark of an item of a list', () => {
    expect(excerpt('- automated disassembly', [], 200)).toBe('automated disassembly');
    expect(excerpt('-40 °C', [], 200)).toBe('-40 °C');
  });

  it('keeps the start of the sentence where the shared words stand there', () => {
    expect(excerpt(sentence, ['proposals', 'product'], 60)).toBe(
      'Proposals shall show, on real product families, how robots…',
    );
  });

  it('moves to where most of the shared words stand', () => {
    const text = excerpt(sentence, ['grippers', 'sort', 'used goods', 'product'], 60);
    expect(text).toMatch(/^….*grippers open and sort used goods$/);
    expect(text.length).toBeLessThanOrEqual(60);
  });

  it('never exceeds its room, and holds nothing but the quotation and its marks', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 120 }), fc.nat(), (parts, room, seed) => {
        const quote = `so ${parts.join(' ')}`.replace(/\s+/g, ' ').trim();
        const text = excerpt(quote, [parts[seed % parts.length] ?? ''], room);
        expect(text.length).toBeLessThanOrEqual(room);
        expect(quote).toContain(text.replace(/^…|…$/g, ''));
      }),
    );
  });
});

describe('the stretches of a quotation', () => {
  it('set the shared words apart, whole words in any letter case', () => {
    const hits = stretches('Robots and robotics, a robot cell', ['robot cell', 'robot', 'ROBOTS'])
      .filter(({ hit }) => hit)
      .map(({ text }) => text);
    expect(hits).toEqual(['Robots', 'robot cell']);
  });

  it('find words with accents and signs that mean something in a pattern', () => {
    const hits = stretches('Le qualità (C++) di Forlì', ['qualità', 'C++', '(', 'Forlì']).filter(
      ({ hit }) => hit,
    );
    expect(hits.map(({ text }) => text)).toEqual(['qualità', 'C++', 'Forlì']);
  });

  it('add up to the quotation', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (quote, terms) => {
        expect(
          stretches(quote, terms)
            .map(({ text }) => text)
            .join(''),
        ).toBe(quote);
      }),
    );
  });
});
