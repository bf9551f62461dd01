import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';

import { ShownDeadlineResponse } from './for-you.dto.js';

export class DecisionQuery {
  /** For whom: our id, a PIC, the exact name. Absent: your own organisation. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  organisation?: string;

  /** The day that decides, `2026-07-24`; today if absent. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  asOf?: string;
}

/** A text in both languages of the service. */
export class BothLanguagesResponse {
  en!: string;

  it!: string;
}

/** Where a statement is written, and the day of that document. */
export class StatedInResponse {
  document!: string;

  date!: string;

  url!: string | null;
}

export class RuleResponse {
  id!: string;

  /** `pass`, `fail`, `needs-review`. */
  result!: string;

  text!: BothLanguagesResponse;

  /** The value found. */
  found!: BothLanguagesResponse;

  source!: StatedInResponse;
}

export class AdviceResponse {
  /** `go`, `only-as-partner`, `only-with-coordinator`, `too-late`, `not-eligible`, `unclear`. */
  advice!: string;

  /** `closed`, `too-few-days`, `never-led`, `has-led`, `applies-alone`, `small-scheme`, `rules`, `no-rules-held`, `facts-missing`, `standing`. */
  because!: string;

  /** The rules behind it. */
  @ApiProperty({ type: [RuleResponse] })
  rules!: RuleResponse[];

  /** What a consortium must have; `pass` is what the organisation brings by itself. */
  @ApiProperty({ type: [RuleResponse] })
  mustHaves!: RuleResponse[];

  /** Null: no rules are held for it. */
  ruleSet!: string | null;

  version!: string | null;
}

export class AskerResponse {
  id!: string;

  name!: string;

  country!: string | null;

  nuts!: string | null;

  type!: string | null;

  sme!: boolean | null;

  /** Funded projects it took part in. */
  projects!: number;

  coordinated!: number;
}

/** Quartiles, where there are five cases or more; else only how many. */
export class SpreadResponse {
  n!: number;

  lowerQuartile!: number | null;

  median!: number | null;

  upperQuartile!: number | null;
}

export class RateResponse {
  /** Percent of eligible costs, at most. */
  percent!: number;

  /** For non-profit entities, where it differs. */
  nonProfitPercent!: number | null;

  /** The topic sets it, not the general rules. */
  ofTopic!: boolean;

  source!: StatedInResponse;
}

export class SuccessResponse {
  /** Percent of proposals that succeed in the programme as a whole. */
  percent!: number;

  source!: StatedInResponse;
}

export class MonthsResponse {
  /** From the deadline to the result. */
  result!: number;

  /** From the deadline to the signature of the grant. */
  signature!: number;

  /** It has two stages: the first takes so many months before that. */
  firstStage!: number | null;

  source!: StatedInResponse;
}

export class EffortResponse {
  /** Pages the proposal may have. */
  pages!: number;

  source!: StatedInResponse;
}

export class BringsResponse {
  @ApiProperty({ type: RateResponse, nullable: true })
  rate!: RateResponse | null;

  /** Type of action of the figures; null where the call names none. */
  actionType!: string | null;

  /** Euro that organisations of that type received in one such action. */
  received!: SpreadResponse;

  /** Organisations in one such action. */
  partners!: SpreadResponse;

  @ApiProperty({ type: MonthsResponse, nullable: true })
  months!: MonthsResponse | null;
}

export class ProjectCoordinatorResponse {
  id!: string;

  pic!: string | null;

  name!: string;

  country!: string | null;
}

export class NearestProjectResponse {
  id!: string;

  acronym!: string;

  title!: string;

  /** `HORIZON`, `H2020`, `DEMO`. */
  framework!: string;

  startDate!: string | null;

  maxContributionEur!: number | null;

  partners!: number;

  /** Its page; null where it has none. */
  url!: string | null;

  invented!: boolean;

  @ApiProperty({ type: ProjectCoordinatorResponse, nullable: true })
  coordinator!: ProjectCoordinatorResponse | null;
}

export class LookingOrganisationResponse {
  pic!: string;

  /** Null where open data do not know it. */
  id!: string | null;

  name!: string | null;

  country!: string | null;
}

export class SaidSentenceResponse {
  /** `outcome`, `scope`, `need`, `summary`. */
  kind!: string;

  heading!: string | null;

  language!: string | null;

  /** Verbatim. */
  text!: string;
}

export class DecisionResponse {
  @ApiProperty({ type: ShownDeadlineResponse, nullable: true })
  deadline!: ShownDeadlineResponse | null;

  /** Null where nobody is asked about. */
  @ApiProperty({ type: AskerResponse, nullable: true })
  asker!: AskerResponse | null;

  @ApiProperty({ type: AdviceResponse, nullable: true })
  advice!: AdviceResponse | null;

  @ApiProperty({ type: SuccessResponse, nullable: true })
  success!: SuccessResponse | null;

  @ApiProperty({ type: EffortResponse, nullable: true })
  effort!: EffortResponse | null;

  brings!: BringsResponse;

  /** Funded projects whose words come nearest, the nearest first. */
  @ApiProperty({ type: [NearestProjectResponse] })
  nearest!: NearestProjectResponse[];

  /** Who announced on the portal that they look for partners. */
  @ApiProperty({ type: [LookingOrganisationResponse] })
  looking!: LookingOrganisationResponse[];

  /** When the portal showed that; null where it was not asked. */
  lookedAt!: string | null;

  /** Outcomes and scope, sentence by sentence, in the call's own words. */
  @ApiProperty({ type: [SaidSentenceResponse] })
  said!: SaidSentenceResponse[];
}
