import { ApiProperty } from '@nestjs/swagger';

import type { OpportunityCard, OpportunityChange } from './opportunity.read-model.js';
import type { PartnerSearch } from './partner-search.store.js';

export class DeadlineResponse {
  /** The instant, in UTC. */
  at!: string;

  /** Time zone it was set in. */
  zone!: string;

  /** `single`, `first`, `second`, `cut-off`; null where not stated. */
  stage!: string | null;
}

export class BudgetResponse {
  /** For the topic, or for the call where `shared`. */
  totalEur!: number | null;

  /** Sister topics draw on the same amount: never add those up. */
  shared!: boolean;

  perProjectMinEur!: number | null;

  perProjectMaxEur!: number | null;

  expectedGrants!: number | null;
}

export class SectionResponse {
  /** `summary`, `outcome`, `scope`, `destination`, `conditions`, `need`, `theme`, `other`. */
  kind!: string;

  heading!: string | null;

  text!: string;

  language!: string | null;
}

/** What changed in the month before the day asked about, with what stood before. */
export class RecentChangeResponse {
  /** When the newest of it was seen. */
  at!: string;

  /** `deadlines`, `statedStatus`, `opensOn`, `title`, `budget`, `actionTypes`, `sections`. */
  fields!: string[];

  /** The deadlines before they moved; null where they did not, empty where none was stated. */
  @ApiProperty({ type: [DeadlineResponse], nullable: true })
  deadlinesBefore!: DeadlineResponse[] | null;

  /** What the source said before: `open`; null where that did not change. */
  statusBefore!: string | null;
}

export class OpportunitySummary {
  id!: string;

  /** `topic`, `pilot`, `demo-case`, `window`, `cascade`. */
  kind!: string;

  /** As its best source writes it; compare without letter case. */
  identifier!: string;

  title!: string;

  programme!: string | null;

  /** Programme part: `CL4`, `HLTH`. */
  part!: string | null;

  actionTypes!: string[];

  /** On the day asked about: `forthcoming`, `open`, `closed`, `withdrawn`, `standing`. */
  status!: string;

  /** Calendar date. */
  opensOn!: string | null;

  @ApiProperty({ type: [DeadlineResponse] })
  deadlines!: DeadlineResponse[];

  /** Page at the source. */
  url!: string | null;

  /** Made up for the demonstration. */
  invented!: boolean;

  /** When its newest source was read or published. */
  observedAt!: string;

  /** It changed lately: show it, and what stood before. */
  @ApiProperty({ type: RecentChangeResponse, nullable: true })
  changed!: RecentChangeResponse | null;
}

/** Who looks for partners on the portal: organisations alone. Contact happens there. */
export class PartnerSearchResponse {
  /** How many announcements organisations have made for it. */
  announcements!: number;

  /** Identification codes of those organisations. */
  pics!: string[];

  /** When the portal showed it. */
  seenAt!: string;
}

export class OpportunityResponse extends OpportunitySummary {
  callIdentifier!: string | null;

  callTitle!: string | null;

  @ApiProperty({ type: BudgetResponse, nullable: true })
  budget!: BudgetResponse | null;

  /** Technology readiness the work ends at is between these; null where not stated. */
  trlFrom!: number | null;

  trlTo!: number | null;

  keywords!: string[];

  @ApiProperty({ type: [SectionResponse] })
  sections!: SectionResponse[];

  /** Named facts: `{ "lumpSum": true }`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  flags!: Record<string, unknown>;

  /** Which source gave each field. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  provenance!: Record<string, string>;

  @ApiProperty({ type: () => [ChangeResponse] })
  changes!: ChangeResponse[];

  /** Null where the portal was not asked, or allows no search for it. */
  @ApiProperty({ type: PartnerSearchResponse, nullable: true })
  partnerSearch!: PartnerSearchResponse | null;
}

/** A fact that changed; the old value stays visible. */
export class ChangeResponse {
  field!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  oldValue!: unknown;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  newValue!: unknown;

  source!: string;

  seenAt!: string;
}

export class SavedOpportunityResponse {
  @ApiProperty({ type: OpportunitySummary })
  opportunity!: OpportunitySummary;

  savedAt!: string;

  /** What changed since, with what stood before; null: nothing did. */
  @ApiProperty({ type: RecentChangeResponse, nullable: true })
  changedSince!: RecentChangeResponse | null;
}

export class SavedOpportunitiesResponse {
  /** The next deadline first, those without last. */
  @ApiProperty({ type: [SavedOpportunityResponse] })
  items!: SavedOpportunityResponse[];
}

export function toOpportunitySummary(card: OpportunityCard): OpportunitySummary {
  return {
    id: card.id,
    kind: card.kind,
    identifier: card.identifier,
    title: card.title,
    programme: card.programme,
    part: card.part,
    actionTypes: [...card.actionTypes],
    status: card.status,
    opensOn: card.opensOn,
    deadlines: card.deadlines.map(toDeadline),
    url: card.url,
    invented: card.invented,
    observedAt: card.observedAt,
    changed: card.changed === null ? null : toRecentChange(card.changed),
  };
}

export function toRecentChange({
  at,
  fields,
  deadlinesBefore,
  statusBefore,
}: NonNullable<OpportunityCard['changed']>): RecentChangeResponse {
  return { at, fields: [...fields], deadlinesBefore: deadlinesBefore?.map(toDeadline) ?? null, statusBefore };
}

const toDeadline = ({ at, zone, stage }: OpportunityCard['deadlines'][number]): DeadlineResponse => ({
  at,
  zone,
  stage,
});

export function toOpportunityResponse(
  card: OpportunityCard,
  more: { readonly changes: readonly OpportunityChange[]; readonly partnerSearch: PartnerSearch | null },
): OpportunityResponse {
  return {
    ...toOpportunitySummary(card),
    callIdentifier: card.callIdentifier,
    callTitle: card.callTitle,
    budget: card.budget === null ? null : toBudget(card.budget),
    trlFrom: card.trlFrom,
    trlTo: card.trlTo,
    keywords: [...card.keywords],
    sections: card.sections.map(({ kind, heading, text, language }) => ({ kind, heading, text, language })),
    flags: { ...card.flags },
    provenance: { ...card.provenance },
    partnerSearch: more.partnerSearch === null ? null : toPartnerSearch(more.partnerSearch),
    changes: more.changes.map(({ field, oldValue, newValue, source, seenAt }) => ({
      field,
      oldValue,
      newValue,
      source,
      seenAt,
    })),
  };
}

const toPartnerSearch = ({ announcements, pics, seenAt }: PartnerSearch): PartnerSearchResponse => ({
  announcements,
  pics: [...pics],
  seenAt,
});

export function toBudget(budget: NonNullable<OpportunityCard['budget']>): BudgetResponse {
  const { totalEur, shared, perProjectMinEur, perProjectMaxEur, expectedGrants } = budget;
  return { totalEur, shared, perProjectMinEur, perProjectMaxEur, expectedGrants };
}
