import { ApiProperty } from '@nestjs/swagger';

import { advisoryKinds } from '../board/advisory-findings.js';
import { boardVerdicts, reasonsAgainst } from '../board/advise-board.js';
import { reliedOccasions } from '../board/relied-check.js';

export class RuleAnswerResponse {
  id!: string;

  @ApiProperty({ enum: ['pass', 'fail', 'needs-review'] })
  result!: string;

  /** A hard rule decides; another one only says. */
  hard!: boolean;

  text!: string;

  /** What was found, as against what is asked. */
  found!: string;

  source!: string;
}

export class BoardAdviceResponse {
  text!: string;

  @ApiProperty({ enum: ['pass', 'fail', 'needs-review'] })
  leadsTo!: string;
}

export class SeatLeftOutResponse {
  seat!: string;

  @ApiProperty({ enum: ['open', 'declined', 'withdrawn', 'reserve', 'facilitator', 'unknown'] })
  because!: string;
}

export class ReasonAgainstResponse {
  @ApiProperty({ enum: reasonsAgainst })
  kind!: string;

  /** It ends it, a change of the board mends it, or people weigh it. */
  @ApiProperty({ enum: ['stops', 'mend', 'weigh'] })
  weight!: string;

  /** Of `too-late`. */
  daysLeft!: number | null;

  /** Of `not-eligible`: the rules that fail. */
  rules!: string[];

  /** Of `one-country`, ISO 3166-1 alpha-2. */
  country!: string | null;

  /** Of `saturated`: how many look for partners in public. */
  organisations!: number | null;

  /** Of `saturated`: projects that the call is to fund. */
  grants!: number | null;
}

export class ProgrammeSuccessResponse {
  /** Percent of proposals that succeed in the programme as a whole. */
  percent!: number;

  document!: string;

  /** Calendar date of the document. */
  date!: string;

  url!: string | null;
}

export class ApplyAdviceResponse {
  @ApiProperty({ enum: boardVerdicts })
  verdict!: string;

  /** What speaks against it, what weighs most first. */
  @ApiProperty({ type: [ReasonAgainstResponse] })
  against!: ReasonAgainstResponse[];

  /** Null: not held. */
  @ApiProperty({ type: ProgrammeSuccessResponse, nullable: true })
  success!: ProgrammeSuccessResponse | null;
}

export class AdvisoryFindingResponse {
  @ApiProperty({ enum: advisoryKinds })
  kind!: string;

  /** Partners that were looked at. */
  partners!: number;

  /** Of whom it is not known: one of them may be what is missing. */
  unknown!: number;

  /** Of `dominant-country`, ISO 3166-1 alpha-2. */
  country!: string | null;

  /** Of `dominant-country`: partners there. */
  inCountry!: number | null;

  /** Why it matters. */
  source!: string;
}

/** The last check of the board that staff relied on. */
export class ReliedCheckResponse {
  @ApiProperty({ enum: ['pass', 'fail', 'needs-review'] })
  result!: string;

  /** What people call the rule set; null: no rules were held. */
  ruleSetName!: string | null;

  /** Of the rule set. */
  rulesVersion!: string | null;

  /** Moved to "checked", checked again, agreed, or its sheet was taken. */
  @ApiProperty({ enum: reliedOccasions })
  occasion!: string;

  /** Who relied on it; null: they have gone. */
  by!: string | null;

  /** ISO instant. */
  at!: string;

  /** Other rules are in force now: check again. */
  superseded!: boolean;
}

export class BoardCheckResponse {
  @ApiProperty({ enum: ['pass', 'fail', 'needs-review'] })
  result!: string;

  ruleSet!: string | null;

  /** What people call it. */
  ruleSetName!: string | null;

  /** Of the rule set. */
  rulesVersion!: string | null;

  /** Calendar date. */
  date!: string;

  rules!: RuleAnswerResponse[];

  warnings!: RuleAnswerResponse[];

  /** Seats that were not counted. */
  leftOut!: SeatLeftOutResponse[];

  /** Only for a what-if: ids of rules whose answer would be another than it is now. */
  changed!: string[];

  /** Changes that were tried, each with what the whole check then says. */
  advice!: BoardAdviceResponse[];

  /** Whether to apply; null: there is no call to apply to, or it is decided. */
  @ApiProperty({ type: ApplyAdviceResponse, nullable: true })
  apply!: ApplyAdviceResponse | null;

  /** What no rule forbids and people should weigh: it changes no answer. */
  @ApiProperty({ type: [AdvisoryFindingResponse] })
  findings!: AdvisoryFindingResponse[];

  /** Null: nobody relied on a check yet. */
  @ApiProperty({ type: ReliedCheckResponse, nullable: true })
  relied!: ReliedCheckResponse | null;
}
