import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

import { ClusterDayQuery } from '../radar/radar.dto.js';

export class LetterResponse {
  subject!: string;

  /** Plain text, to be read and changed before it is sent. */
  text!: string;
}

export class NewsletterQuery extends ClusterDayQuery {
  /** Calls whose next deadline is at most so many days away, and those without one that is stated. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2000)
  within: number = 120;

  /** How many calls, at most 20. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  limit: number = 6;
}

export class NewsletterResponse {
  /** For a newsletter: headings, a list and links, without a style of its own. */
  html!: string;

  text!: string;

  /** How many calls are in it. */
  calls!: number;
}
