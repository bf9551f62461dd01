import { Injectable } from '@nestjs/common';

import { SuggestCalls, type CallSuggestions } from '../../matching/index.js';
import {
  deadlinesAhead,
  lateBelowDays,
  type PartnerSearch,
  PartnerSearchStore,
  SavedOpportunityStore,
  type ShownDeadline,
} from '../../opportunities/index.js';
import {
  EvidenceReadModel,
  FundedProjectsReadModel,
  type OrganisationCard,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { asksForPartners, HeldRules } from '../../consortia/index.js';
import { likelyRole, type LikelyRole } from '../likely-role.js';
import { isQuoted, type CallSuggestion, type QuotedReason } from '../quoted-reasons.js';

/** What somebody is shown who has four minutes. */
export interface ForYou {
  readonly calls: CallSuggestions;
  readonly organisation: OrganisationCard;
  /** texts and projects that say what it can do; 0: nothing can be found for it */
  readonly evidence: number;
  readonly cards: readonly ForYouCard[];
}

export interface ForYouCard {
  readonly suggestion: CallSuggestion;
  /** two-sided, the weightiest first */
  readonly reasons: readonly QuotedReason[];
  /** null where neither evidence nor type says */
  readonly role: LikelyRole | null;
  /** the next one; null where it has none */
  readonly deadline: ShownDeadline | null;
  /** too few days for a new consortium */
  readonly late: boolean;
  /** false where one applies alone */
  readonly asksForPartners: boolean;
  /** null where the portal was not asked */
  readonly looking: PartnerSearch | null;
  readonly saved: boolean;
}

/** Cards at most; and how many are looked at to find them, as one without a quotation from both sides is not shown. */
const mostCards = 20;
const ranked = 40;

const mostReasons = 4;

/** The calls that fit an organisation, each with what it takes to decide on it. */
@Injectable()
export class ReadForYou {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: SuggestCalls,
    private readonly searches: PartnerSearchStore,
    private readonly saved: SavedOpportunityStore,
    private readonly evidence: EvidenceReadModel,
    private readonly projects: FundedProjectsReadModel,
    private readonly rules: HeldRules,
  ) {}

  /**
   * @param reference our id, a PIC, or the exact name
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async forOrganisation(scope: Scope, reference: string, asOf: Date): Promise<ForYou> {
    const calls = await this.calls.forOrganisation(scope, reference, { limit: ranked, asOf, all: false });
    const { organisation } = calls;
    const shown = calls.suggestions.filter(({ reasons }) => reasons.some(isQuoted)).slice(0, mostCards);
    return this.unitOfWork.run(scope, async (unit) => {
      const own = await this.evidence.ofOrganisation(unit, organisation.id);
      const kinds = new Map(own.map(({ id, competenceKind }) => [id, competenceKind]));
      const saved = await this.saved.ids(unit);
      const looking = await this.searches.of(
        unit,
        shown.map(({ opportunity }) => opportunity.id),
      );
      const { projects } = await this.projects.pastWork(unit, organisation.id);
      const book = this.rules.book();
      return {
        calls,
        organisation,
        evidence: own.length + projects,
        cards: shown.map((suggestion) => ({
          ...toCard(suggestion, { organisation, kinds, asOf }),
          asksForPartners: asksForPartners(book, suggestion.opportunity),
          looking: looking.get(suggestion.opportunity.id) ?? null,
          saved: saved.has(suggestion.opportunity.id),
        })),
      };
    });
  }
}

function toCard(
  suggestion: CallSuggestion,
  of: {
    readonly organisation: OrganisationCard;
    readonly kinds: ReadonlyMap<string, string | null>;
    readonly asOf: Date;
  },
): Pick<ForYouCard, 'suggestion' | 'reasons' | 'role' | 'deadline' | 'late'> {
  const [deadline] = deadlinesAhead(suggestion.opportunity.deadlines, of.asOf);
  const kinds = suggestion.reasons.map(({ evidence }) => of.kinds.get(evidence?.id ?? '') ?? null);
  return {
    suggestion,
    reasons: suggestion.reasons.filter(isQuoted).slice(0, mostReasons),
    role: likelyRole(kinds, of.organisation.facts.type),
    deadline: deadline ?? null,
    late: deadline !== undefined && deadline.daysLeft < lateBelowDays,
  };
}
