import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBooleanString,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

import { FigureResponse } from '../../matching/index.js';
import {
  opportunityKinds,
  OpportunitySummary,
  searchOrders,
  type SearchOrder,
} from '../../opportunities/index.js';
import { PageQuery } from '../../platform/http/paging.dto.js';
import { SourceStampResponse } from '../../sources/index.js';

/** `?part=CL4&part=CL5` and `?part=CL4` alike. */
const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined || Array.isArray(value) ? value : [value];

const statuses = ['forthcoming', 'open', 'closed', 'withdrawn', 'standing'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

export class SearchOpportunitiesQuery extends PageQuery {
  /** Words, in English or Italian; `"exact words"`, `-not`, `or`. Also a part of a title or identifier. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  search?: string;

  /** `HORIZON`, `VANGUARD`; repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  programme?: string[];

  /** Programme part: `CL4`, `HLTH`; repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  part?: string[];

  /** Repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(opportunityKinds, { each: true })
  kind?: string[];

  /** Ecosystem of the regional strategy that its text speaks of: `advanced-manufacturing`; repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  ecosystem?: string[];

  /** `RIA`, `IA`, `CSA`; repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  actionType?: string[];

  /** Repeat for several; absent: what is open, forthcoming or standing. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(statuses, { each: true })
  status?: string[];

  /** Some deadline on this day or later: `2027-01-01`. */
  @IsOptional()
  @Matches(day, { message: 'deadlineFrom must be a day, 2027-01-01' })
  deadlineFrom?: string;

  /** Some deadline on this day or before, and still to come. */
  @IsOptional()
  @Matches(day, { message: 'deadlineTo must be a day, 2027-12-31' })
  deadlineTo?: string;

  /** Money for one project, in euro: at least. */
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1e12)
  budgetFrom?: number;

  /** Money for one project, in euro: at most. */
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1e12)
  budgetTo?: number;

  /** Technology readiness the work passes through. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9)
  trl?: number;

  /** NUTS code: leaves out what names regions, and not this one. */
  @IsOptional()
  @Matches(/^[A-Za-z]{2}[A-Za-z0-9]{0,3}$/, { message: 'region must be a NUTS code' })
  region?: string;

  /** `true`: only what you saved. */
  @IsOptional()
  @IsBooleanString()
  saved?: string;

  /** `true`: only what fits your organisation, or the one named. */
  @IsOptional()
  @IsBooleanString()
  fits?: string;

  /** Whom it should fit: our id, a PIC, the exact name. Absent: your own organisation. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  organisation?: string;

  /** `deadline`: the next one first; `words`: the best answer to `search` first. */
  @IsOptional()
  @IsIn(searchOrders)
  order: SearchOrder = 'identifier';

  /** The day that decides what is open, `2026-07-24`; today if absent. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  asOf?: string;

  /** `true`: also what is closed or withdrawn. */
  @IsOptional()
  @IsBooleanString()
  all?: string;
}

export class FacetCountResponse {
  value!: string;

  /** Exact: how long the list would be with this value alone of its kind. */
  count!: number;
}

export class NamedFacetCountResponse extends FacetCountResponse {
  nameEn!: string;

  nameIt!: string;
}

export class FacetsResponse {
  @ApiProperty({ type: [FacetCountResponse] })
  programme!: FacetCountResponse[];

  @ApiProperty({ type: [FacetCountResponse] })
  part!: FacetCountResponse[];

  @ApiProperty({ type: [FacetCountResponse] })
  kind!: FacetCountResponse[];

  @ApiProperty({ type: [NamedFacetCountResponse] })
  ecosystem!: NamedFacetCountResponse[];

  @ApiProperty({ type: [FacetCountResponse] })
  actionType!: FacetCountResponse[];

  @ApiProperty({ type: [FacetCountResponse] })
  status!: FacetCountResponse[];
}

/** Fit and track record of one organisation for one opportunity, never merged. */
export class FitResponse {
  fit!: FigureResponse;

  trackRecord!: FigureResponse;
}

export class FoundOpportunityResponse extends OpportunitySummary {
  saved!: boolean;

  /** Null where it does not fit, or nobody is asked about. */
  @ApiProperty({ type: FitResponse, nullable: true })
  fit!: FitResponse | null;
}

export class OpportunityPage {
  @ApiProperty({ type: [FoundOpportunityResponse] })
  items!: FoundOpportunityResponse[];

  /** How many there are in all. */
  total!: number;

  /** `after` of the next page; null on the last one. */
  next!: string | null;

  facets!: FacetsResponse;

  /** How many of the list are saved. */
  savedCount!: number;

  /** How many of the list fit; null where it is not known whom they should fit. */
  fitsCount!: number | null;

  /** Where these come from, and how old that is. */
  @ApiProperty({ type: [SourceStampResponse] })
  sources!: SourceStampResponse[];
}
