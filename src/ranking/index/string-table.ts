/** A 32-bit hash of a string's code units, the same on every machine (FNV-1a with a final mix). */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The arrays of a table of distinct strings, ready to be written. */
export interface StringTableData {
  /** all strings in UTF-8, one after the other */
  readonly bytes: Uint8Array;
  /** where each starts, and the end of the last */
  readonly starts: Uint32Array;
  /** hashes in ascending order */
  readonly hashes: Uint32Array;
  /** the string behind each hash */
  readonly places: Uint32Array;
}

/** @param strings distinct; their places are their numbers */
export function stringTableData(strings: readonly string[]): StringTableData {
  const room = new Uint8Array(strings.reduce((sum, text) => sum + text.length * 3, 0));
  const starts = new Uint32Array(strings.length + 1);
  let end = 0;
  strings.forEach((text, at) => {
    end += encoder.encodeInto(text, room.subarray(end)).written;
    starts[at + 1] = end;
  });
  const hashOf = Uint32Array.from(strings, hashString);
  const places = Uint32Array.from(strings.keys()).sort(
    (a, b) => (hashOf[a] ?? 0) - (hashOf[b] ?? 0) || a - b,
  );
  return { bytes: room.slice(0, end), starts, hashes: places.map((place) => hashOf[place] ?? 0), places };
}

/** Strings by number and numbers by string, read straight from a segment's bytes. */
export class StringTable {
  constructor(private readonly data: StringTableData) {}

  get size(): number {
    return this.data.starts.length - 1;
  }

  at(place: number): string {
    const { bytes, starts } = this.data;
    // a decoder refuses shared memory: copy the few bytes first
    return decoder.decode(bytes.slice(starts[place], starts[place + 1]));
  }

  /** The number of a string; undefined where it is not in the table. */
  find(text: string): number | undefined {
    const { hashes, places } = this.data;
    const hash = hashString(text);
    for (let at = lowerBound(hashes, hash); at < hashes.length && hashes[at] === hash; at += 1) {
      const place = places[at] ?? 0;
      if (this.holds(place, text)) return place;
    }
    return undefined;
  }

  /** Letter by letter while both are plain ASCII: decoding costs ten times as much. */
  private holds(place: number, text: string): boolean {
    const { bytes, starts } = this.data;
    const start = starts[place] ?? 0;
    const length = (starts[place + 1] ?? 0) - start;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) return this.at(place) === text;
      if (at >= length || bytes[start + at] !== code) return false;
    }
    return length === text.length;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The first place whose value is not below `value`, in ascending `values`. */
export function lowerBound(values: Uint32Array, value: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
