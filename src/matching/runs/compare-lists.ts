import type { ClusterList, PackedList } from '../scoring/packed-list.js';

/** Where a stored list and the same list made again part. */
export interface ListDifference {
  /** id of the opportunity or organisation it is for */
  readonly of: string;
  readonly audience: string;
  /** from 1; 0: the lists differ in length, or in what they count */
  readonly place: number;
  readonly stored: string;
  readonly recomputed: string;
}

/**
 * A list as bytes: ids, figures as 32-bit floats, counts. Equal bytes, equal list.
 */
export function listBytes(list: PackedList | ClusterList): Buffer {
  const figures = [list.scores, list.fits, list.trackRecords].map((values) =>
    Buffer.from(Float32Array.from(values).buffer),
  );
  const counts = Uint32Array.of(list.total, 'alsoOpen' in list ? list.alsoOpen : 0, list.entries.length);
  return Buffer.concat([Buffer.from(counts.buffer), Buffer.from(list.entries.join('\n')), ...figures]);
}

/** @returns null where they are equal, byte for byte */
export function firstDifference(
  audience: string,
  stored: PackedList | undefined,
  recomputed: PackedList | undefined,
): ListDifference | null {
  const of = stored?.of ?? recomputed?.of ?? '';
  if (stored === undefined || recomputed === undefined)
    return { of, audience, place: 0, stored: lengthOf(stored), recomputed: lengthOf(recomputed) };
  if (listBytes(stored).equals(listBytes(recomputed))) return null;
  const length = Math.max(stored.entries.length, recomputed.entries.length);
  for (let at = 0; at < length; at += 1) {
    const [before, now] = [entryAt(stored, at), entryAt(recomputed, at)];
    if (before !== now) return { of, audience, place: at + 1, stored: before, recomputed: now };
  }
  return { of, audience, place: 0, stored: countsOf(stored), recomputed: countsOf(recomputed) };
}

const lengthOf = (list: PackedList | undefined): string =>
  list === undefined ? 'no list' : `${list.entries.length} entries`;

const entryAt = ({ entries, scores, fits, trackRecords }: PackedList, at: number): string =>
  entries[at] === undefined ? 'nothing' : `${entries[at]} ${scores[at]} (${fits[at]}, ${trackRecords[at]})`;

const countsOf = (list: PackedList | ClusterList): string =>
  `${list.total} scored${'alsoOpen' in list ? `, ${list.alsoOpen} of them openly` : ''}`;
