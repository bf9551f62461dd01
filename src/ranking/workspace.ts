import type { PreparedCall } from './query/prepared-call.js';
import type { Segment } from './index/segment.js';

/**
 * The memory that one request after the other reuses: scoring allocates next to nothing. Belongs to one corpus, hence
 * to one thread.
 */
export class Workspace {
  /** by document, for the call that was scored last */
  readonly scores: Int32Array;
  scored: PreparedCall | null = null;
  /** by document; all zero when not in use */
  readonly marks: Uint8Array;
  readonly votes: VoteLists;
  readonly calls: CallLookup;

  constructor(documents: number, organisations: number, segments: readonly Segment[]) {
    this.scores = new Int32Array(documents);
    this.marks = new Uint8Array(documents);
    this.votes = new VoteLists(organisations);
    this.calls = new CallLookup(segments);
  }
}

/** The values that evidence items add to each organisation: linked lists in typed arrays. */
export class VoteLists {
  /** place of the newest vote + 1; 0: none */
  private readonly heads: Uint32Array;
  private nexts = new Uint32Array(4096);
  private values = new Float64Array(4096);
  private used = 0;
  private readonly touched: Uint32Array;
  private organisations = 0;

  constructor(organisations: number) {
    this.heads = new Uint32Array(organisations);
    this.touched = new Uint32Array(organisations);
  }

  add(ordinal: number, value: number): void {
    if (this.used === this.values.length) this.grow();
    if (this.heads[ordinal] === 0) this.touched[this.organisations++] = ordinal;
    this.values[this.used] = value;
    this.nexts[this.used] = this.heads[ordinal]!;
    this.used += 1;
    this.heads[ordinal] = this.used;
  }

  /** Calls `visit` with each organisation and its values, in no special order, and empties the lists. */
  drain(visit: (ordinal: number, values: number[]) => void): void {
    const values: number[] = [];
    for (let at = 0; at < this.organisations; at += 1) {
      const ordinal = this.touched[at]!;
      values.length = 0;
      for (let vote = this.heads[ordinal]!; vote > 0; vote = this.nexts[vote - 1]!)
        values.push(this.values[vote - 1]!);
      this.heads[ordinal] = 0;
      visit(ordinal, values);
    }
    this.used = 0;
    this.organisations = 0;
  }

  private grow(): void {
    const values = new Float64Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    const nexts = new Uint32Array(values.length);
    nexts.set(this.nexts);
    this.nexts = nexts;
  }
}

/** From a segment's term to its place in the call at hand: what lets a document be read in one pass over its terms. */
export class CallLookup {
  /** per segment, by term number: place + 1, 0 for what the call does not have */
  private readonly places: readonly Uint32Array[];
  private current: PreparedCall | null = null;

  constructor(private readonly segments: readonly Segment[]) {
    this.places = segments.map(({ termCount }) => new Uint32Array(termCount));
  }

  /** The lookup for one segment, made ready for `call`. */
  of(call: PreparedCall, segment: number): Uint32Array {
    if (this.current !== call) {
      if (this.current !== null) this.write(this.current, () => 0);
      this.write(call, (place) => place + 1);
      this.current = call;
    }
    return this.places[segment]!;
  }

  private write(call: PreparedCall, value: (place: number) => number): void {
    this.segments.forEach((segment, at) => {
      const places = this.places[at]!;
      call.termNumbers(segment).forEach((term, place) => {
        if (term >= 0) places[term] = value(place);
      });
    });
  }
}
