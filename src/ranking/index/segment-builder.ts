import type { CorpusDocument, CorpusOrganisation } from '../corpus-document.js';
import { RankingError } from '../ranking-error.js';
import { documentTerms } from './document-terms.js';
import { growingBytes, growingUints } from './growing-array.js';
import { organisationArrays, documentArrays } from './metadata-arrays.js';
import type { StoredDocument } from './metadata-arrays.js';
import { postingArrays } from './posting-arrays.js';
import { writeSegmentFile } from './segment-file.js';
import type { VectorKind } from './segment-format.js';
import type { TermStatistics } from './term-statistics.js';
import { Vocabulary } from './vocabulary.js';

export interface SegmentOptions {
  /** the audience: `open`, `shared-<cluster>`, `cluster-<id>`; kept in the header */
  readonly name: string;
  /** of the `open` segment, so that scores agree; null: its own, as for the open segment itself */
  readonly statistics: TermStatistics | null;
  /**
   * in how many documents a pair of words must occur to be kept; by default 2 from a thousand documents on (most
   * pairs occur once, and dropping those makes the file a third), else 1
   */
  readonly rarestPair?: number;
}

/** Everything read so far, in the order it came: rows of terms with counts per field, and what the rest needs. */
export interface ReadDocuments {
  readonly documents: readonly StoredDocument[];
  readonly rowStarts: Uint32Array;
  readonly terms: Uint32Array;
  /** four bytes per entry: counts in title, keywords, body, and the strength of a concept (0: a word) */
  readonly counts: Uint8Array;
}

/**
 * Builds a segment from documents given one at a time; texts are let go as soon as they are read.
 *
 * The bytes depend on what was added, not on the order.
 */
export class SegmentBuilder {
  private readonly vocabulary = new Vocabulary();
  private readonly organisations = new Map<string, CorpusOrganisation>();
  private readonly documents = new Map<string, StoredDocument>();
  private readonly vectors = new Map<string, Int8Array>();
  private vectorKind: VectorKind | null = null;
  private readonly rowStarts = growingUints();
  private readonly terms = growingUints();
  private readonly counts = growingBytes();

  constructor(private readonly options: SegmentOptions) {
    this.rowStarts.push(0);
  }

  /** @throws {RankingError} `ranking.repeated-id` */
  addOrganisation(organisation: CorpusOrganisation): void {
    if (this.organisations.has(organisation.id)) throw repeated('organisation', organisation.id);
    this.organisations.set(organisation.id, { ...organisation });
  }

  /**
   * Holders may be added later, but before `finish`.
   *
   * @throws {RankingError} `ranking.repeated-id`, or `ranking.bad-date`
   */
  addDocument(document: CorpusDocument): void {
    if (this.documents.has(document.id)) throw repeated('document', document.id);
    const { counts, lengths, concepts } = documentTerms(document, this.vocabulary);
    for (const [term, [title, keywords, body]] of counts) this.push(term, [title, keywords, body, 0]);
    for (const [term, strength] of concepts) this.push(term, [0, 0, 0, Math.round(255 * strength)]);
    this.rowStarts.push(this.terms.length);
    const { title: _title, keywords: _keywords, body: _body, ...kept } = document;
    this.documents.set(document.id, { ...kept, lengths, row: this.documents.size });
  }

  /**
   * What a provider made of a document's text; the last one counts. Documents without one have none.
   *
   * @throws {RangeError} another length than the first
   */
  addVector(document: string, model: string, parts: Int8Array): void {
    const { dimensions } = (this.vectorKind ??= { model, dimensions: parts.length });
    if (parts.length !== dimensions)
      throw new RangeError(`a vector of ${parts.length} parts among those of ${dimensions}`);
    this.vectors.set(document, parts);
  }

  /**
   * The finished file. The builder cannot be used again.
   *
   * @throws {RankingError} `ranking.unknown-holder`: a document names an organisation that was not added
   */
  finish(): Uint8Array {
    const documents = [...this.documents.values()].sort((a, b) => ascending(a.id, b.id));
    const organisations = [...this.organisations.values()].sort(
      (a, b) => ascending(a.key, b.key) || ascending(a.id, b.id),
    );
    const read: ReadDocuments = {
      documents,
      rowStarts: this.rowStarts.values(),
      terms: this.terms.values(),
      counts: this.counts.values(),
    };
    const rarestPair = this.options.rarestPair ?? (documents.length >= 1000 ? 2 : 1);
    const { averageLengths, termCount, ...postings } = postingArrays(read, this.vocabulary, {
      rarestPair,
      averageLengths: this.options.statistics?.averageLengths ?? null,
    });
    const header = {
      name: this.options.name,
      documents: documents.length,
      organisations: organisations.length,
      terms: termCount,
      averageLengths,
      ...(this.vectorKind && { vectors: this.vectorKind }),
    };
    const arrays = {
      ...postings,
      ...documentArrays(documents, organisations),
      ...organisationArrays(organisations),
      documentVectors: this.vectorBytes(documents),
    };
    return writeSegmentFile(header, arrays);
  }

  private vectorBytes(documents: readonly StoredDocument[]): Uint8Array {
    const { dimensions } = this.vectorKind ?? { dimensions: 0 };
    const bytes = new Int8Array(documents.length * dimensions);
    documents.forEach(({ id }, at) => bytes.set(this.vectors.get(id) ?? [], at * dimensions));
    return new Uint8Array(bytes.buffer);
  }

  /** @param counts in title, keywords and body, and the strength of a concept, each at most 255 */
  private push(term: number, counts: readonly [number, number, number, number]): void {
    this.terms.push(term);
    for (const count of counts) this.counts.push(count);
  }
}

/** All at once, for small sets. */
export function buildSegment(
  documents: Iterable<CorpusDocument>,
  organisations: Iterable<CorpusOrganisation>,
  options: SegmentOptions,
): Uint8Array {
  const builder = new SegmentBuilder(options);
  for (const organisation of organisations) builder.addOrganisation(organisation);
  for (const document of documents) builder.addDocument(document);
  return builder.finish();
}

const ascending = (a: string, b: string): number => Number(a > b) - Number(a < b);

const repeated = (what: string, id: string): RankingError =>
  new RankingError(
    'ranking.repeated-id',
    `${what} '${id.slice(0, 80)}' was added twice; ids are unique in a segment`,
  );
