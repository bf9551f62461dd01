import { Injectable } from '@nestjs/common';

import { isListed, OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import {
  EvidenceReadModel,
  OrganisationReadModel,
  type OrganisationCard,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OpportunityText, RankedOpportunity } from '../../ranking/index.js';
import type { SourceAge } from '../../sources/index.js';
import { ConceptTagger, toOpportunityText } from '../opportunity-text.js';
import { RecentlyUsed } from '../scoring/recently-used.js';
import { Scorer } from '../scoring/scorer.js';
import type { CallSet } from '../scoring/scoring-request.js';
import { fingerprintOfCalls } from '../snapshots/calls-fingerprint.js';
import { ReadySnapshot } from '../snapshots/current-snapshot.js';
import { Quoter } from './quoter.js';
import { quotedEvidence, toReasons } from './reasons.js';
import type { CallSuggestion } from './suggestion.js';

export interface CallsWanted {
  readonly limit: number;
  readonly asOf: Date;
  /** also what is closed on that day */
  readonly all: boolean;
}

export interface CallSuggestions {
  readonly organisation: OrganisationCard;
  readonly snapshot: string;
  readonly model: string;
  readonly total: number;
  readonly suggestions: readonly CallSuggestion[];
  /** how old the data are that this rests on */
  readonly sources: readonly SourceAge[];
}

interface Question {
  readonly organisation: OrganisationCard;
  readonly opportunities: readonly OpportunityCard[];
}

/** Ranked opportunities for one organisation, with reasons quoted from both sides. */
@Injectable()
export class SuggestCalls {
  readonly #callSets = new RecentlyUsed<CallSet>(4);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly snapshot: ReadySnapshot,
    private readonly scorer: Scorer,
    private readonly tagger: ConceptTagger,
  ) {}

  /**
   * @param reference our id, a PIC, or the exact name
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async forOrganisation(scope: Scope, reference: string, wanted: CallsWanted): Promise<CallSuggestions> {
    const { organisation, opportunities } = await this.#ask(scope, reference, wanted);
    const snapshot = await this.snapshot.in(scope);
    const calls = this.#callSet(opportunities);
    const [ranking] = await this.scorer.answerFor(
      calls,
      {
        kind: 'calls',
        corpus: snapshot.corpus,
        callsKey: calls.key,
        prepare: { asOf: isoDay(wanted.asOf) },
        organisations: [organisation.id],
        limit: wanted.limit,
        explain: wanted.limit,
      },
      snapshot.segments,
    );
    const results = ranking?.results ?? [];
    const { quoted, sources } = await this.unitOfWork.run(scope, async (unit) => ({
      quoted: await this.evidence.texts(unit, [
        ...new Set(results.flatMap(({ reasons }) => quotedEvidence(reasons))),
      ]),
      sources: await this.snapshot.ages(unit, wanted.asOf),
    }));
    const cards = new Map(opportunities.map((card) => [card.id as string, card]));
    const quoter = new Quoter(quoted);
    const callTexts = new Map(calls.texts.map((text) => [text.id, text]));
    const suggestions = results.flatMap((place) => {
      const card = cards.get(place.opportunity);
      const text = callTexts.get(place.opportunity);
      return card && text ? [toSuggestion(place, card, text, quoter)] : [];
    });
    return {
      organisation,
      snapshot: snapshot.name,
      model: ranking?.modelVersion ?? '',
      total: ranking?.total ?? 0,
      suggestions,
      sources,
    };
  }

  #ask(scope: Scope, reference: string, wanted: CallsWanted): Promise<Question> {
    return this.unitOfWork.run(scope, async (unit) => {
      const id = await this.organisations.resolve(unit, reference);
      const organisation = await this.organisations.card(unit, id);
      if (!organisation) throw new Error(`organisation ${id} went away`);
      const all = await this.opportunities.scorable(unit, wanted.asOf);
      const opportunities = all.filter(({ status }) => wanted.all || isListed(status));
      return { organisation, opportunities };
    });
  }

  /** Tagging 1,600 calls takes a second, so the texts are kept until one of the calls changes. */
  #callSet(opportunities: readonly OpportunityCard[]): CallSet {
    const key = fingerprintOfCalls(opportunities);
    return this.#callSets.get(key, () => ({
      key,
      texts: opportunities.map((card) => toOpportunityText(card, this.tagger)),
    }));
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

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);
