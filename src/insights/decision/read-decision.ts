import { Injectable } from '@nestjs/common';

import { SuggestPartners, type PartnerSuggestions } from '../../matching/index.js';
import {
  deadlinesAhead,
  type OpportunityCard,
  OpportunityReadModel,
  PartnerSearchStore,
  type ShownDeadline,
} from '../../opportunities/index.js';
import {
  FundedProjectsReadModel,
  OrganisationReadModel,
  type FundedProject,
  type OrganisationCard,
  type PastWork,
  type Spread,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { sentences } from '../../ranking/index.js';
import {
  HeldRules,
  loadProgrammeFacts,
  type ActionFacts,
  type HeldFacts,
  type ProgrammeFacts,
} from '../../consortia/index.js';
import { decide, type Decision } from './advise.js';

/** What it takes to decide on an opportunity, with what each statement rests on. */
export interface DecisionFound {
  readonly card: OpportunityCard;
  readonly deadline: ShownDeadline | null;
  /** for whom; null where nobody is asked about: then there is no advice */
  readonly asker: { readonly organisation: OrganisationCard; readonly pastWork: PastWork } | null;
  readonly decision: Decision | null;
  readonly programme: ProgrammeFacts | null;
  readonly action: ActionFacts | null;
  /** percent that the topic itself sets; null: it sets none */
  readonly ownRate: number | null;
  readonly past: PastFound;
  readonly nearest: readonly FundedProject[];
  readonly looking: readonly LookingOrganisation[];
  /** when the portal showed who looks for partners; null where it was not asked */
  readonly lookedAt: string | null;
  readonly said: readonly SaidSentence[];
}

/** What actions of that type were like, from open data. */
export interface PastFound {
  /** null where the call names no type of action */
  readonly actionType: string | null;
  readonly received: Spread;
  readonly partners: Spread;
}

/** An organisation that announced on the portal that it looks for partners. */
export interface LookingOrganisation {
  readonly pic: string;
  /** null where open data do not know it */
  readonly organisation: OrganisationCard | null;
}

/** A sentence of the call in its own words. */
export interface SaidSentence {
  readonly kind: string;
  readonly heading: string | null;
  readonly language: string | null;
  readonly text: string;
}

/** Organisations whose reasons are read to find the projects nearest to a call, and projects that are shown. */
const askedForProjects = 40;
const nearestShown = 5;

const saidKinds: readonly string[] = ['outcome', 'scope', 'need', 'summary'];

/** Should they, and what would it bring and cost? */
@Injectable()
export class ReadDecision {
  readonly #facts: HeldFacts = loadProgrammeFacts();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly projects: FundedProjectsReadModel,
    private readonly searches: PartnerSearchStore,
    private readonly partners: SuggestPartners,
    private readonly rules: HeldRules,
  ) {}

  /**
   * @param asked `organisation`: our id, a PIC or the exact name; null: nobody
   * @throws {AppError} `opportunities.not-found`, `organisations.not-found` and their `ambiguous`
   */
  async forCall(
    scope: Scope,
    reference: string,
    asked: { readonly organisation: string | null; readonly asOf: Date },
  ): Promise<DecisionFound> {
    const { asOf } = asked;
    const wanted = { ...anyone, limit: askedForProjects, asOf };
    const ranked = await this.partners.forOpportunity(scope, reference, wanted);
    const card = ranked.opportunity;
    if (card === null) throw new Error('an opportunity was asked about');
    const actionType = card.actionTypes[0] ?? null;
    return this.unitOfWork.run(scope, async (unit) => {
      const asker = asked.organisation === null ? null : await this.#asker(unit, asked.organisation);
      const search = await this.searches.find(unit, card.id);
      return {
        card,
        deadline: deadlinesAhead(card.deadlines, asOf)[0] ?? null,
        asker,
        decision: asker && decide({ book: this.rules.book(), card, asOf, ...asker }),
        ...this.#stated(card),
        past: await this.#past(unit, actionType, asker?.organisation ?? null),
        nearest: await this.projects.projects(unit, nearestProjects(ranked)),
        looking: await this.#looking(unit, search?.pics ?? []),
        lookedAt: search?.seenAt ?? null,
        said: saidBy(card),
      };
    });
  }

  /** What the programme, the type of action and the topic itself state. */
  #stated({
    programme,
    actionTypes,
    flags,
  }: OpportunityCard): Pick<DecisionFound, 'programme' | 'action' | 'ownRate'> {
    const { fundingRatePercent: ownRate } = flags;
    return {
      programme: this.#facts.programmes.get(programme ?? '') ?? null,
      action: programme === 'HORIZON' ? (this.#facts.actions.get(actionTypes[0] ?? '') ?? null) : null,
      ownRate: typeof ownRate === 'number' ? ownRate : null,
    };
  }

  async #asker(unit: Unit, reference: string): Promise<NonNullable<DecisionFound['asker']>> {
    const id = await this.organisations.resolve(unit, reference);
    const organisation = await this.organisations.card(unit, id);
    if (!organisation) throw new Error(`organisation ${id} went away`);
    return { organisation, pastWork: await this.projects.pastWork(unit, id) };
  }

  async #past(unit: Unit, actionType: string | null, asker: OrganisationCard | null): Promise<PastFound> {
    if (actionType === null) return { actionType, received: none, partners: none };
    const { type, sme } = asker?.facts ?? { type: null, sme: null };
    return {
      actionType,
      received: await this.projects.received(unit, { actionType, type, sme: type === 'PRC' ? sme : null }),
      partners: await this.projects.partners(unit, actionType),
    };
  }

  async #looking(unit: Unit, pics: readonly string[]): Promise<LookingOrganisation[]> {
    const ids = await this.organisations.idsByPic(unit, pics);
    const cards = await this.organisations.cards(unit, [...ids.values()]);
    return pics.map((pic) => ({
      pic,
      organisation: cards.get(ids.get(pic) ?? '') ?? null,
    }));
  }
}

const none: Spread = { n: 0, lowerQuartile: null, median: null, upperQuartile: null };

const anyone = { seeds: [], role: null, countries: [], regions: [], types: [], sme: null };

/** Ids of the funded projects that answer the call best: those that speak most for the organisations that fit. */
function nearestProjects({ suggestions }: PartnerSuggestions): string[] {
  const weights = new Map<string, number>();
  for (const { reasons } of suggestions)
    for (const { evidence, contribution } of reasons)
      if (evidence?.type === 'project')
        weights.set(evidence.id, Math.max(weights.get(evidence.id) ?? 0, contribution));
  return [...weights]
    .sort(([a, left], [b, right]) => right - left || Number(a > b) - Number(a < b))
    .slice(0, nearestShown)
    .map(([id]) => id);
}

function saidBy({ sections }: OpportunityCard): SaidSentence[] {
  return sections
    .filter(({ kind }) => saidKinds.includes(kind))
    .flatMap(({ kind, heading, language, text }) =>
      sentences(text).map(({ start, end }) => ({
        kind,
        heading,
        language,
        text: text.slice(start, end).trim(),
      })),
    )
    .filter(({ text }) => text !== '');
}
