/**
 * XXH32 over a multiple of four bytes, seed 0. Chosen because it reads words, not bytes: tens of megabytes in
 * milliseconds. It guards against truncation and rot, not against an attacker.
 *
 * @see https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 */
export function checksum(words: Uint32Array): number {
  let at = 0;
  let hash = prime5;
  if (words.length >= 4) {
    let a = (prime1 + prime2) | 0;
    let b = prime2 | 0;
    let c = 0;
    let d = -prime1 | 0;
    for (; at + 4 <= words.length; at += 4) {
      a = round(a, words[at]!);
      b = round(b, words[at + 1]!);
      c = round(c, words[at + 2]!);
      d = round(d, words[at + 3]!);
    }
    hash = (rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18)) | 0;
  }
  hash = (hash + words.length * 4) | 0;
  for (; at < words.length; at += 1) {
    hash = Math.imul(rotate((hash + Math.imul(words[at]!, prime3)) | 0, 17), prime4);
  }
  return avalanche(hash);
}

const prime1 = 0x9e3779b1;
const prime2 = 0x85ebca77;
const prime3 = 0xc2b2ae3d;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

const round = (lane: number, word: number): number =>
  Math.imul(rotate((lane + Math.imul(word, prime2)) | 0, 13), prime1);

function avalanche(value: number): number {
  let hash = Math.imul(value ^ (value >>> 15), prime2);
  hash = Math.imul(hash ^ (hash >>> 13), prime3);
  return (hash ^ (hash >>> 16)) >>> 0;
}
