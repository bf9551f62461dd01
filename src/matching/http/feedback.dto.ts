import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

import { feedbackReasons, verdicts, type FeedbackReason, type Verdict } from '../feedback/feedback.js';

/** A suggestion, from the list of an opportunity. */
export class PartnerFeedbackParam {
  /** The opportunity: our id, its identifier, or the exact title. */
  @IsString()
  @Length(1, 300)
  reference!: string;

  /** The organisation: our id, a PIC, or the exact name. */
  @IsString()
  @Length(1, 300)
  organisation!: string;
}

/** A suggestion, from the list of an organisation. */
export class CallFeedbackParam {
  /** The organisation: our id, a PIC, or the exact name. */
  @IsString()
  @Length(1, 300)
  reference!: string;

  /** The opportunity: our id, its identifier, or the exact title. */
  @IsString()
  @Length(1, 300)
  opportunity!: string;
}

export class GiveFeedbackRequest {
  /** `useful` keeps it and marks it, `not-for-us` takes it out of your lists. */
  @IsIn(verdicts)
  verdict!: Verdict;

  /** Why it is not for us. */
  @IsOptional()
  @IsIn(feedbackReasons)
  reason?: FeedbackReason | null;

  /** In your own words, for your own side alone. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string | null;
}

export class FeedbackResponse {
  opportunityId!: string;

  organisationId!: string;

  /** `useful`, `not-for-us`. */
  verdict!: string;

  reason!: string | null;

  note!: string | null;
}

export class FeedbackQuery {
  /** Only this verdict. */
  @IsOptional()
  @IsIn(verdicts)
  verdict?: Verdict;

  /** Where the page starts: `next` of the page before. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  after: number = 0;

  /** How many entries, at most 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

export class GivenFeedbackResponse extends FeedbackResponse {
  opportunityIdentifier!: string;

  opportunityTitle!: string;

  organisationName!: string;

  /** You said it; else somebody of your cluster or organisation. */
  mine!: boolean;

  givenAt!: string;
}

export class FeedbackPage {
  /** The newest first. */
  @ApiProperty({ type: [GivenFeedbackResponse] })
  items!: GivenFeedbackResponse[];

  total!: number;

  /** Start of the next page; null on the last. */
  next!: number | null;
}
