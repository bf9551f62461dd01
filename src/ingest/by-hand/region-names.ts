import { foldName, type Taxonomy } from '../../taxonomy/index.js';

/** A region that a text names. */
export interface NamedPlace {
  readonly code: string;
  /** in its country's language */
  readonly name: string;
}

/** Shorter names are words of other meaning too often. */
const shortestName = 5;

/** Finds regions by the names people write: of NUTS levels 1 to 3, Italian regions in English too. */
export class RegionNames {
  readonly #byName = new Map<string, string>();

  constructor(private readonly taxonomy: Pick<Taxonomy, 'nuts' | 'italy' | 'nutsName'>) {
    // regions first, then groups of them, then provinces: of one name the region is meant
    for (const level of [2, 1, 3])
      for (const region of taxonomy.nuts.regions)
        if (region.level === level && region.until === null)
          for (const name of region.name.split('/')) this.#learn(name, region.code);
  }

  /** @returns a NUTS code; undefined for what is neither a code nor a name */
  find(text: string): string | undefined {
    const code = this.taxonomy.nuts.normalise(text);
    if (code !== undefined && this.taxonomy.nuts.isKnown(code)) return code;
    return this.taxonomy.italy.region(text) ?? this.#byName.get(foldName(text));
  }

  name(code: string): string {
    return this.taxonomy.nutsName(code) ?? code;
  }

  /** The regions that a sentence names, each once, in its order. */
  within(sentence: string): NamedPlace[] {
    const words = foldName(sentence).split(' ');
    const found = new Map<string, NamedPlace>();
    for (let at = 0; at < words.length; at += 1) {
      const hit = this.#longestFrom(words, at);
      if (!hit) continue;
      found.set(hit.code, { code: hit.code, name: this.name(hit.code) });
      at += hit.words - 1;
    }
    return [...found.values()];
  }

  #longestFrom(words: readonly string[], at: number): { code: string; words: number } | undefined {
    for (let length = Math.min(5, words.length - at); length > 0; length -= 1) {
      const name = words.slice(at, at + length).join(' ');
      if (name.length < shortestName) return undefined;
      const code = this.taxonomy.italy.region(name) ?? this.#byName.get(name);
      if (code !== undefined) return { code, words: length };
    }
    return undefined;
  }

  #learn(name: string, code: string): void {
    const key = foldName(name);
    if (key.length >= shortestName && !this.#byName.has(key)) this.#byName.set(key, code);
  }
}
