import { checksum } from './checksum.js';

const wordsOf = (text: string): Uint32Array => new Uint32Array(new TextEncoder().encode(text).slice().buffer);

describe('the checksum', () => {
  // XXH32, seed 0; the first two as published with it, the others by a second implementation
  it.each([
    ['', 0x02cc5d05],
    ['abcd', 0xa3643705],
    ['0123456789abcdef', 0xc2c45b69],
    ['0123456789abcdef0123', 0x6350964e],
  ])('of %j is that of XXH32', (text, expected) => {
    expect(checksum(wordsOf(text))).toBe(expected);
  });

  it('changes with every bit', () => {
    const words = wordsOf('0123456789abcdef0123456789abcdef');
    const before = checksum(words);
    for (let bit = 0; bit < words.length * 32; bit += 1) {
      const changed = words.slice();
      changed[bit >> 5]! ^= 1 << (bit & 31);
      expect(checksum(changed)).not.toBe(before);
    }
  });
});
