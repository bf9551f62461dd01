import { Injectable } from '@nestjs/common';

import type { OpportunityCard } from '../../opportunities/index.js';
import { EvidenceReadModel, type EvidenceText } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import type { SourceAge } from '../../sources/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FeedbackStore, inList, type Judged } from '../feedback/feedback.store.js';
import type { OpportunityRanking, OpportunityText, Reasons } from '../../ranking/index.js';
import { Scorer } from '../scoring/scorer.js';
import type { CallSet } from '../scoring/scoring-request.js';
import { ReadySnapshot, type Snapshot } from '../snapshots/current-snapshot.js';
import { KnownCalls } from './known-calls.js';
import { Quoter } from './quoter.js';
import { quotedEvidence, toReasons } from './reasons.js';
import { isoDay } from './shown-run.js';
import type { SuggestionFigure, SuggestionReason } from './suggestion.js';

/** Where one listed opportunity stands for one organisation. */
export interface Match {
  readonly organisation: string;
  readonly opportunity: string;
  readonly score: number;
  readonly fit: SuggestionFigure;
  readonly trackRecord: SuggestionFigure;
}

/** Certain organisations against everything that is listed on a day. */
export interface OrganisationMatches {
  readonly snapshot: string;
  readonly model: string;
  readonly asOf: Date;
  /** how old the data are that this rests on */
  readonly sources: readonly SourceAge[];
  /** open, forthcoming or standing, by id */
  readonly opportunities: ReadonlyMap<string, OpportunityCard>;
  /** each organisation's matches, the best first, those that score nothing left out */
  readonly byOrganisation: ReadonlyMap<string, readonly Match[]>;
  /** what the figures were read from, so that reasons come from the same */
  readonly source: {
    readonly snapshot: Snapshot;
    readonly calls: CallSet;
    readonly closed: readonly string[];
  };
}

export type MatchKey = Pick<Match, 'organisation' | 'opportunity'>;

/** Texts read at a time. */
const textsPerQuery = 2_000;

/**
 * Many organisations at once: the calls are read and prepared once for all of them, and reasons are made only for the
 * pairs that will be shown.
 */
