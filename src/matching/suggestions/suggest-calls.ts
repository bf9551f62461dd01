import { Injectable } from '@nestjs/common';

import type { OrganisationCard } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import type { OpportunityRanking, OpportunityText, RankedOpportunity } from '../../ranking/index.js';
import { FeedbackStore, inList } from '../feedback/feedback.store.js';
import type { SourceAge } from '../../sources/index.js';
import { Scorer } from '../scoring/scorer.js';
import { ReadySnapshot, type Snapshot } from '../snapshots/current-snapshot.js';
import { AskedOrganisation } from './asked-organisation.js';
import { CallPlaces } from './call-places.js';
import { KnownCalls, type CallsOnDay } from './known-calls.js';
import { isoDay, type Day } from './shown-run.js';
import { StoredCalls, type StoredCallList } from './stored-calls.js';
import type { CallSuggestion, SuggestionFigure } from './suggestion.js';

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

/** An opportunity that fits an organisation, without reasons. */
export interface FittingCall {
  /** of the opportunity */
  readonly id: string;
  readonly fit: SuggestionFigure;
  readonly trackRecord: SuggestionFigure;
}

interface Question {
  readonly organisation: OrganisationCard;
  readonly calls: CallsOnDay;
  readonly snapshot: Snapshot;
  readonly sources: readonly SourceAge[];
  /** ids of calls that may not appear: closed ones, and what the asker refused */
  readonly exclude: readonly string[];
  /** ids of those the asker found useful */
  readonly useful: ReadonlySet<string>;
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
    private readonly knownCalls: KnownCalls,
    private readonly asked: AskedOrganisation,
    private readonly feedback: FeedbackStore,
    private readonly snapshot: ReadySnapshot,
    private readonly stored: StoredCalls,
    private readonly scorer: Scorer,
    private readonly places: CallPlaces,
  ) {}

  /**
   * From the stored list where it says what a live ranking would, else live.
   *
   * @param reference our id, a PIC, or the exact name
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async forOrganisation(scope: Scope, reference: string, wanted: CallsWanted): Promise<CallSuggestions> {
    const question = await this.#ask(await this.asked.scopeFor(scope, reference), reference, wanted);
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
      suggestions: await this.places.show(scope, question.calls, ranking, question.useful),
      sources: question.sources,
    };
  }

  /**
   * All that fits it, the best first, without reasons: what a list is narrowed by.
   *
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async fitting(scope: Scope, reference: string, wanted: CallsWanted): Promise<FittingCall[]> {
    const question = await this.#ask(await this.asked.scopeFor(scope, reference), reference, wanted);
    const excluded = new Set(question.exclude);
    const places =
      question.stored?.entries.filter(({ id }) => !excluded.has(id)) ??
      (await this.#live(question, wanted, 0)).ranking.results.map(({ opportunity, ...place }) => ({
        id: opportunity,
        ...place,
      }));
    return places.map(({ id, fit, trackRecord }) => ({ id, fit, trackRecord }));
  }

  #ask(scope: Scope, reference: string, wanted: CallsWanted): Promise<Question> {
    return this.snapshot.read(scope, async (unit, snapshot) => {
      const organisation = await this.asked.card(unit, reference);
      const { id } = organisation;
      const calls = await this.knownCalls.on(unit, wanted.asOf);
      const judged = await this.feedback.judged(unit, { organisationIds: [id] });
      const { refused, useful } = inList(judged, ({ opportunityId }) => opportunityId);
      const exclude = wanted.all ? refused : [...refused, ...calls.closed];
      const stored = await this.stored.find(unit, snapshot, { organisation: id, calls, day: wanted });
      const sources = await this.snapshot.ages(unit, wanted.asOf);
      return { organisation, calls, snapshot, sources, exclude, useful, stored };
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
        const { score, fit, trackRecord, tooLittle } = reasons;
        return { rank: at + 1, opportunity: place.id, score, fit, trackRecord, tooLittle, reasons };
      }),
    );
    const whole = results.flatMap((result) => result ?? []);
    if (whole.length < results.length) return null;
    const { model, asOf, id } = stored.run;
    return { ranking: { modelVersion: model, total: places.length, results: whole }, asOf, run: id };
  }

  async #live(
    { organisation, calls, snapshot, exclude }: Question,
    wanted: CallsWanted,
    explain = wanted.limit,
  ): Promise<Answer> {
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
        explain,
        exclude,
      },
      snapshot.segments,
    );
    return { ranking: ranking ?? { modelVersion: '', total: 0, results: [] }, asOf, run: null };
  }

  #text({ calls }: Question, id: string): OpportunityText | undefined {
    const card = calls.cards.get(id);
    return card && this.knownCalls.text(card);
  }
}
