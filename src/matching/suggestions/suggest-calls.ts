import { Injectable } from '@nestjs/common';

import type { OpportunityCard } from '../../opportunities/index.js';
import {
  EvidenceReadModel,
  OrganisationReadModel,
  type OrganisationCard,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OpportunityRanking, OpportunityText, RankedOpportunity } from '../../ranking/index.js';
import type { SourceAge } from '../../sources/index.js';
import { Scorer } from '../scoring/scorer.js';
import { ReadySnapshot, type Snapshot } from '../snapshots/current-snapshot.js';
import { KnownCalls, type CallsOnDay } from './known-calls.js';
import { Quoter } from './quoter.js';
import { quotedEvidence, toReasons } from './reasons.js';
import { isoDay, type Day } from './shown-run.js';
import { StoredCalls, type StoredCallList } from './stored-calls.js';
import type { CallSuggestion } from './suggestion.js';

export interface CallsWanted extends Day {
  readonly limit: number;
  /** also what is closed on that day */
  readonly all: boolean;
}

export interface CallSuggestions {
  readonly organisation: OrganisationCard;
  readonly snapshot: string;
  readonly model: string;
  /** calendar date that evidence was judged as of */
  readonly asOf: string;
  /** the score run whose stored list this is; null: ranked just now */
  readonly run: string | null;
  readonly total: number;
  readonly suggestions: readonly CallSuggestion[];
  /** how old the data are that this rests on */
  readonly sources: readonly SourceAge[];
}

interface Question {
  readonly organisation: OrganisationCard;
  readonly calls: CallsOnDay;
  readonly snapshot: Snapshot;
  readonly sources: readonly SourceAge[];
  /** ids of calls that may not appear */
  readonly exclude: readonly string[];
  /** what is stored for it; null: rank it live */
  readonly stored: StoredCallList | null;
}

interface Answer {
  readonly ranking: OpportunityRanking;
  readonly asOf: string;
  readonly run: string | null;
}

/** Ranked opportunities for one organisation, with reasons quoted from both sides. */
@Injectable()
export class SuggestCalls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly knownCalls: KnownCalls,
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly snapshot: ReadySnapshot,
    private readonly stored: StoredCalls,
    private readonly scorer: Scorer,
  ) {}

  /**
   * From the stored list where it says what a live ranking would, else live.
   *
   * @param reference our id, a PIC, or the exact name
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async forOrganisation(scope: Scope, reference: string, wanted: CallsWanted): Promise<CallSuggestions> {
    const question = await this.#ask(scope, reference, wanted);
    const { organisation, snapshot } = question;
    const { ranking, asOf, run } =
      (await this.#fromList(question, wanted)) ?? (await this.#live(question, wanted));
    return {
      organisation,
      snapshot: snapshot.name,
      model: ranking.modelVersion,
      asOf,
      run,
      total: ranking.total,
      suggestions: await this.#shown(scope, question, ranking),
      sources: question.sources,
    };
  }

  #ask(scope: Scope, reference: string, wanted: CallsWanted): Promise<Question> {
    return this.snapshot.read(scope, async (unit, snapshot) => {
      const id = await this.organisations.resolve(unit, reference);
      const organisation = await this.organisations.card(unit, id);
      if (!organisation) throw new Error(`organisation ${id} went away`);
      const calls = await this.knownCalls.on(unit, wanted.asOf);
      const exclude = wanted.all ? [] : calls.closed;
      const stored = await this.stored.find(unit, snapshot, { organisation: id, calls, day: wanted });
      const sources = await this.snapshot.ages(unit, wanted.asOf);
      return { organisation, calls, snapshot, sources, exclude, stored };
    });
  }

  /** @returns null where the list is not what its calls would be given now */
  async #fromList(question: Question, { limit }: CallsWanted): Promise<Answer | null> {
    const { stored, exclude, organisation, snapshot } = question;
    if (stored === null) return null;
    const excluded = new Set(exclude);
    const places = stored.entries.filter(({ id }) => !excluded.has(id));
    const prepare = { asOf: stored.run.asOf };
    const results = await Promise.all(
      places.slice(0, limit).map(async (place, at): Promise<RankedOpportunity | null> => {
        const call = this.#text(question, place.id);
        if (!call) return null;
        const organisations = [organisation.id];
        const { corpus, segments } = snapshot;
        const [reasons] = await this.scorer.answer(
          { kind: 'reasons', corpus, call, prepare, organisations },
          segments,
        );
        if (reasons?.score !== place.score) return null;
        const { fit, trackRecord, score } = place;
        return { rank: at + 1, opportunity: place.id, score, fit, trackRecord, reasons };
      }),
    );
    const whole = results.flatMap((result) => result ?? []);
    if (whole.length < results.length) return null;
    const { model, asOf, id } = stored.run;
    return { ranking: { modelVersion: model, total: places.length, results: whole }, asOf, run: id };
  }

  async #live({ organisation, calls, snapshot, exclude }: Question, wanted: CallsWanted): Promise<Answer> {
    const set = await this.knownCalls.set(calls, snapshot);
    const asOf = isoDay(wanted.asOf);
    const [ranking] = await this.scorer.answerFor(
      set,
      {
        kind: 'calls',
        corpus: snapshot.corpus,
        callsKey: set.key,
        prepare: { asOf },
        organisations: [organisation.id],
        limit: wanted.limit,
        explain: wanted.limit,
        exclude,
      },
      snapshot.segments,
    );
    return { ranking: ranking ?? { modelVersion: '', total: 0, results: [] }, asOf, run: null };
  }

  async #shown(scope: Scope, question: Question, { results }: OpportunityRanking): Promise<CallSuggestion[]> {
    const ids = [...new Set(results.flatMap(({ reasons }) => quotedEvidence(reasons)))];
    const quoted = await this.unitOfWork.run(scope, (unit) => this.evidence.texts(unit, ids));
    const quoter = new Quoter(quoted);
    return results.flatMap((place) => {
      const card = question.calls.cards.get(place.opportunity);
      const text = this.#text(question, place.opportunity);
      return card && text ? [toSuggestion(place, card, text, quoter)] : [];
    });
  }

  #text({ calls }: Question, id: string): OpportunityText | undefined {
    const card = calls.cards.get(id);
    return card && this.knownCalls.text(card);
  }
}

function toSuggestion(
  place: RankedOpportunity,
  card: OpportunityCard,
  call: OpportunityText,
  quoter: Quoter,
): CallSuggestion {
  return {
    rank: place.rank,
    opportunity: card,
    score: place.score,
    fit: place.fit,
    trackRecord: place.trackRecord,
    reasons: toReasons(place.reasons, call, quoter),
    missing: place.reasons?.missing ?? [],
  };
}
