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

import { organisationTypes, type OrganisationType } from '../../organisations/index.js';
import { experiences, type Experience } from '../../ranking/index.js';
import { listOrders, type ListOrder } from '../suggestions/fair-lists.js';

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

  /** `experienced`: took part in a project that is known; `new`: in none. */
  @IsOptional()
  @IsIn(experiences)
  experience?: Experience;

  /** Readiness level from 1 to 9: only who has something that states a span with this level in it. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9)
  trl?: number;

  /** Slug of a cluster: only its members, as far as one may see them. */
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,60}$/, { message: 'cluster must be the short name of a cluster, such as `afil`' })
  cluster?: string;

  /**
   * `fair`: small firms, companies and newcomers keep their share of every prefix; `score`: by score alone. If absent: as
   * the installation is set, which is `fair` unless somebody said otherwise.
   */
  @IsOptional()
  @IsIn(listOrders)
  order?: ListOrder;

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

  /** `experienced`: took part in a project that is known; `new`: in none. */
  @IsOptional()
  @IsIn(experiences)
  experience?: Experience;

  /** Readiness level from 1 to 9: only who has something that states a span with this level in it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trl?: number;

  /** Slug of a cluster: only its members, as far as one may see them. */
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,60}$/, { message: 'cluster must be the short name of a cluster, such as `afil`' })
  cluster?: string;

  /** `fair` or `score`. If absent: as the installation is set. */
  @IsOptional()
  @IsIn(listOrders)
  order?: ListOrder;

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
