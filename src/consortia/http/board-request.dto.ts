import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsBooleanString,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';

import { participations, type Participation } from '../board/board.js';
import {
  consortiumStates,
  needStates,
  seatStates,
  type ConsortiumState,
  type NeedState,
  type SeatState,
} from '../board/board-states.js';
import { neededRoles, type NeededRole } from '../needs/needed-role.js';

export class ConsortiumParam {
  @IsUUID()
  id!: string;
}

export class NeedParam extends ConsortiumParam {
  @IsUUID()
  need!: string;
}

export class SeatParam extends ConsortiumParam {
  @IsUUID()
  seat!: string;
}

export class StartBoardRequest {
  /** The call or pilot: our id, its identifier in any letter case, or the exact title. Either this or an idea. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  opportunity?: string | null;

  /** An idea in your own words, in English or Italian. */
  @IsOptional()
  @IsString()
  @Length(20, 20_000)
  idea?: string | null;

  /** Left out: the title of the call, or the first words of the idea. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  title?: string | null;

  /** Id of your cluster; needed by those who work for several. */
  @IsOptional()
  @IsUUID()
  cluster?: string | null;
}

export class BoardsQuery {
  /** `true`: dropped ones too. */
  @IsOptional()
  @IsBooleanString()
  dropped?: string;

  /** Lines to skip. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000)
  after: number = 0;

  /** How many lines, at most 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

/** The version that was read: of two who change the same thing, the second is told. */
class Versioned {
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version!: number;
}

export class VersionQuery {
  /** The version that was read. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version!: number;
}

export class ChangeBoardRequest extends Versioned {
  @IsOptional()
  @IsString()
  @Length(1, 300)
  title?: string;

  @IsOptional()
  @IsIn(consortiumStates)
  state?: ConsortiumState;
}

export class AddNeedRequest {
  @IsIn(neededRoles)
  role!: NeededRole;

  /** What the partner is needed for, in a sentence or two. */
  @IsString()
  @Length(1, 1_000)
  text!: string;

  /** What the partner starts from. */
  @IsOptional()
  @IsString()
  @Length(1, 1_000)
  input?: string | null;

  /** What it hands on. */
  @IsOptional()
  @IsString()
  @Length(1, 1_000)
  output?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trlFrom?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trlTo?: number | null;

  /** ISO 3166-1 alpha-2; none: anywhere. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsISO31661Alpha2({ each: true })
  countries?: string[];
}

export class ChangeNeedRequest extends Versioned {
  @IsOptional()
  @IsIn(neededRoles)
  role?: NeededRole;

  @IsOptional()
  @IsString()
  @Length(1, 1_000)
  text?: string;

  @IsOptional()
  @IsString()
  @Length(1, 1_000)
  input?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 1_000)
  output?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trlFrom?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trlTo?: number | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsISO31661Alpha2({ each: true })
  countries?: string[];

  /** `approved` notes that you approved it; changing the words of an approved need makes it a draft again. */
  @IsOptional()
  @IsIn(needStates)
  state?: NeedState;
}

export class AddSeatRequest {
  @IsIn(participations)
  participation!: Participation;

  /** Who is meant for it: our id, a PIC, or the exact name. Left out: open. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  organisation?: string | null;

  /** Needs it is to cover. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID(undefined, { each: true })
  needs?: string[];

  /** Person-months. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(10_000)
  effortMonths?: number | null;

  /** Share of the budget, from 0 to 100. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  budgetShare?: number | null;

  @IsOptional()
  @IsString()
  @Length(1, 2_000)
  note?: string | null;

  /** Without it the consortium is not agreed; left out: it is. */
  @IsOptional()
  @IsBoolean()
  required?: boolean;
}

export class ChangeSeatRequest extends Versioned {
  @IsOptional()
  @IsIn(participations)
  participation?: Participation;

  /** Null leaves the seat empty. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  organisation?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID(undefined, { each: true })
  needs?: string[];

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(10_000)
  effortMonths?: number | null;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  budgetShare?: number | null;

  @IsOptional()
  @IsString()
  @Length(1, 2_000)
  note?: string | null;

  /** Without it the consortium is not agreed. */
  @IsOptional()
  @IsBoolean()
  required?: boolean;

  @IsOptional()
  @IsIn(seatStates)
  state?: SeatState;
}

export const languages = ['en', 'it'] as const;

export class LanguageQuery {
  /** Language of the rules' words. */
  @IsOptional()
  @IsIn(languages)
  language: 'en' | 'it' = 'en';
}

export class WhatIfRequest {
  /** Organisations that would join: our id, a PIC, or the exact name. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  add?: string[];

  /** Ids of seats that would be left empty. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsUUID(undefined, { each: true })
  leave?: string[];
}

export class SeatSuggestionsQuery {
  /** How many places, at most 50. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit: number = 10;
}

export class AssemblyRequest {
  /** Members in all, those who are in included. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(40)
  least: number = 3;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(40)
  most: number = 10;

  /** Different countries at least. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(20)
  countries: number = 3;

  /** Organisations with at most one project, at least. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(20)
  newcomers: number = 0;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  proposals: number = 3;
}
