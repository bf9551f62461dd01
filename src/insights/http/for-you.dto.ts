import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';

import { FigureResponse, MissingResponse, ReasonResponse } from '../../matching/index.js';
import { BudgetResponse, OpportunitySummary } from '../../opportunities/index.js';
import { SourceStampResponse } from '../../sources/index.js';

export class ForYouQuery {
  /** Whom it is for: our id, a PIC, the exact name. Absent: your own organisation. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  organisation?: string;

  /** The day that decides what is open, `2026-07-24`; today if absent. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  asOf?: string;
}

/** A deadline still to come. */
export class ShownDeadlineResponse {
  /** The instant, in UTC. */
  at!: string;

  /** Time zone it was set in. */
  zone!: string;

  /** `single`, `first`, `second`, `cut-off`; null where not stated. */
  stage!: string | null;

  /** Calendar day in that zone. */
  day!: string;

  /** Whole days; 0 is that very day. */
  daysLeft!: number;
}

/** Who looks for partners on the portal, in numbers. */
export class LookingResponse {
  announcements!: number;

  /** Organisations behind the announcements. */
  organisations!: number;

  /** When the portal showed it. */
  seenAt!: string;
}

export class ForYouCardResponse {
  rank!: number;

  @ApiProperty({ type: OpportunitySummary })
  opportunity!: OpportunitySummary;

  @ApiProperty({ type: BudgetResponse, nullable: true })
  budget!: BudgetResponse | null;

  /** Competence fit. */
  fit!: FigureResponse;

  /** Experience and nearness. */
  trackRecord!: FigureResponse;

  /** `research`, `technology`, `testing`, `data`, `end-user`, `public-end-user`, `network`; null: nothing says. */
  role!: string | null;

  /** Two to four where there are as many; each quotes both sides. */
  @ApiProperty({ type: [ReasonResponse] })
  reasons!: ReasonResponse[];

  /** What the call asks and no evidence shows, the weightiest first. */
  @ApiProperty({ type: [MissingResponse] })
  missing!: MissingResponse[];

  /** The next one; null where it has none. */
  @ApiProperty({ type: ShownDeadlineResponse, nullable: true })
  deadline!: ShownDeadlineResponse | null;

  /** Fewer than 21 days are left. */
  late!: boolean;

  /** false: one organisation applies alone, so nobody need look for partners. */
  asksForPartners!: boolean;

  /** Null where the portal was not asked, or allows no search for it. */
  @ApiProperty({ type: LookingResponse, nullable: true })
  looking!: LookingResponse | null;

  saved!: boolean;

  /** You found it useful. */
  useful!: boolean;
}

export class ForYouResponse {
  /** Null where you speak for no organisation and named none. */
  organisationId!: string | null;

  organisationName!: string | null;

  /** It is made up for the demonstration. */
  invented!: boolean;

  /** Texts and projects that say what it can do; 0: nothing can be found for it before there is one. */
  evidence!: number;

  /** The best first, at most 20. */
  @ApiProperty({ type: [ForYouCardResponse] })
  cards!: ForYouCardResponse[];

  /** How many opportunities fit at all. */
  total!: number;

  /** Calendar date that evidence was judged as of. */
  asOf!: string;

  /** Names the evidence that was read. */
  snapshot!: string | null;

  model!: string | null;

  /** How old the data are that this rests on. */
  @ApiProperty({ type: [SourceStampResponse] })
  sources!: SourceStampResponse[];
}
