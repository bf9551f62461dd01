import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

import { languages, type Language } from '../language.js';
import { outcomeStages } from './outcome-chain.js';
import type { OutcomePart, Outcomes } from './read-outcomes.js';

const spans = ['ever', 'year'] as const;

export class OutcomesQuery {
  /** Short name of the cluster: `afil`; needed only by whoever works for several. */
  @IsOptional()
  @IsString()
  @Length(2, 40)
  cluster?: string;

  /** Language of the names we give: `it` or `en`. */
  @ApiPropertyOptional({ enum: languages })
  @IsOptional()
  @IsIn(languages)
  lang: Language = 'it';

  /** `year`: only what moved within the last 365 days; `ever` if absent. */
  @ApiPropertyOptional({ enum: spans })
  @IsOptional()
  @IsIn(spans)
  span: (typeof spans)[number] = 'ever';
}

/** How many came to each stage or further. */
export class StageCountsResponse {
  suggested!: number;

  asked!: number;

  accepted!: number;

  agreed!: number;

  submitted!: number;

  funded!: number;
}

export class OutcomePartResponse {
  /** Empty: none stated. `SME`: a small firm. `several`: members of more than one ecosystem. */
  code!: string;

  /** Null: there is no more to say than the code. */
  name!: string | null;

  counts!: StageCountsResponse;
}

export class FundedBoardResponse {
  consortium!: string;

  title!: string;

  /** Grant agreement number that staff gave; null: none. */
  grant!: string | null;
}

export class OutcomeChainsResponse {
  cluster!: string;

  /** Pairs of one member and one call. The parts add up to it. */
  whole!: StageCountsResponse;

  /** Different members. */
  members!: StageCountsResponse;

  /** Different calls. */
  calls!: StageCountsResponse;

  /** Pairs of an agreed consortium in which the member is the co-ordinator. */
  led!: number;

  @ApiProperty({ type: [OutcomePartResponse] })
  byProgramme!: OutcomePartResponse[];

  @ApiProperty({ type: [OutcomePartResponse] })
  byEcosystem!: OutcomePartResponse[];

  @ApiProperty({ type: [OutcomePartResponse] })
  byKind!: OutcomePartResponse[];

  /** Consortia that staff confirmed as funded. */
  @ApiProperty({ type: [FundedBoardResponse] })
  fundedBoards!: FundedBoardResponse[];
}

export function toOutcomeChainsResponse(outcomes: Outcomes): OutcomeChainsResponse {
  const { cluster, whole, members, calls, led, funded } = outcomes;
  return {
    cluster: cluster.slug,
    whole: toCounts(whole),
    members: toCounts(members),
    calls: toCounts(calls),
    led,
    byProgramme: outcomes.byProgramme.map(toPart),
    byEcosystem: outcomes.byEcosystem.map(toPart),
    byKind: outcomes.byKind.map(toPart),
    fundedBoards: funded.map(({ id, title, grant }) => ({ consortium: id, title, grant })),
  };
}

const toPart = ({ code, name, counts }: OutcomePart): OutcomePartResponse => ({
  code,
  name,
  counts: toCounts(counts),
});

function toCounts(counts: readonly number[]): StageCountsResponse {
  const at = (stage: (typeof outcomeStages)[number]): number => counts[outcomeStages.indexOf(stage)] ?? 0;
  return {
    suggested: at('suggested'),
    asked: at('asked'),
    accepted: at('accepted'),
    agreed: at('agreed'),
    submitted: at('submitted'),
    funded: at('funded'),
  };
}
