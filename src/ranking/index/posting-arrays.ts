import { fullImpact, impact } from './impact.js';
import type { FieldTriple } from './impact.js';
import type { ReadDocuments } from './segment-builder.js';
import type { SegmentArrays } from './segment-format.js';
import { stringTableData } from './string-table.js';
import type { Vocabulary } from './vocabulary.js';

type PostingArrayName =
  | 'termBytes'
  | 'termStarts'
  | 'termHashes'
  | 'termPlaces'
  | 'postingStarts'
  | 'postingDocuments'
  | 'postingImpacts'
  | 'forwardStarts'
  | 'forwardTerms'
  | 'forwardImpacts';

export type PostingArrays = Pick<SegmentArrays, PostingArrayName> & {
  readonly averageLengths: FieldTriple;
  readonly termCount: number;
};

export interface PostingOptions {
  readonly rarestPair: number;
  /** null: computed from these documents */
  readonly averageLengths: FieldTriple | null;
}

/**
 * Terms in ascending order of their keys, postings by term and by document, impacts in one byte.
 *
 * One pass over the rows in the order of document ids fills the rows by term, already ascending by document; a
 * second pass, over those, fills the rows by document, already ascending by term. No sorting of millions.
 */
export function postingArrays(
  read: ReadDocuments,
  vocabulary: Vocabulary,
  { rarestPair, averageLengths }: PostingOptions,
): PostingArrays {
  const averages = averageLengths ?? meanLengths(read);
  const { keys, numbers } = keptTerms(read, vocabulary, rarestPair);
  const byTerm = rowsByTerm(read, numbers, keys.length, averages);
  const byDocument = transpose(byTerm, read.documents.length);
  const table = stringTableData(keys);
  return {
    averageLengths: averages,
    termCount: keys.length,
    termBytes: table.bytes,
    termStarts: table.starts,
    termHashes: table.hashes,
    termPlaces: table.places,
    postingStarts: byTerm.starts,
    postingDocuments: byTerm.columns,
    postingImpacts: byTerm.impacts,
    forwardStarts: byDocument.starts,
    forwardTerms: byDocument.columns,
    forwardImpacts: byDocument.impacts,
  };
}

/** Over the documents that fill the field at all. */
function meanLengths(read: ReadDocuments): FieldTriple {
  const mean = (field: 0 | 1 | 2): number => {
    const filled = read.documents.map((document) => document.lengths[field]).filter((length) => length > 0);
    return filled.length === 0 ? 0 : filled.reduce((sum, length) => sum + length, 0) / filled.length;
  };
  return [mean(0), mean(1), mean(2)];
}

/** New numbers, in the order of the keys, for the terms that stay; 0 for the others, number + 1 for those. */
function keptTerms(
  read: ReadDocuments,
  vocabulary: Vocabulary,
  rarestPair: number,
): { keys: string[]; numbers: Uint32Array } {
  const frequency = new Uint32Array(vocabulary.size);
  for (const term of read.terms) frequency[term] = (frequency[term] ?? 0) + 1;
  const kept: { term: number; key: string }[] = [];
  frequency.forEach((count, term) => {
    if (count === 0 || (vocabulary.isPair(term) && count < rarestPair)) return;
    kept.push({ term, key: vocabulary.key(term) });
  });
  kept.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key));
  const numbers = new Uint32Array(vocabulary.size);
  kept.forEach(({ term }, number) => (numbers[term] = number + 1));
  return { keys: kept.map(({ key }) => key), numbers };
}

interface Rows {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly impacts: Uint8Array;
}

function rowsByTerm(
  read: ReadDocuments,
  numbers: Uint32Array,
  termCount: number,
  averages: FieldTriple,
): Rows {
  const starts = new Uint32Array(termCount + 1);
  for (const term of read.terms) {
    const number = numbers[term] ?? 0;
    if (number > 0) starts[number] = (starts[number] ?? 0) + 1;
  }
  accumulate(starts);
  const next = starts.slice(0, termCount);
  const columns = new Uint32Array(starts[termCount] ?? 0);
  const impacts = new Uint8Array(columns.length);
  read.documents.forEach(({ row, lengths }, document) => {
    for (let at = read.rowStarts[row] ?? 0; at < (read.rowStarts[row + 1] ?? 0); at += 1) {
      const number = numbers[read.terms[at] ?? 0] ?? 0;
      if (number === 0) continue;
      const place = next[number - 1] ?? 0;
      columns[place] = document;
      impacts[place] = impactAt(read.counts, at * 4, lengths, averages);
      next[number - 1] = place + 1;
    }
  });
  return { starts, columns, impacts };
}

function impactAt(counts: Uint8Array, at: number, lengths: FieldTriple, averages: FieldTriple): number {
  const concept = counts[at + 3] ?? 0;
  if (concept > 0) return Math.min(concept, fullImpact);
  return impact([counts[at] ?? 0, counts[at + 1] ?? 0, counts[at + 2] ?? 0], lengths, averages);
}

/** Rows become columns; within the new rows, columns ascend. */
function transpose(rows: Rows, columnCount: number): Rows {
  const starts = new Uint32Array(columnCount + 1);
  for (const column of rows.columns) starts[column + 1] = (starts[column + 1] ?? 0) + 1;
  accumulate(starts);
  const next = starts.slice(0, columnCount);
  const columns = new Uint32Array(rows.columns.length);
  const impacts = new Uint8Array(rows.columns.length);
  for (let row = 0; row + 1 < rows.starts.length; row += 1) {
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
      const column = rows.columns[at] ?? 0;
      const place = next[column] ?? 0;
      columns[place] = row;
      impacts[place] = rows.impacts[at] ?? 0;
      next[column] = place + 1;
    }
  }
  return { starts, columns, impacts };
}

/** Counts, each stored one place late, become starts. */
function accumulate(starts: Uint32Array): void {
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
}