@Injectable()
export class MatchOrganisations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly knownCalls: KnownCalls,
    private readonly evidence: EvidenceReadModel,
    private readonly snapshot: ReadySnapshot,
    private readonly scorer: Scorer,
    private readonly feedback: FeedbackStore,
  ) {}

  /** Every listed opportunity for each of these organisations, but what the asker refused, without reasons. */
  async rank(scope: Scope, organisations: readonly string[], asOf: Date): Promise<OrganisationMatches> {
    const { snapshot, sources, known, judged } = await this.snapshot.read(scope, async (unit, snapshot) => ({
      snapshot,
      sources: await this.snapshot.ages(unit, asOf),
      known: await this.knownCalls.on(unit, asOf),
      judged: await this.feedback.judged(unit, { organisationIds: organisations }),
    }));
    const refused = new Set(inList(judged, pairKey).refused);
    const { closed } = known;
    const source = { snapshot, calls: await this.knownCalls.set(known, snapshot), closed };
    const rankings = await this.#ranked(organisations, source, asOf);
    const listed = [...known.cards.values()].filter(({ id }) => !closed.includes(id));
    return {
      snapshot: snapshot.name,
      model: rankings[0]?.modelVersion ?? '',
      asOf,
      sources,
      opportunities: new Map(listed.map((card) => [card.id as string, card])),
      byOrganisation: new Map(
        organisations.map(
          (organisation, at) =>
            [
              organisation,
              toMatches(organisation, rankings[at]).filter((match) => !refused.has(pairOf(match))),
            ] as const,
        ),
      ),
      source,
    };
  }

  #ranked(
    organisations: readonly string[],
    { snapshot, calls, closed }: OrganisationMatches['source'],
    asOf: Date,
  ): Promise<readonly OpportunityRanking[]> {
    return this.scorer.answerFor(
      calls,
      {
        kind: 'calls',
        corpus: snapshot.corpus,
        callsKey: calls.key,
        prepare: { asOf: isoDay(asOf) },
        organisations,
        limit: calls.texts.length,
        explain: 0,
        exclude: closed,
      },
      snapshot.segments,
    );
  }

  /** Reasons for those pairs, in the order asked; what no evidence in scope speaks for has none. */
  async reasons(
    scope: Scope,
    matches: OrganisationMatches,
    pairs: readonly MatchKey[],
  ): Promise<(readonly SuggestionReason[])[]> {
    const trees = await this.#trees(matches, pairs);
    const ids = [...new Set(pairs.flatMap((pair) => quotedEvidence(treeOf(trees, pair))))];
    const quoter = new Quoter(await this.#texts(scope, ids));
    const calls = new Map(matches.source.calls.texts.map((call) => [call.id, call]));
    return pairs.map((pair) => {
      const call = calls.get(pair.opportunity);
      return call ? toReasons(treeOf(trees, pair), call, quoter) : [];
    });
  }

  /** One request per opportunity, which prepares it once for all its organisations. */
  async #trees({ source, asOf }: OrganisationMatches, pairs: readonly MatchKey[]): Promise<Trees> {
    const trees: Trees = new Map();
    const asked = organisationsByOpportunity(pairs);
    const calls = source.calls.texts.filter(({ id }) => asked.has(id));
    const ask = async (call: OpportunityText): Promise<void> => {
      const organisations = asked.get(call.id) ?? [];
      const answers = await this.scorer.answer(
        {
          kind: 'reasons',
          corpus: source.snapshot.corpus,
          call,
          prepare: { asOf: isoDay(asOf) },
          organisations,
        },
        source.snapshot.segments,
      );
      trees.set(call.id, new Map(organisations.map((id, at) => [id, answers[at] ?? null])));
    };
    await Promise.all(
      dealt(calls, this.scorer.width).map(async (share) => {
        for (const call of share) await ask(call);
      }),
    );
    return trees;
  }

  async #texts(scope: Scope, ids: readonly string[]): Promise<Map<string, EvidenceText>> {
    const texts = new Map<string, EvidenceText>();
    for (let from = 0; from < ids.length; from += textsPerQuery) {
      const page = ids.slice(from, from + textsPerQuery);
      const found = await this.unitOfWork.run(scope, (unit) => this.evidence.texts(unit, page));
      for (const [id, text] of found) texts.set(id, text);
    }
    return texts;
  }
}

const pairKey = ({ organisationId, opportunityId }: Judged): string => `${organisationId} ${opportunityId}`;
const pairOf = ({ organisation, opportunity }: MatchKey): string => `${organisation} ${opportunity}`;

type Trees = Map<string, ReadonlyMap<string, Reasons | null>>;

const treeOf = (trees: Trees, { organisation, opportunity }: MatchKey): Reasons | null =>
  trees.get(opportunity)?.get(organisation) ?? null;

function organisationsByOpportunity(pairs: readonly MatchKey[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { organisation, opportunity } of pairs) {
    const known = found.get(opportunity) ?? new Set<string>();
    found.set(opportunity, known.add(organisation));
  }
  return new Map([...found].map(([opportunity, organisations]) => [opportunity, [...organisations]]));
}

function toMatches(organisation: string, ranking: OpportunityRanking | undefined): Match[] {
  return (ranking?.results ?? []).map(({ opportunity, score, fit, trackRecord }) => ({
    organisation,
    opportunity,
    score,
    fit,
    trackRecord,
  }));
}

/** As many shares as there is room side by side, dealt out one by one; none is empty. */
function dealt<T>(items: readonly T[], shares: number): T[][] {
  const dealtOut = Array.from({ length: Math.min(shares, items.length) }, (): T[] => []);
  items.forEach((item, at) => dealtOut[at % dealtOut.length]?.push(item));
  return dealtOut;
}
