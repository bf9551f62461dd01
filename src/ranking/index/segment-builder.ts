import type { CorpusDocument, CorpusOrganisation } from '../corpus-document.js';
import type { TermStatistics } from './term-statistics.js';

export interface SegmentOptions {
  /** the audience: `open`, `shared-<cluster>`, `cluster-<id>`; kept in the header */
  readonly name: string;
  /** of the `open` segment, so that scores agree; null: its own, as for the open segment itself */
  readonly statistics: TermStatistics | null;
}

/**
 * Builds a segment from documents given one at a time; texts are let go as soon as they are read.
 *
 * The bytes depend on what was added, not on the order.
 */
export class SegmentBuilder {
  constructor(_options: SegmentOptions) {}

  addOrganisation(_organisation: CorpusOrganisation): void {
    throw new Error('not built yet');
  }

  /** @throws {AppError-like RankingError} on a repeated id or a holder that was never added, when `finish` is called */
  addDocument(_document: CorpusDocument): void {
    throw new Error('not built yet');
  }

  /** The finished file. The builder cannot be used again. */
  finish(): Uint8Array {
    throw new Error('not built yet');
  }
}

/** All at once, for small sets. */
export function buildSegment(
  _documents: Iterable<CorpusDocument>,
  _organisations: Iterable<CorpusOrganisation>,
  _options: SegmentOptions,
): Uint8Array {
  throw new Error('not built yet');
}
