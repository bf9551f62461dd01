import { hex, readSegmentFile } from './segment-file.js';
import type { VectorTable } from '../signals/embedding.js';
import type { SegmentArrays, SegmentHeader } from './segment-format.js';
import { StringTable } from './string-table.js';
import type { TermStatistics } from './term-statistics.js';

/** An opened segment: views on the bytes, nothing copied. Immutable; safe to share between threads. */
export class Segment {
  readonly name: string;
  readonly documentCount: number;
  readonly organisationCount: number;
  readonly termCount: number;
  readonly statistics: TermStatistics;
  readonly terms: StringTable;
  readonly documents: StringTable;
  readonly organisations: StringTable;
  readonly topics: StringTable;
  /** null: no provider was asked */
  readonly vectors: VectorTable | null;

  /** Use `openSegment`. */
  constructor(
    header: SegmentHeader,
    readonly arrays: SegmentArrays,
    /** of the content, 8 hexadecimal digits; equal content has equal checksums */
    readonly checksum: string,
  ) {
    this.name = header.name;
    this.documentCount = header.documents;
    this.organisationCount = header.organisations;
    this.termCount = header.terms;
    const a = arrays;
    this.terms = new StringTable({
      bytes: a.termBytes,
      starts: a.termStarts,
      hashes: a.termHashes,
      places: a.termPlaces,
    });
    this.documents = new StringTable({
      bytes: a.documentBytes,
      starts: a.documentIdStarts,
      hashes: a.documentHashes,
      places: a.documentPlaces,
    });
    this.organisations = new StringTable({
      bytes: a.organisationBytes,
      starts: a.organisationIdStarts,
      hashes: a.organisationHashes,
      places: a.organisationPlaces,
    });
    this.topics = new StringTable({
      bytes: a.topicBytes,
      starts: a.topicStarts,
      hashes: a.topicHashes,
      places: a.topicPlaces,
    });
    this.vectors = header.vectors ? { ...header.vectors, vectors: signed(a.documentVectors) } : null;
    this.statistics = {
      documentCount: header.documents,
      averageLengths: header.averageLengths,
      documentFrequency: (term) => this.documentFrequency(this.terms.find(term)),
    };
  }

  hasOrganisation(id: string): boolean {
    return this.organisations.find(id) !== undefined;
  }

  /** What breaks ties between organisations. */
  organisationKey(ordinal: number): string {
    const { keyBytes, keyStarts } = this.arrays;
    return new TextDecoder().decode(keyBytes.slice(keyStarts[ordinal], keyStarts[ordinal + 1]));
  }

  private documentFrequency(term: number | undefined): number {
    if (term === undefined) return 0;
    return (this.arrays.postingStarts[term + 1] ?? 0) - (this.arrays.postingStarts[term] ?? 0);
  }
}

const signed = ({ buffer, byteOffset, length }: Uint8Array): Int8Array =>
  new Int8Array(buffer, byteOffset, length);

/**
 * @param bytes over an `ArrayBuffer` or a `SharedArrayBuffer`, starting at a multiple of 8 in it
 * @param options `verify: false` skips the checksum (the bytes were verified when they were first read)
 * @throws {RankingError} `ranking.segment-unreadable`: cut short, another version, or a wrong checksum
 */
export function openSegment(bytes: Uint8Array, options: { verify?: boolean } = {}): Segment {
  const { header, arrays, checksum } = readSegmentFile(bytes, options.verify ?? true);
  return new Segment(header, arrays, hex(checksum));
}
