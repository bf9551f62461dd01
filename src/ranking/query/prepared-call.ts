import type { Day } from '../index/calendar.js';
import type { Corpus } from '../corpus.js';
import { topicKey } from '../index/metadata-arrays.js';
import type { Segment } from '../index/segment.js';
import type { ConsortiumShares } from '../fairness/alike-consortia.js';
import type { OpportunityText } from '../opportunity-text.js';
import type { RoleFacts } from '../signals/facts.js';
import { programmePlace } from '../signals/programme.js';
import type { ProgrammeIndex } from '../signals/programme.js';
import { readVector } from '../signals/embedding.js';
import type { CallVector, LikenessScale } from '../signals/embedding.js';
import type { QueryTerm } from './query-terms.js';

/** What the scores of documents for one call are measured by; both above 0. */
export interface Scale {
  /** an item with this score counts fully */
  readonly full: number;
  /** an item below this is noise and counts nothing */
  readonly least: number;
  /** the same two for profiles and competences */
  readonly ownFull: number;
  readonly ownLeast: number;
}

/**
 * A call made ready to score: weighted terms, and what the asker adds. Bound to the open segment and the model it was
 * prepared with; any corpus that starts with that segment may use it.
 */
export class PreparedCall {
  readonly id: string;
  /** of the terms, in their order */
  readonly weights: Uint16Array;
  /** by place: the notion of a single word, or of its translation; -1 for pairs and concepts */
  readonly wordNotions: Int16Array;
  /** places of the call's own terms: all but their translations */
  readonly own: readonly number[];
  /** how often each term was looked up in a segment: once */
  private readonly numbers = new WeakMap<Segment, Int32Array>();
  private readonly excluded = new WeakMap<Segment, number>();
  private readonly places = new WeakMap<ProgrammeIndex, ReturnType<ProgrammeIndex['find']>>();
  private readonly likenessScales = new WeakMap<Segment, LikenessScale | null>();
  private readonly consortiumShares = new WeakMap<Segment, ConsortiumShares | null>();
  private knownVector: CallVector | null | undefined = undefined;
  private knownBest: number | null = null;
  private knownScale: Scale | null = null;
  /** of the terms, in their order, a line each: no key holds a line end */
  private readonly keys: string;
  private held: readonly QueryTerm[] | null;

  /**
   * Use `prepareCall`.
   *
   * @param weigh makes the terms, the same each time
   */
  constructor(
    readonly text: OpportunityText,
    private readonly weigh: () => readonly QueryTerm[],
    readonly asOf: Day,
    readonly excludeTopic: string | null,
    readonly roleFacts: RoleFacts | null,
  ) {
    const terms = weigh();
    this.held = terms;
    this.keys = terms.map(({ key }) => key).join('\n');
    this.id = text.id;
    this.weights = Uint16Array.from(terms, ({ weight }) => weight);
    this.wordNotions = Int16Array.from(terms, ({ kind, key, notion }) =>
      kind === 'text' && !key.includes(' ') ? notion : -1,
    );
    this.own = terms.flatMap(({ notion }, place) => (notion === place ? [place] : []));
  }

  /** How many terms it has. */
  get size(): number {
    return this.weights.length;
  }

  /** With all that explaining needs; made again where they were let go. */
  get terms(): readonly QueryTerm[] {
    this.held ??= this.weigh();
    return this.held;
  }

  /**
   * Lets go of what only explaining needs: terms take fifty times what scoring needs of them, and of a set of thousands
   * of calls next to none is explained.
   */
  letGo(): void {
    this.held = null;
  }

  /** What a provider made of its text; null: nothing, or nothing that can be read. */
  get vector(): CallVector | null {
    if (this.knownVector === undefined) this.knownVector = readVector(this.text.vector ?? null);
    return this.knownVector;
  }

  /** What likeness to it is measured by; made on first use. */
  likenessScale(open: Segment, make: () => LikenessScale | null): LikenessScale | null {
    const known = this.likenessScales.get(open);
    if (known !== undefined) return known;
    const made = make();
    this.likenessScales.set(open, made);
    return made;
  }

  /** Who made the consortia that come closest to it; looked up on first use. */
  consortia(open: Segment, make: () => ConsortiumShares | null): ConsortiumShares | null {
    const known = this.consortiumShares.get(open);
    if (known !== undefined) return known;
    const made = make();
    this.consortiumShares.set(open, made);
    return made;
  }

  /** The number of each term in a segment, -1 where the segment does not have it. */
  termNumbers(segment: Segment): Int32Array {
    const known = this.numbers.get(segment);
    if (known !== undefined) return known;
    const keys = this.size === 0 ? [] : this.keys.split('\n');
    const found = Int32Array.from(keys, (key) => segment.terms.find(key) ?? -1);
    this.numbers.set(segment, found);
    return found;
  }

  /** The number + 1, in a segment, of the topic whose documents do not count; 0: all count. */
  excludedTopic(segment: Segment): number {
    if (this.excludeTopic === null) return 0;
    const known = this.excluded.get(segment);
    if (known !== undefined) return known;
    const found = (segment.topics.find(topicKey(this.excludeTopic) ?? '') ?? -1) + 1;
    this.excluded.set(segment, found);
    return found;
  }

  /** Where it stands in a programme, in the numbers of a corpus; null where its identifier does not tell. */
  programme({ programmes }: Corpus): ReturnType<ProgrammeIndex['find']> | null {
    const known = this.places.get(programmes);
    if (known !== undefined) return known;
    const place = programmePlace(this.text.topic ?? '');
    if (place === null) return null;
    const found = programmes.find(place);
    this.places.set(programmes, found);
    return found;
  }

  /** The greatest sum of open evidence; made on first use. */
  bestSum(make: () => number): number {
    this.knownBest ??= make();
    return this.knownBest;
  }

  /** What its scores are measured by; made on first use. */
  scale(make: () => Scale): Scale {
    this.knownScale ??= make();
    return this.knownScale;
  }
}
