import type { Band } from '../../ranking/index.js';

/** Bands by the number they are stored as: a better one is a greater one. */
export const storedBands: readonly Band[] = ['unknown', 'possible', 'good', 'strong'];

/** One ranking as it is stored: arrays of equal length, best first. */
export interface PackedList {
  /** id of what it is for: an opportunity, or an organisation */
  readonly of: string;
  /** ids of what was ranked */
  readonly entries: readonly string[];
  /** 32-bit floats */
  readonly scores: readonly number[];
  readonly fits: readonly number[];
  readonly trackRecords: readonly number[];
  /** of the fits, by their place among `storedBands`; null: lists of partners are given theirs when they are read */
  readonly bands: readonly number[] | null;
  /** how many scored at all; more than there are entries where the list was cut */
  readonly total: number;
}

/** A cluster's list for an opportunity. Its entries supersede those of the same organisations in the open list. */
export interface ClusterList extends PackedList {
  /** how many of those that scored are counted by the open list too */
  readonly alsoOpen: number;
}

/** An entry of a list that stood at `place`. */
export interface PackedEntry {
  readonly id: string;
  readonly score: number;
  readonly fit: number;
  readonly trackRecord: number;
  /** of the fit; null where none is stored */
  readonly band: Band | null;
}

export function entriesOf(list: PackedList): PackedEntry[] {
  return list.entries.map((id, place) => ({
    id,
    score: list.scores[place] ?? 0,
    fit: list.fits[place] ?? 0,
    trackRecord: list.trackRecords[place] ?? 0,
    band: storedBands[list.bands?.[place] ?? -1] ?? null,
  }));
}

/** @param entries all that scored, best first; those below the first `limit` are only counted */
export function packed(of: string, entries: readonly PackedEntry[], limit: number): PackedList {
  const kept = entries.slice(0, limit);
  return {
    of,
    entries: kept.map(({ id }) => id),
    scores: kept.map(({ score }) => score),
    fits: kept.map(({ fit }) => fit),
    trackRecords: kept.map(({ trackRecord }) => trackRecord),
    bands: null,
    total: entries.length,
  };
}

export const isCut = (list: PackedList): boolean => list.total > list.entries.length;
