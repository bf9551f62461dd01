import { createHash } from 'node:crypto';

import {
  alikeTexts,
  explain,
  openCorpus,
  openSegment,
  prepareCall,
  prepareCalls,
  rankOpportunities,
  rankOrganisations,
  scoreBlock,
  why,
  type Boilerplate,
  type Corpus,
  type Glossary,
  type OpportunityText,
  type PreparedCall,
  type PreparedCalls,
  type RankingModel,
  type Segment,
} from '../../ranking/index.js';
import { audienceKind } from '../snapshots/audience.js';
import { readLanguage, readModel } from '../snapshots/part-contents.js';
import { memberLists } from './member-lists.js';
import type { PackedList } from './packed-list.js';
import { RecentlyUsed } from '../../platform/memory/recently-used.js';
import type {
  BlockRequest,
  CallsRequest,
  CorpusRef,
  MembersRequest,
  PartnersRequest,
  ReasonsRequest,
  ScoringAnswers,
  ScoringRequest,
  StoredRequest,
  WhyRequest,
} from './scoring-request.js';
import { shownRanking, shownReasons } from './shown-reasons.js';
import { storedRanking } from './stored-ranking.js';

/** Opened corpora kept for the next request; each costs some megabytes. */
const keptCorpora = 4;

/** Single calls kept prepared: the same topic is asked about again and again. About 0.1 MB each. */
const keptCalls = 128;

/** Sets of all calls kept prepared. One of 1,700 takes more than 100 MB. */
const keptSets = 1;

/** Whoever sends call texts to an engine drops its note of the oldest set after as many as this. */
export const keptCallTexts = 2;

interface Language {
  readonly boilerplate: Boilerplate;
  readonly glossary: Glossary;
}

/**
 * Answers scoring requests from parts of snapshots it was given, on the thread it stands on. It reads no database and
 * no file.
 */
export class ScoringEngine {
  readonly #segments = new Map<string, Segment>();
  readonly #languages = new Map<string, Language>();
  /** as bytes until it is asked for: one that is refused fails the requests that need it, and nothing else */
  readonly #models = new Map<string, RankingModel | SharedArrayBuffer>();
  readonly #corpora = new RecentlyUsed<Corpus>(keptCorpora);
  readonly #calls = new RecentlyUsed<PreparedCall>(keptCalls);
  readonly #sets = new RecentlyUsed<PreparedCalls>(keptSets);
  readonly #callTexts = new Map<string, readonly OpportunityText[]>();

