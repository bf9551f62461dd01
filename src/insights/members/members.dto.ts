import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';

import { MemberNoteResponse, organisationTypes, type OrganisationType } from '../../organisations/index.js';
import { ClusterDayQuery, RadarDeadlineResponse } from '../radar/radar.dto.js';
import { memberStates, type MemberState } from './member-state.js';
import { lacks, memberSorts, type Lack, type MemberSort } from './members.js';

export class MembersTableQuery extends ClusterDayQuery {
  /** `imported`, `invited`, `confirmed`, `dormant`, `left`; absent: all but those who left. */
  @IsOptional()
  @IsIn(memberStates)
  state?: MemberState;

  /** `HES`, `REC`, `PRC`, `PUB`, `OTH`. */
  @IsOptional()
  @IsIn(organisationTypes)
  type?: OrganisationType;

  /** Part of the name or the town. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  search?: string;

  /** Only those without a `contact`, without `texts`, without `matches`, without a `next-step`. */
  @IsOptional()
  @IsIn(lacks)
  lacks?: Lack;

  /** `name`, `matches` (most first), `freshness` (the oldest first), `next` (due first). */
  @IsOptional()
  @IsIn(memberSorts)
  sort: MemberSort = 'name';
}

export class MembersQuery extends MembersTableQuery {
  /** Where the page starts: `next` of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  /** How many rows, at most 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class MemberRowResponse {
  id!: string;

  name!: string;

  /** `HES`, `REC`, `PRC`, `PUB`, `OTH`; null where not stated. */
  type!: string | null;

  sme!: boolean | null;

  city!: string | null;

  /** ISO 3166-1 alpha-2. */
  country!: string | null;

  /** A free label: founder, adherent. */
  category!: string | null;

  /** `imported`, `invited`, `confirmed`, `dormant`, `left`. */
  state!: string;

  invitedAt!: string | null;

  confirmedAt!: string | null;

  /** Calendar date of the newest thing said of it; null: nothing is dated. */
  saidOn!: string | null;

  /** Texts of its own: profile and competences. */
  texts!: number;

  /** Of those, how many it confirmed itself. */
  confirmed!: number;

  /** Listed calls that fit strongly. */
  strong!: number;

  /** Listed calls that fit well, without the strong ones. */
  good!: number;

  /** People known there. */
  contacts!: number;

  /** What is to be done next. */
  @ApiProperty({ type: MemberNoteResponse, nullable: true })
  nextStep!: MemberNoteResponse | null;

  /** Made up for the demonstration. */
  invented!: boolean;
}

export class MembersResponse {
  cluster!: string;

  /** When matches were counted; null: no score run has finished yet, and every count is 0. */
  countedAt!: string | null;

  @ApiProperty({ type: [MemberRowResponse] })
  items!: MemberRowResponse[];

  /** How many pass the filters. */
  total!: number;

  /** How many there are in each state, whatever is filtered: `{ "imported": 140, "left": 2 }`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  states!: Record<string, number>;

  /** `after` of the next page; null on the last one. */
  next!: string | null;
}

export class MemberContactResponse {
  id!: string;

  name!: string;

  email!: string;

  /** Where the address came from. */
  source!: string;

  invitedAt!: string | null;

  confirmedAt!: string | null;
}

export class MemberCallResponse {
  id!: string;

  identifier!: string;

  title!: string;

  kind!: string;

  @ApiProperty({ type: [RadarDeadlineResponse] })
  deadlines!: RadarDeadlineResponse[];

  /** Competence fit: `strong`, `good`. */
  fit!: string;

  /** Track record: `strong`, `good`, `possible`. */
  trackRecord!: string;

  invented!: boolean;
}

export class MemberTextResponse {
  id!: string;

  /** `profile`, `competence`, `result`. */
  kind!: string;

  title!: string | null;

  text!: string;

  /** `open`, `confirmed`, `unconfirmed`. */
  state!: string;

  source!: string;

  date!: string | null;
}

export class MemberEcosystemResponse {
  /** `advanced-manufacturing`, … */
  code!: string;

  name!: string;

  /** The words of its own texts that say so. */
  words!: string[];
}

export class MemberPageResponse extends MemberRowResponse {
  @ApiProperty({ type: [MemberContactResponse] })
  people!: MemberContactResponse[];

  @ApiProperty({ type: [MemberNoteResponse] })
  notes!: MemberNoteResponse[];

  @ApiProperty({ type: [MemberEcosystemResponse] })
  ecosystems!: MemberEcosystemResponse[];

  @ApiProperty({ type: [MemberTextResponse] })
  evidence!: MemberTextResponse[];

  /** Listed calls that fit well, the best first: as many as `strong` and `good` say. */
  @ApiProperty({ type: [MemberCallResponse] })
  calls!: MemberCallResponse[];

  countedAt!: string | null;
}
