import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsBooleanString,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

import { OpportunitySummary } from '../../opportunities/index.js';
import { organisationTypes, type OrganisationType } from '../../organisations/index.js';
import { SourceStampResponse } from '../../sources/index.js';

/** `?seed=a&seed=b` and `?seed=a` alike. */
const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined || Array.isArray(value) ? value : [value];

/** What the asker narrows a list of partners to. */
export class SuggestionsQuery {
  /** Organisations already in, by id, PIC or exact name; repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(300)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  seed?: string[];

  /** What is looked for: `coordinator`, `end user`, `battery test bench`. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  role?: string;

  /** ISO 3166-1 alpha-2; repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(60)
  @IsISO31661Alpha2({ each: true })
  country?: string[];

  /** NUTS codes, matched as prefixes: `ITC4`; repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(60)
  @Matches(/^[A-Za-z]{2}[A-Za-z0-9]{0,3}$/, { each: true, message: 'each region must be a NUTS code' })
  region?: string[];

  /** Types of organisation; repeat for several. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(organisationTypes, { each: true })
  type?: OrganisationType[];

  /** `true`: SMEs only; `false`: none. */
  @IsOptional()
  @IsBooleanString()
  sme?: string;

  /** How many places, at most 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 10;

  /** The day that decides what is known, `2026-07-24`. If absent: that of the stored lists, or today. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  asOf?: string;
}

/** A free text to find partners for. */
export class SuggestRequest {
  /** An idea, a need or a call, in English or Italian. */
  @IsString()
  @Length(20, 50_000)
  text!: string;

  /** Organisations already in, by id, PIC or exact name. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  seeds?: string[];

  /** What is looked for. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  role?: string;

  /** ISO 3166-1 alpha-2. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsISO31661Alpha2({ each: true })
  countries?: string[];

  /** NUTS codes, matched as prefixes. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @Matches(/^[A-Za-z]{2}[A-Za-z0-9]{0,3}$/, { each: true, message: 'each region must be a NUTS code' })
  regions?: string[];

  /** Types of organisation. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(organisationTypes, { each: true })
  types?: OrganisationType[];

  /** true: SMEs only; false: none. */
  @IsOptional()
  @IsBoolean()
  sme?: boolean;

  /** How many places, at most 100. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 10;
}

export class CallsQuery {
  /** How many places, at most 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 10;

  /** The day that decides what is open and known, `2026-07-24`. If absent: today, by lists of the last days. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  asOf?: string;

  /** `true`: also what is closed. */
  @IsOptional()
  @IsBooleanString()
  all?: string;
}

/** One of the two figures, never merged. */
export class FigureResponse {
  /** In [0, 1]. */
  score!: number;

  /** `strong`, `good`, `possible`. */
  band!: string;
}

export class ReasonEvidenceResponse {
  /** `profile`, `competence`, `project`, `result`. */
  type!: string;

  id!: string;

  title!: string | null;

  /** Calendar date. */
  date!: string | null;

  /** Page of a project. */
  url!: string | null;

  /** `open`, `confirmed`, `unconfirmed`. */
  state!: string;
}

export class ReasonResponse {
  /** `text`, `concepts`, `proximity`, `experience`, `activity`, `facts`, `rest`. */
  signal!: string;

  /** The contributions of all reasons add up to the score. */
  contribution!: number;

  /** Verbatim; null where the reason is not about words. */
  callQuote!: string | null;

  /** Verbatim; null where the reason is not about words. */
  evidenceQuote!: string | null;

  /** What both sides share, the weightiest first. */
  terms!: string[];

  @ApiProperty({ type: ReasonEvidenceResponse, nullable: true })
  evidence!: ReasonEvidenceResponse | null;
}

export class MissingResponse {
  /** What the call asks and no evidence shows. */
  label!: string;

  /** `term`, `concept`. */
  kind!: string;

  /** Place in the sections of the call; -1 the title, -2 the keywords. */
  section!: number;

  /** Share of all the call asks, in [0, 1]. */
  weight!: number;
}

export class SuggestedOrganisationResponse {
  id!: string;

  pic!: string | null;

  name!: string;

  country!: string | null;

  city!: string | null;

  nuts!: string | null;

  type!: string | null;

  sme!: boolean | null;

  url!: string | null;

  /** Its page in the register of participants. */
  participantUrl!: string | null;

  /** Made up for the demonstration. */
  invented!: boolean;

  /** Clusters in scope of which it is a member. */
  clusters!: string[];
}

/** A member of the asker's cluster that shared a project with the organisation. */
export class IntroducerResponse {
  id!: string;

  name!: string;

  /** Of the shared project. */
  acronym!: string;

  year!: number | null;
}

export class PartnerSuggestionResponse {
  rank!: number;

  organisation!: SuggestedOrganisationResponse;

  /** Fused, in [0, 1]. */
  score!: number;

  /** Competence fit. */
  fit!: FigureResponse;

  /** Experience and nearness. */
  trackRecord!: FigureResponse;

  @ApiProperty({ type: [ReasonResponse] })
  reasons!: ReasonResponse[];

  @ApiProperty({ type: [MissingResponse] })
  missing!: MissingResponse[];

  /** Who can introduce us. */
  @ApiProperty({ type: [IntroducerResponse] })
  introducers!: IntroducerResponse[];

  /** You found it useful. */
  useful!: boolean;
}

export class PartnerSuggestionsResponse {
  /** Null for a free text. */
  @ApiProperty({ type: OpportunitySummary, nullable: true })
  opportunity!: OpportunitySummary | null;

  /** Names the evidence that was read; changes with any of it. */
  snapshot!: string;

  /** Version of the ranking model. */
  model!: string;

  /** Calendar date that evidence was judged as of. */
  asOf!: string;

  /** The score run whose stored list this is; null: ranked just now. */
  run!: string | null;

  /** How many organisations scored, after filters. */
  total!: number;

  @ApiProperty({ type: [PartnerSuggestionResponse] })
  suggestions!: PartnerSuggestionResponse[];

  /** How old the data are that this rests on. */
  @ApiProperty({ type: [SourceStampResponse] })
  sources!: SourceStampResponse[];
}

export class CallSuggestionResponse {
  rank!: number;

  opportunity!: OpportunitySummary;

  /** Fused, in [0, 1]. */
  score!: number;

  fit!: FigureResponse;

  trackRecord!: FigureResponse;

  @ApiProperty({ type: [ReasonResponse] })
  reasons!: ReasonResponse[];

  @ApiProperty({ type: [MissingResponse] })
  missing!: MissingResponse[];

  /** You found it useful. */
  useful!: boolean;
}

export class CallSuggestionsResponse {
  organisation!: SuggestedOrganisationResponse;

  /** Id of the organisation. */
  organisationId!: string;

  /** It is made up for the demonstration. */
  invented!: boolean;

  /** Names the evidence that was read. */
  snapshot!: string;

  model!: string;

  /** Calendar date that evidence was judged as of. */
  asOf!: string;

  /** The score run whose stored list this is; null: ranked just now. */
  run!: string | null;

  total!: number;

  @ApiProperty({ type: [CallSuggestionResponse] })
  suggestions!: CallSuggestionResponse[];

  /** How old the data are that this rests on. */
  @ApiProperty({ type: [SourceStampResponse] })
  sources!: SourceStampResponse[];
}
