import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

import { opportunityKinds, type OpportunityKind } from '../../opportunities/index.js';
import { languages, type Language } from '../language.js';
import { SourceStampResponse } from '../../sources/index.js';
import { covers, radarSorts, type Cover, type RadarSort } from './radar.js';

/** Of which cluster, of which day, in which language. */
export class ClusterDayQuery {
  /** Short name of the cluster: `afil`; needed only by whoever is staff of several. */
  @IsOptional()
  @IsString()
  @Length(2, 40)
  cluster?: string;

  /** The day that decides what is open, `2026-07-24`; today if absent. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  asOf?: string;

  /** Language of the names we give: `it` or `en`. */
  @IsOptional()
  @IsIn(languages)
  lang: Language = 'it';
}

export class RadarTableQuery extends ClusterDayQuery {
  @IsOptional()
  @IsIn(opportunityKinds)
  kind?: OpportunityKind;

  /** A programme part by its code in `parts`: `HORIZON CL4`. */
  @IsOptional()
  @IsString()
  @Length(0, 80)
  part?: string;

  /** How well the cluster's own members answer: `strong`, `thin`, `none`. */
  @IsOptional()
  @IsIn(covers)
  cover?: Cover;

  /** `forthcoming`, `open`, `standing`. */
  @IsOptional()
  @IsIn(['forthcoming', 'open', 'standing'])
  status?: string;

  /** `RIA`, `IA`, `CSA`, … */
  @IsOptional()
  @IsString()
  @Length(1, 20)
  action?: string;

  /** The next deadline is at most so many days away. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2000)
  within?: number;

  /** Words of the title or the identifier. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  search?: string;

  /** `fit` (most members first), `deadline`, `budget`, `sisters`, `searches`, `title`. */
  @IsOptional()
  @IsIn(radarSorts)
  sort: RadarSort = 'fit';
}

export class RadarQuery extends RadarTableQuery {
  /** Where the page starts: `next` of the page before. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  after?: string;

  /** How many rows, at most 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class RadarDeadlineResponse {
  /** The instant, in UTC. */
  at!: string;

  /** Calendar day in the deadline's own time zone. */
  day!: string;

  /** Whole days from the day asked about. */
  daysLeft!: number;

  /** `single`, `first`, `second`, `cut-off`; null where not stated. */
  stage!: string | null;
}

/** Members of other clusters are counted, never named. */
export class MaskedCountResponse {
  /** Exact from five on, and where there is none; null: some, but fewer than five. */
  count!: number | null;
}

export class RadarRowResponse {
  id!: string;

  /** `topic`, `pilot`, `demo-case`, `window`, `cascade`. */
  kind!: string;

  identifier!: string;

  title!: string;

  /** Code of its programme part, as in `parts`; empty where it states none. */
  part!: string;

  actionTypes!: string[];

  /** `forthcoming`, `open`, `standing`. */
  status!: string;

  /** Still to come, the next one first; empty: none is stated. */
  @ApiProperty({ type: [RadarDeadlineResponse] })
  deadlines!: RadarDeadlineResponse[];

  /** Euro: of the topic, else of a project; null where not stated. */
  budgetEur!: number | null;

  /** The amount is shared with sister topics: never add those up. */
  budgetShared!: boolean;

  /** Own members whose competence fit is strong. */
  strong!: number;

  /** Own members whose competence fit is good, without the strong ones. */
  good!: number;

  @ApiProperty({ type: MaskedCountResponse })
  sisters!: MaskedCountResponse;

  /** `strong`: three own members or more fit well; `thin`: one or two; `none`. */
  cover!: string;

  /** `PRC`, `REC`, `HES`, `PUB`: types that no member that fits has. */
  missingTypes!: string[];

  /** Announcements of partner searches on the portal; null where it was never asked, or allows none. */
  partnerSearches!: number | null;

  /** Made up for the demonstration. */
  invented!: boolean;

  /** The source that gave its title: `portal`, `work-programme`, `pilots`, `by-hand`, `demo`. */
  source!: string | null;
}

export class RadarPartResponse {
  /** `HORIZON CL4`; empty: of none. */
  code!: string;

  /** In the language asked for; null: of no programme. */
  name!: string | null;

  /** Calls listed in it, whatever else is filtered. */
  calls!: number;

  /** Of those, how many the cluster's members cover well, thinly, not at all. */
  strong!: number;

  thin!: number;

  none!: number;
}

export class OwnAssociationResponse {
  id!: string;
}

export class RadarResponse {
  /** Short name of the cluster it is about. */
  cluster!: string;

  /** The cluster's own organisation, for "for us as a cluster"; null where it has none. */
  @ApiProperty({ type: OwnAssociationResponse, nullable: true })
  association!: OwnAssociationResponse | null;

  /** When the figures were counted; null: no score run has finished yet, and every count is 0. */
  countedAt!: string | null;

  /** Live members that were counted. */
  members!: number;

  @ApiProperty({ type: [RadarRowResponse] })
  items!: RadarRowResponse[];

  /** How many calls pass the filters. */
  total!: number;

  /** How many are listed in all. */
  all!: number;

  /** Programme parts with what covers them, the one with the most calls first. */
  @ApiProperty({ type: [RadarPartResponse] })
  parts!: RadarPartResponse[];

  /** Action types that occur, in order. */
  actions!: string[];

  /** `after` of the next page; null on the last one. */
  next!: string | null;

  @ApiProperty({ type: [SourceStampResponse] })
  sources!: SourceStampResponse[];
}

export class RadarMemberResponse {
  id!: string;

  name!: string;

  /** `HES`, `REC`, `PRC`, `PUB`, `OTH`; null where not stated. */
  type!: string | null;

  sme!: boolean | null;

  city!: string | null;

  /** Competence fit: `strong`, `good`. */
  fit!: string;

  /** Track record: `strong`, `good`, `possible`. */
  trackRecord!: string;

  /** Made up for the demonstration. */
  invented!: boolean;
}

export class RadarCallResponse extends RadarRowResponse {
  /** Own members that fit well, the best first: as many as `strong` and `good` say. */
  @ApiProperty({ type: [RadarMemberResponse] })
  members!: RadarMemberResponse[];

  countedAt!: string | null;
}
