import { growingUints } from './growing-array.js';
import { pairKey } from '../text/tokens.js';

/**
 * Numbers for the terms met while a segment is built: words, concepts, and pairs of words.
 *
 * Most pairs occur once and are dropped at the end, so they are kept as two numbers in an open hash table: a few
 * million of them as strings would cost some hundred megabytes.
 */
export class Vocabulary {
  private readonly wordNumbers = new Map<string, number>();
  /** word of a term; for a pair, its first word's number */
  private readonly firsts = growingUints();
  /** for a pair, its second word's number + 1; 0 for a word */
  private readonly seconds = growingUints();
  private readonly words: string[] = [];
  /** open addressing over the pairs: term + 1, 0 is free */
  private slots = new Uint32Array(1 << 16);
  private pairs = 0;

  get size(): number {
    return this.firsts.length;
  }

  word(key: string): number {
    const known = this.wordNumbers.get(key);
    if (known !== undefined) return known;
    const term = this.size;
    this.firsts.push(this.words.length);
    this.seconds.push(0);
    this.words.push(key);
    this.wordNumbers.set(key, term);
    return term;
  }

  /** @param first, second numbers that `word` gave */
  pair(first: number, second: number): number {
    if (this.pairs * 2 >= this.slots.length) this.widen();
    const slot = this.slotOf(first, second);
    const held = this.slots[slot] ?? 0;
    if (held > 0) return held - 1;
    const term = this.size;
    this.firsts.push(first);
    this.seconds.push(second + 1);
    this.slots[slot] = term + 1;
    this.pairs += 1;
    return term;
  }

  isPair(term: number): boolean {
    return this.seconds.values()[term] !== 0;
  }

  key(term: number): string {
    const second = this.seconds.values()[term] ?? 0;
    const first = this.firsts.values()[term] ?? 0;
    return second === 0 ? (this.words[first] ?? '') : pairKey(this.key(first), this.key(second - 1));
  }

  /** The slot that holds the pair, or the free one where it belongs. */
  private slotOf(first: number, second: number): number {
    const mask = this.slots.length - 1;
    const firsts = this.firsts.values();
    const seconds = this.seconds.values();
    let slot = hashPair(first, second) & mask;
    for (;;) {
      const held = this.slots[slot] ?? 0;
      if (held === 0) return slot;
      if (firsts[held - 1] === first && seconds[held - 1] === second + 1) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private widen(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 4);
    for (const held of old) {
      if (held === 0) continue;
      const first = this.firsts.values()[held - 1] ?? 0;
      const second = (this.seconds.values()[held - 1] ?? 0) - 1;
      this.slots[this.slotOf(first, second)] = held;
    }
  }
}

function hashPair(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