  /** Takes in a part of a snapshot; one it has already is left alone. */
  load(id: string, audience: string, bytes: SharedArrayBuffer): void {
    switch (audienceKind(audience)) {
      case 'language':
        if (!this.#languages.has(id)) this.#languages.set(id, readLanguage(bytes));
        return;
      case 'model':
        if (!this.#models.has(id)) this.#models.set(id, bytes);
        return;
      case 'texts':
        return;
      case 'segment':
        // the checksum was verified when the file was read
        if (!this.#segments.has(id))
          this.#segments.set(id, openSegment(new Uint8Array(bytes), { verify: false }));
    }
  }

  /** Keeps the texts of a set of calls under its key, for requests that name the key; the oldest set goes first. */
  loadCalls(key: string, texts: readonly OpportunityText[]): void {
    this.#callTexts.set(key, texts);
    const oldest = this.#callTexts.keys().next();
    if (this.#callTexts.size > keptCallTexts && !oldest.done) this.#callTexts.delete(oldest.value);
  }

  /** Lets go of every part not among these; what was opened from them goes with it. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const parts of [this.#segments, this.#languages, this.#models])
      for (const id of parts.keys()) if (!ids.has(id)) parts.delete(id);
    for (const kept of [this.#corpora, this.#calls, this.#sets]) kept.clear();
  }

  answer<Kind extends ScoringRequest['kind']>(
    request: Extract<ScoringRequest, { kind: Kind }>,
  ): ScoringAnswers[Kind];
  answer(request: ScoringRequest): ScoringAnswers[keyof ScoringAnswers] {
    switch (request.kind) {
      case 'partners':
        return this.#partners(request);
      case 'stored':
        return this.#stored(request);
      case 'reasons':
        return this.#reasons(request);
      case 'why':
        return this.#why(request);
      case 'calls':
        return this.#rankedCalls(request);
      case 'members':
        return this.#members(request);
      case 'block':
        return this.#block(request);
      case 'alike':
        return alikeTexts(this.#corpus(request.corpus), request.texts, request.prepare, request.limits);
    }
  }

  #partners(request: PartnersRequest): ScoringAnswers['partners'] {
    const corpus = this.#corpus(request.corpus);
    return shownRanking(rankOrganisations(corpus, this.#prepared(corpus, request), request.rank));
  }

  #stored(request: StoredRequest): ScoringAnswers['stored'] {
    const corpus = this.#corpus(request.corpus);
    const ranking = storedRanking(corpus, this.#prepared(corpus, request), request.lists);
    return ranking && shownRanking(ranking);
  }

  #reasons(request: ReasonsRequest): ScoringAnswers['reasons'] {
    const corpus = this.#corpus(request.corpus);
    const call = this.#prepared(corpus, request);
    return request.organisations.map((organisation) => {
      const reasons = explain(corpus, call, organisation);
      return reasons ? shownReasons(reasons) : null;
    });
  }

  #why(request: WhyRequest): ScoringAnswers['why'] {
    const corpus = this.#corpus(request.corpus);
    return why(corpus, this.#prepared(corpus, request), request.organisation, request.rank) ?? null;
  }

  #rankedCalls(request: CallsRequest): ScoringAnswers['calls'] {
    const corpus = this.#corpus(request.corpus);
    const calls = this.#preparedSet(corpus, request);
    const { limit, explain: explained, exclude = [] } = request;
    return request.organisations.map((organisation) =>
      shownRanking(rankOpportunities(corpus, calls, organisation, { limit, explain: explained, exclude })),
    );
  }

  #members(request: MembersRequest): ScoringAnswers['members'] {
    const corpus = this.#corpus(request.corpus);
    const open = this.#corpus({ ...request.corpus, segments: request.corpus.segments.slice(0, 1) });
    return memberLists(corpus, open, this.#preparedSet(corpus, request), request.perOpportunity);
  }

  #block(request: BlockRequest): ScoringAnswers['block'] {
    const corpus = this.#corpus(request.corpus);
    const calls = prepareCalls(corpus, request.calls, request.prepare);
    return scoreBlock(corpus, calls, { limit: request.limit }).map(
      ({ opportunity, organisations, scores, fits, trackRecords, total }): PackedList => ({
        of: opportunity,
        entries: Array.from(organisations, (ordinal) => corpus.organisationId(ordinal)),
        scores: [...scores],
        fits: [...fits],
        trackRecords: [...trackRecords],
        bands: null,
        total,
      }),
    );
  }

  /** A prepared call depends on the open segment alone, so every cluster's corpus shares it. */
  #prepared(
    corpus: Corpus,
    { corpus: ref, call, prepare }: PartnersRequest | StoredRequest | ReasonsRequest | WhyRequest,
  ): PreparedCall {
    const content = createHash('sha256')
      .update(JSON.stringify([call, prepare]))
      .digest('base64');
    return this.#calls.get(`${openKey(ref)}|${content}`, () => prepareCall(corpus, call, prepare));
  }

  #preparedSet(
    corpus: Corpus,
    { corpus: ref, callsKey, prepare }: CallsRequest | MembersRequest,
  ): PreparedCalls {
    return this.#sets.get([openKey(ref), prepare.asOf, callsKey].join('|'), () => {
      const texts = this.#callTexts.get(callsKey);
      if (!texts) throw new Error(`calls ${callsKey} were not loaded`);
      return prepareCalls(corpus, texts, prepare);
    });
  }

  #corpus(ref: CorpusRef): Corpus {
    return this.#corpora.get([openKey(ref), ...ref.segments.slice(1)].join('+'), () => {
      const segments = ref.segments.map((id) => loaded(this.#segments, id));
      const { boilerplate, glossary } = loaded(this.#languages, ref.language);
      return openCorpus(segments, { model: this.#model(ref.model), boilerplate, glossary });
    });
  }

  #model(id: string): RankingModel {
    const held = loaded(this.#models, id);
    if (!(held instanceof SharedArrayBuffer)) return held;
    const model = readModel(held);
    this.#models.set(id, model);
    return model;
  }
}

function loaded<Part>(parts: ReadonlyMap<string, Part>, id: string): Part {
  const part = parts.get(id);
  if (part === undefined) throw new Error(`part ${id} of the snapshot was not loaded`);
  return part;
}

/** What every corpus over the same open data shares. */
const openKey = ({ segments, language, model }: CorpusRef): string =>
  [segments[0] ?? '', language, model].join('+');
