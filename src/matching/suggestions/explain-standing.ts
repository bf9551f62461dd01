import { Injectable } from '@nestjs/common';

import { OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import { EvidenceReadModel, type EvidenceText, type OrganisationCard } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Change, FairKind, MissingItem, OpportunityText, TooLittle, Why } from '../../ranking/index.js';
import { Scorer } from '../scoring/scorer.js';
import { ReadySnapshot, type Snapshot } from '../snapshots/current-snapshot.js';
import type { LeftOut, WordedChange } from '../wording/wording.js';
import { AskedOrganisation } from './asked-organisation.js';
import { AskedPartners, type Asked } from './asked-partners.js';
import { KnownCalls } from './known-calls.js';
import { toSuggestedOrganisation } from './partner-places.js';
import { Quoter } from './quoter.js';
import { rankOptionsOf } from './rank-options.js';
import { quotedEvidence, toReasons } from './reasons.js';
import { isoDay } from './shown-run.js';
import type { PartnersWanted } from './suggest-partners.js';
import type { SuggestedOrganisation, SuggestionFigure, SuggestionReason } from './suggestion.js';

/** Where one organisation stands for one opportunity, whether or not a list shows it, and why. */
export interface ExplainedStanding {
  readonly organisation: SuggestedOrganisation;
  readonly opportunity: OpportunityCard;
  readonly snapshot: string;
  /** calendar date that evidence was judged as of */
  readonly asOf: string;
  /** place in the list, from 1; null where it does not appear */
  readonly rank: number | null;
  /** place by score alone; null where it has none */
  readonly scoreRank: number | null;
  /** kinds for whose share it stands further up than its score would have it */
  readonly raisedFor: readonly FairKind[];
  readonly total: number;
  readonly score: number;
  /** what the last of the places asked for scores; null where the list is shorter */
  readonly needed: number | null;
  /** how many places were asked for */
  readonly shown: number;
  readonly fit: SuggestionFigure;
  readonly trackRecord: SuggestionFigure;
  readonly tooLittle: TooLittle | null;
  readonly leftOut: readonly LeftOut[];
  readonly reasons: readonly SuggestionReason[];
  readonly missing: readonly MissingItem[];
  /** the greatest gain first; each was scored again */
  readonly changes: readonly (WordedChange & { readonly score: number; readonly gain: number })[];
}

interface Question {
  readonly organisation: OrganisationCard;
  readonly opportunity: OpportunityCard;
  readonly call: OpportunityText;
  readonly asked: Asked;
  readonly snapshot: Snapshot;
}

/** "Why not?", for any organisation and any opportunity in scope. */
@Injectable()
export class ExplainStanding {
  constructor(
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: AskedOrganisation,
    private readonly evidence: EvidenceReadModel,
    private readonly asked: AskedPartners,
    private readonly snapshot: ReadySnapshot,
    private readonly scorer: Scorer,
    private readonly calls: KnownCalls,
  ) {}

  /**
   * @param wanted the list that is asked about: `limit` says how many places it shows
   * @throws {AppError} `opportunities.not-found`, `opportunities.ambiguous`, `organisations.not-found`,
   *   `organisations.ambiguous`
   */
  async forPair(
    scope: Scope,
    organisation: string,
    opportunity: string,
    wanted: PartnersWanted,
  ): Promise<ExplainedStanding> {
    const reading = await this.organisations.scopeFor(scope, organisation);
    const question = await this.snapshot.read(reading, (unit, snapshot) =>
      this.#question(unit, snapshot, { organisation, opportunity }, wanted),
    );
    const found = await this.#why(question, wanted);
    const texts = await this.snapshot.read(scope, (unit) => this.evidence.texts(unit, evidenceIn(found)));
    return toStanding(question, found, texts, wanted);
  }

  async #question(
    unit: Unit,
    snapshot: Snapshot,
    asked: { readonly organisation: string; readonly opportunity: string },
    wanted: PartnersWanted,
  ): Promise<Question> {
    const organisation = await this.organisations.card(unit, asked.organisation);
    const id = await this.opportunities.resolve(unit, asked.opportunity);
    const opportunity = (await this.opportunities.cards(unit, [id], wanted.asOf)).get(id);
    if (!opportunity) throw new Error('what was just found went away');
    return {
      organisation,
      opportunity,
      call: await this.calls.one(opportunity, snapshot),
      asked: await this.asked.find(unit, id, wanted),
      snapshot,
    };
  }

  async #why({ organisation, call, asked, snapshot }: Question, wanted: PartnersWanted): Promise<Why> {
    const found = await this.scorer.answer(
      {
        kind: 'why',
        corpus: snapshot.corpus,
        call,
        prepare: { asOf: isoDay(wanted.asOf), role: wanted.role },
        organisation: organisation.id,
        rank: rankOptionsOf(wanted, asked),
      },
      snapshot.segments,
    );
    return found ?? unheard;
  }
}

const nothing: SuggestionFigure = { score: 0, band: 'possible' };
const notKnown: SuggestionFigure = { score: 0, band: 'unknown' };

/** An organisation without evidence in scope: nothing speaks for it. */
const unheard: Why = {
  rank: null,
  scoreRank: null,
  raisedFor: [],
  total: 0,
  score: 0,
  fit: notKnown,
  trackRecord: nothing,
  tooLittle: 'organisation',
  leftOutBy: [],
  needed: null,
  reasons: { tree: { kind: 'group', signal: 'score', value: 0, parts: [] }, missing: [] },
  changes: [],
};

/** Texts that reasons quote and changes name. */
const evidenceIn = ({ reasons, changes }: Why): string[] => [
  ...new Set([
    ...quotedEvidence(reasons),
    ...changes.flatMap((change) => ('document' in change ? [change.document.id] : [])),
  ]),
];

function toStanding(
  { organisation, opportunity, call, snapshot }: Question,
  found: Why,
  texts: ReadonlyMap<string, EvidenceText>,
  wanted: PartnersWanted,
): ExplainedStanding {
  const { rank, scoreRank, raisedFor, total, score, needed, fit, trackRecord, tooLittle, reasons } = found;
  return {
    organisation: toSuggestedOrganisation(organisation),
    opportunity,
    snapshot: snapshot.name,
    asOf: isoDay(wanted.asOf),
    rank,
    scoreRank,
    raisedFor,
    total,
    score,
    needed,
    shown: wanted.limit,
    fit,
    trackRecord,
    tooLittle,
    leftOut: found.leftOutBy.map((by) =>
      by === 'exclude' && organisation.invented
        ? { by: 'invented', asked: null }
        : { by, asked: askedOf(by, wanted) },
    ),
    reasons: toReasons(reasons, call, new Quoter(texts)),
    missing: reasons.missing,
    changes: found.changes.map((change) => toChange(change, texts)),
  };
}

function askedOf(by: LeftOut['by'], { countries, regions, types, trl }: PartnersWanted): string | null {
  if (by === 'trl') return trl?.toString() ?? null;
  const asked = { countries, regions, types }[by as 'countries'] as readonly string[] | undefined;
  return asked === undefined ? null : asked.join(', ');
}

function toChange(
  change: Change,
  texts: ReadonlyMap<string, EvidenceText>,
): ExplainedStanding['changes'][number] {
  const { score, gain } = change;
  switch (change.kind) {
    case 'say':
      return { kind: 'say', words: change.words, score, gain };
    case 'state-role':
      return { kind: 'state-role', role: change.role, score, gain };
    case 'confirm':
    case 'readiness':
      return { kind: change.kind, evidence: texts.get(change.document.id)?.title ?? null, score, gain };
  }
}
