import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

import { readinessKinds, type ReadinessItem } from '../agreeing/readiness.js';
import type { ReadyBoard } from '../agreeing/agree.js';
import type { Outcome } from '../agreeing/outcomes.js';
import { consortiumStates } from '../board/board-states.js';

export class WaiveRequest {
  /** As the readiness list names it. */
  @IsString()
  @Length(1, 300)
  item!: string;

  /** Why you go on all the same; printed on the sheet with your name. */
  @IsString()
  @Length(3, 2_000)
  reason!: string;
}

export class WaiverQuery {
  /** As the readiness list names it. */
  @IsString()
  @Length(1, 300)
  item!: string;
}

export class AgreeRequest {
  /** The version of the board that was read. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version!: number;
}

const outcomes = ['submitted', 'funded', 'not-funded', 'dropped'] as const;

export class OutcomeRequest extends AgreeRequest {
  @IsIn(outcomes)
  state!: (typeof outcomes)[number];

  /** Funded: grant agreement number of the project. */
  @IsOptional()
  @IsString()
  @Length(1, 50)
  grant?: string | null;
}

export class WaiverResponse {
  reason!: string;

  /** Who waived it; null: they have gone. */
  by!: string | null;

  /** ISO instant. */
  at!: string;
}

export class ReadinessItemResponse {
  /** Names it where it is waived. */
  item!: string;

  @ApiProperty({ enum: readinessKinds })
  kind!: string;

  /** Id of the seat it is about. */
  seat!: string | null;

  /** Id of the rule it is about. */
  rule!: string | null;

  /** `fail` or `needs-review`, of a rule. */
  result!: string | null;

  /** Of Part A: fields that are not known. */
  missing!: string[];

  /** Keeps the consortium from being agreed, unless waived. */
  blocks!: boolean;

  waivable!: boolean;

  waiver!: WaiverResponse | null;
}

export class ReadinessResponse {
  ready!: boolean;

  @ApiProperty({ enum: ['pass', 'fail', 'needs-review'] })
  eligibility!: string;

  ruleSet!: string | null;

  rulesVersion!: string | null;

  /** Staff relied on a check by rules that are in force no more: check again. */
  superseded!: boolean;

  items!: ReadinessItemResponse[];
}

export class SharedPartnerResponse {
  pic!: string;

  name!: string | null;
}

export class FundedProposalResponse {
  framework!: string;

  /** Grant agreement number. */
  grantId!: string;

  acronym!: string;

  title!: string;

  topic!: string;

  /** Calendar date. */
  startDate!: string | null;

  /** Calendar date of the data. */
  observedOn!: string;

  /** Partners of the board that are in the project. */
  shared!: SharedPartnerResponse[];

  /** All who take part in it. */
  partners!: number;
}

export class OutcomeResponse {
  consortium!: string;

  title!: string;

  @ApiProperty({ enum: consortiumStates })
  state!: string;

  /** What is asked now that the deadline is over: `submitted`, `result`; null: nothing. */
  ask!: string | null;

  /** From public project data: the same topic, and at least three of the same PICs. Confirm it, or do not. */
  proposals!: FundedProposalResponse[];

  fundedGrant!: string | null;
}

export class OutcomesResponse {
  items!: OutcomeResponse[];
}

export function toReadiness({ ready, check, items, superseded }: ReadyBoard): ReadinessResponse {
  return {
    ready,
    eligibility: check.answer.result,
    ruleSet: check.answer.ruleSet,
    rulesVersion: check.answer.version,
    superseded,
    items: items.map(toItem),
  };
}

function toItem(item: ReadinessItem): ReadinessItemResponse {
  const { waiver } = item;
  return {
    item: item.item,
    kind: item.kind,
    seat: item.seatId,
    rule: item.ruleId,
    result: item.result,
    missing: [...item.missing],
    blocks: item.blocks,
    waivable: item.waivable,
    waiver: waiver && { reason: waiver.reason, by: waiver.byName, at: waiver.at.toISOString() },
  };
}

export function toOutcome(outcome: Outcome): OutcomeResponse {
  return {
    consortium: outcome.consortiumId,
    title: outcome.title,
    state: outcome.state,
    ask: outcome.ask,
    proposals: outcome.proposals.map((found) => ({
      ...found,
      shared: found.shared.map((one) => ({ ...one })),
    })),
    fundedGrant: outcome.fundedGrant,
  };
}
