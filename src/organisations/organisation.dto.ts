import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO31661Alpha2, IsOptional, IsString, IsUUID, Length } from 'class-validator';

import { PageQuery } from '../platform/http/paging.dto.js';
import type { PastProject, PastWork } from './funded-projects.read-model.js';
import type { EvidenceText } from './evidence.read-model.js';
import type { OrganisationCard } from './organisation.read-model.js';

export class ListOrganisationsQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @Length(2, 200)
  search?: string;

  /** ISO 3166-1 alpha-2. */
  @IsOptional()
  @IsISO31661Alpha2()
  country?: string;

  /** `own`: only members of the asker's cluster. */
  @IsOptional()
  @IsIn(['own'])
  members?: 'own';

  /** Where the page starts: `next` of the page before. */
  @IsOptional()
  @IsUUID()
  declare after?: string;
}

export class ProvenanceResponse {
  /** `members`, `cordis`, `demo`. */
  source!: string;

  /** The day the source speaks of. */
  date!: string;
}

export class MembershipResponse {
  clusterId!: string;

  /** A free label: founder, adherent. */
  category!: string | null;

  since!: string | null;

  until!: string | null;
}

/** A fact that is not stated is null; `provenance` says where each stated one comes from. */
export class OrganisationSummary {
  id!: string;

  /** Participant Identification Code, nine digits. */
  pic!: string | null;

  legalName!: string;

  shortName!: string | null;

  /** ISO 3166-1 alpha-2. */
  country!: string | null;

  city!: string | null;

  /** NUTS code, two to five characters. */
  nuts!: string | null;

  /** `HES`, `REC`, `PRC`, `PUB`, `OTH`. */
  type!: string | null;

  sme!: boolean | null;

  employees!: number | null;

  url!: string | null;

  languages!: string[];

  /** Made up for the demonstration. */
  invented!: boolean;

  @ApiProperty({ type: [MembershipResponse] })
  memberships!: MembershipResponse[];
}

export class EvidenceResponse {
  id!: string;

  /** `profile`, `competence`, `result`. */
  kind!: string;

  title!: string | null;

  text!: string;

  language!: string | null;

  date!: string | null;

  /** `open`, `confirmed`, `unconfirmed`. */
  state!: string;

  source!: string;
}

export class PastProjectResponse {
  grantId!: string;

  acronym!: string;

  title!: string;

  /** Calendar date. */
  startDate!: string | null;

  /** It was the co-ordinator. */
  led!: boolean;
}

export class PastWorkResponse {
  /** Funded projects in open data; none: nothing was found there. */
  projects!: number;

  coordinated!: number;

  @ApiProperty({ type: [PastProjectResponse] })
  newest!: PastProjectResponse[];
}

export class OrganisationResponse extends OrganisationSummary {
  @ApiProperty({ type: PastWorkResponse })
  pastWork!: PastWorkResponse;

  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/ProvenanceResponse' } })
  provenance!: Record<string, ProvenanceResponse>;

  @ApiProperty({ type: [EvidenceResponse] })
  evidence!: EvidenceResponse[];
}

export class OrganisationPage {
  @ApiProperty({ type: [OrganisationSummary] })
  items!: OrganisationSummary[];

  /** How many there are in all. */
  total!: number;

  /** Invented ones that are left out because there are real ones. */
  inventedLeftOut!: number;

  /** `after` of the next page; null on the last one. */
  next!: string | null;
}

export function toOrganisationSummary({ facts, ...card }: OrganisationCard): OrganisationSummary {
  return {
    id: card.id,
    pic: card.pic,
    legalName: facts.legalName,
    shortName: facts.shortName,
    country: facts.country,
    city: facts.city,
    nuts: facts.nuts,
    type: facts.type,
    sme: facts.sme,
    employees: facts.employees,
    url: facts.url,
    languages: [...facts.languages],
    invented: card.invented,
    memberships: card.memberships.map(({ clusterId, category, since, until }) => ({
      clusterId,
      category,
      since,
      until,
    })),
  };
}

export function toOrganisationResponse(
  card: OrganisationCard,
  evidence: readonly EvidenceText[],
  { projects, coordinated, newest }: PastWork & { readonly newest: readonly PastProject[] },
): OrganisationResponse {
  return {
    ...toOrganisationSummary(card),
    pastWork: { projects, coordinated, newest: newest.map((project) => ({ ...project })) },
    provenance: Object.fromEntries(
      Object.entries(card.provenance).map(([field, { source, date }]) => [field, { source, date }]),
    ),
    evidence: evidence.map(({ id, kind, title, text, language, date, state, source }) => ({
      id,
      kind,
      title,
      text,
      language,
      date,
      state,
      source,
    })),
  };
}
