import {
  defaultModel,
  explain,
  openCorpus,
  openSegment,
  prepareCall,
  prepareCalls,
  rankOpportunities,
  rankOrganisations,
  scoreBlock,
  type Boilerplate,
  type Corpus,
  type Glossary,
  type OpportunityText,
  type PreparedCalls,
  type Segment,
} from '../../ranking/index.js';
import { RecentlyUsed } from './recently-used.js';
import type {
  BlockRequest,
  CallsRequest,
  CorpusRef,
  PackedList,
  PartnersRequest,
  ReasonsRequest,
  ScoringAnswers,
  ScoringRequest,
} from './scoring-request.js';

/** Opened corpora and prepared calls kept for the next request; each costs memory, so only a few. */
const keptCorpora = 4;
const keptPrepared = 4;

/** Whoever sends call texts to an engine drops its note of the oldest set after as many as this. */
export const keptCallTexts = 4;

/**
 * Answers scoring requests from segments it was given, on the thread it stands on. It reads no database and no file.
 */
export class ScoringEngine {
  readonly #segments = new Map<string, Segment>();
  readonly #boilerplates = new Map<string, Boilerplate>();
  readonly #corpora = new RecentlyUsed<Corpus>(keptCorpora);
  readonly #prepared = new RecentlyUsed<PreparedCalls>(keptPrepared);
  readonly #callTexts = new Map<string, readonly OpportunityText[]>();
  readonly #glossary: Glossary | null;

  constructor(glossary: Glossary | null) {
    this.#glossary = glossary;
  }

  loadSegment(id: string, bytes: SharedArrayBuffer): void {
    if (!this.#segments.has(id)) this.#segments.set(id, openSegment(new Uint8Array(bytes)));
  }

  loadBoilerplate(id: string, boilerplate: Boilerplate): void {
    this.#boilerplates.set(id, boilerplate);
  }

  /** Keeps the texts of a set of calls under its key, for requests that name the key; the oldest set goes first. */
  loadCalls(key: string, texts: readonly OpportunityText[]): void {
    this.#callTexts.set(key, texts);
    const oldest = this.#callTexts.keys().next();
    if (this.#callTexts.size > keptCallTexts && !oldest.done) this.#callTexts.delete(oldest.value);
  }

  /** Lets go of every segment not among these; what was opened from them goes with it. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#segments.keys()) if (!ids.has(id)) this.#segments.delete(id);
    for (const id of this.#boilerplates.keys()) if (!ids.has(id)) this.#boilerplates.delete(id);
    this.#corpora.clear();
    this.#prepared.clear();
  }

  answer<Kind extends ScoringRequest['kind']>(
    request: Extract<ScoringRequest, { kind: Kind }>,
  ): ScoringAnswers[Kind];
  answer(request: ScoringRequest): ScoringAnswers[keyof ScoringAnswers] {
    switch (request.kind) {
      case 'partners':
        return this.#partners(request);
      case 'reasons':
        return this.#reasons(request);
      case 'calls':
        return this.#calls(request);
      case 'block':
        return this.#block(request);
    }
  }

  #partners(request: PartnersRequest): ScoringAnswers['partners'] {
    const corpus = this.#corpus(request.corpus);
    return rankOrganisations(corpus, prepareCall(corpus, request.call, request.prepare), request.rank);
  }

  #reasons(request: ReasonsRequest): ScoringAnswers['reasons'] {
    const corpus = this.#corpus(request.corpus);
    const call = prepareCall(corpus, request.call, request.prepare);
    return request.organisations.map((organisation) => explain(corpus, call, organisation) ?? null);
  }

  #calls(request: CallsRequest): ScoringAnswers['calls'] {
    const corpus = this.#corpus(request.corpus);
    const calls = this.#preparedCalls(corpus, request);
    return request.organisations.map((organisation) =>
      rankOpportunities(corpus, calls, organisation, { limit: request.limit, explain: request.explain }),
    );
  }

  #block(request: BlockRequest): ScoringAnswers['block'] {
    const corpus = this.#corpus(request.corpus);
    const calls = prepareCalls(corpus, request.calls, request.prepare);
    const among = request.among === null ? {} : { among: request.among };
    return scoreBlock(corpus, calls, { limit: request.limit, ...among }).map(
      ({ opportunity, organisations, scores, fits, trackRecords, total }): PackedList => ({
        opportunity,
        organisations: Array.from(organisations, (ordinal) => corpus.organisationId(ordinal)),
        scores: [...scores],
        fits: [...fits],
        trackRecords: [...trackRecords],
        total,
      }),
    );
  }

  #preparedCalls(corpus: Corpus, request: CallsRequest): PreparedCalls {
    const key = [corpusKey(request.corpus), request.prepare.asOf, request.callsKey].join('|');
    return this.#prepared.get(key, () => {
      const texts = this.#callTexts.get(request.callsKey);
      if (!texts) throw new Error(`calls ${request.callsKey} were not loaded`);
      return prepareCalls(corpus, texts, request.prepare);
    });
  }

  #corpus(ref: CorpusRef): Corpus {
    return this.#corpora.get(corpusKey(ref), () => {
      const segments = ref.segments.map((id) => {
        const segment = this.#segments.get(id);
        if (!segment) throw new Error(`segment ${id} was not loaded`);
        return segment;
      });
      const boilerplate = ref.boilerplate === null ? null : (this.#boilerplates.get(ref.boilerplate) ?? null);
      return openCorpus(segments, { model: defaultModel, boilerplate, glossary: this.#glossary });
    });
  }
}

const corpusKey = ({ segments, boilerplate }: CorpusRef): string =>
  [...segments, boilerplate ?? ''].join('+');
