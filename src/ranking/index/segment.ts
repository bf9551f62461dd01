import type { TermStatistics } from './term-statistics.js';

/** An opened segment: views on the bytes, nothing copied. Immutable; safe to share between threads. */
export interface Segment {
  readonly name: string;
  readonly documentCount: number;
  readonly organisationCount: number;
  readonly statistics: TermStatistics;
  /** of the content, 8 hexadecimal digits; equal content has equal checksums */
  readonly checksum: string;
  hasOrganisation(id: string): boolean;
}

/**
 * @param bytes over an `ArrayBuffer` or a `SharedArrayBuffer`, starting at a multiple of 8 in it
 * @param verify false skips the checksum (the bytes were verified when they were first read)
 * @throws {RankingError} `ranking.segment-unreadable`: cut short, another version, or a wrong checksum
 */
export function openSegment(_bytes: Uint8Array, _options?: { verify?: boolean }): Segment {
  throw new Error('not built yet');
}
