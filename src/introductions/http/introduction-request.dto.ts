import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import { letterParts, purposes, type LetterPartKey, type Purpose } from '../introduction.js';
import { declineReasons, type DeclineReason } from '../state/introduction-state.js';

export class IntroductionParam {
  @IsUUID()
  id!: string;
}

export class SlotParam extends IntroductionParam {
  @IsUUID()
  slot!: string;
}

export class OutsideParam {
  @IsUUID()
  organisation!: string;
}

export class IntroductionsQuery {
  /** Lines to skip. */
  @ApiPropertyOptional({ type: Number, default: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000)
  after: number = 0;

  /** How many lines, at most 100. */
  @ApiPropertyOptional({ type: Number, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
}

export class GuestRequest {
  /** How the guest is called. */
  @IsString()
  @Length(1, 200)
  name!: string;

  /** The address that you have from them. */
  @IsEmail()
  @Length(3, 254)
  email!: string;
}

export class DraftIntroductionRequest {
  /** Id of the organisation, as a list of partners shows it. One of this, `mask`, `guest` and `introducer`. */
  @IsOptional()
  @IsUUID()
  organisation?: string | null;

  /** Id of an entry whose name is not shown. */
  @IsOptional()
  @IsUUID()
  mask?: string | null;

  /** Somebody without an account, asked by an officer. */
  @IsOptional()
  @ValidateNested()
  @Type(() => GuestRequest)
  guest?: GuestRequest | null;

  /** You asked by other means, and keep the clock here. */
  @IsOptional()
  @IsBoolean()
  outside?: boolean;

  /** Be our partner, let us join you, or introduce us to somebody. */
  @IsOptional()
  @IsIn(purposes)
  purpose?: Purpose;

  /** The call: our id, its identifier, or its exact title. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  opportunity?: string | null;

  /** Id of the seat on a board that is to be filled. */
  @IsOptional()
  @IsUUID()
  seat?: string | null;

  /** What it is about; left out: the title of the call. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  subject?: string | null;

  /** What the partner would do. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  role?: string | null;

  /** Id of whom you wish to be introduced to. */
  @IsOptional()
  @IsUUID()
  about?: string | null;

  /** A member of another cluster that worked with `about`, whoever it is: who is told when it agrees. */
  @IsOptional()
  @IsBoolean()
  introducer?: boolean;

  /** The language of the request. */
  @IsOptional()
  @IsIn(['en', 'it'])
  language?: 'en' | 'it';

  /** Id of your cluster; needed by those who work for several. */
  @IsOptional()
  @IsUUID()
  cluster?: string | null;
}

export class LetterPartRequest {
  @IsIn(letterParts)
  key!: LetterPartKey;

  @IsString()
  @Length(1, 2_000)
  text!: string;

  /** Where it was taken from, as it was read; what you changed is your own. */
  @IsOptional()
  @IsString()
  @Length(1, 80)
  source?: string | null;
}

export class ChangeIntroductionRequest {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version!: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => LetterPartRequest)
  parts?: LetterPartRequest[];

  @IsOptional()
  @IsString()
  @Length(1, 200)
  role?: string;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  subject?: string;

  /** Across clusters: your own name is shown at once. Theirs stays behind its mask. */
  @IsOptional()
  @IsBoolean()
  showsSender?: boolean;

  /** A partner is to be replaced. */
  @IsOptional()
  @IsBoolean()
  replacement?: boolean;

  /** Kept for later. */
  @IsOptional()
  @IsBoolean()
  reserve?: boolean;

  /** Words that would be taken out and may stand, to the letter. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  allowed?: string[];
}

export class AnswerIntroductionRequest {
  @IsIn(['accepted', 'declined', 'more-information'])
  answer!: 'accepted' | 'declined' | 'more-information';

  /** Why not. */
  @IsOptional()
  @IsIn(declineReasons)
  reason?: DeclineReason | null;

  /** The question, or a word with a no. */
  @IsOptional()
  @IsString()
  @Length(1, 2_000)
  note?: string | null;
}

export class AnswerByLinkRequest extends AnswerIntroductionRequest {
  /** What stands behind `#` in the link. */
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'token must be what stands behind # in the link' })
  token!: string;
}

export class LinkRequest {
  /** What stands behind `#` in the link. */
  @Matches(/^[A-Za-z0-9_-]{43}$/, { message: 'token must be what stands behind # in the link' })
  token!: string;
}

export class MessageRequest {
  @IsString()
  @Length(1, 4_000)
  text!: string;
}

export class SlotsRequest {
  /** Up to three moments, each with its zone. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @IsISO8601({ strict: true, strictSeparator: true }, { each: true })
  @Matches(/(Z|[+-]\d\d:\d\d)$/, { each: true, message: 'each time needs its zone: Z or +01:00' })
  times!: string[];

  /** How many minutes: 15, 30, 45 or 60. */
  @IsOptional()
  @IsIn([15, 30, 45, 60])
  minutes?: number;
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class ClosingRequest {
  /** First closing day, `2026-12-24`. */
  @Matches(day)
  from!: string;

  /** Last closing day. */
  @Matches(day)
  until!: string;
}

export class ClosingsRequest {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ClosingRequest)
  days!: ClosingRequest[];
}
