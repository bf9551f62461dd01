import type { Segment } from '../index/segment.js';
import type { PreparedCall } from './prepared-call.js';

/** Term of a segment → the calls that have it, with what it weighs there. */
export interface CallPostings {
  /** by term number of the segment; one more entry than there are terms */
  readonly starts: Uint32Array;
  readonly calls: Uint32Array;
  readonly weights: Uint16Array;
}

/** Many prepared calls with an index of their terms: built once, asked for one organisation after the other. */
export class PreparedCalls {
  private readonly postings = new WeakMap<Segment, CallPostings>();

  /** Use `prepareCalls`, or give calls that were prepared one by one with the same corpus. */
  constructor(readonly calls: readonly PreparedCall[]) {}

  /** The index for one segment's term numbers; made on first use. */
  postingsOf(segment: Segment): CallPostings {
    const known = this.postings.get(segment);
    if (known !== undefined) return known;
    const made = invert(this.calls, segment);
    this.postings.set(segment, made);
    return made;
  }
}

function invert(calls: readonly PreparedCall[], segment: Segment): CallPostings {
  const rows = calls.map((call) => call.termNumbers(segment));
  const starts = new Uint32Array(segment.termCount + 1);
  for (const row of rows) for (const term of row) if (term >= 0) starts[term + 1]! += 1;
  for (let term = 1; term < starts.length; term += 1) starts[term]! += starts[term - 1]!;
  const next = starts.slice();
  const postings = {
    starts,
    calls: new Uint32Array(starts[segment.termCount] ?? 0),
    weights: new Uint16Array(starts[segment.termCount] ?? 0),
  };
  rows.forEach((row, call) => {
    row.forEach((term, at) => {
      if (term < 0) return;
      const place = next[term]!;
      postings.calls[place] = call;
      postings.weights[place] = calls[call]?.weights[at] ?? 0;
      next[term] = place + 1;
    });
  });
  return postings;
}
