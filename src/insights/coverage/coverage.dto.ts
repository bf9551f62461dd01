import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';

import { ClusterDayQuery } from '../radar/radar.dto.js';

export class CoverageQuery extends ClusterDayQuery {
  /** Id of an earlier run, of those that `runs` lists: cells then say what stood at that date. */
  @IsOptional()
  @IsUUID()
  compare?: string;
}

export class CoverageCellQuery extends ClusterDayQuery {
  /** Code of an ecosystem; empty: members of whom none could be told. */
  @IsString()
  @Length(0, 80)
  ecosystem!: string;

  /** Code of a programme part; empty: calls that state none. */
  @IsString()
  @Length(0, 80)
  part!: string;
}

export class CoverageAxisResponse {
  /** Empty: of none. */
  code!: string;

  name!: string;

  /** Members of an ecosystem, calls of a part. */
  count!: number;
}

export class CoverageFiguresResponse {
  /** Members of the ecosystem that fit at least one call of the part well. */
  members!: number;

  /** Calls of the part that at least one of them fits well. */
  calls!: number;

  /** `strong`: three members or more; `thin`: one or two; `none`. */
  cover!: string;
}

export class CoverageCellResponse extends CoverageFiguresResponse {
  ecosystem!: string;

  part!: string;

  /** `PRC`, `REC`, `HES`, `PUB`: types of organisation that none of the members has. */
  missingTypes!: string[];

  /** What stood at the date compared with; null where none was asked for. */
  @ApiProperty({ type: CoverageFiguresResponse, nullable: true })
  before!: CoverageFiguresResponse | null;
}

export class CoverageRunResponse {
  id!: string;

  /** Calendar date that evidence was judged as of. */
  asOf!: string;
}

export class CoverageResponse {
  cluster!: string;

  /** When the figures were counted; null: no score run has finished yet. */
  countedAt!: string | null;

  /** Live members. */
  members!: number;

  @ApiProperty({ type: [CoverageAxisResponse] })
  ecosystems!: CoverageAxisResponse[];

  /** The one with the most calls first. */
  @ApiProperty({ type: [CoverageAxisResponse] })
  parts!: CoverageAxisResponse[];

  /** Every ecosystem with every part, in their order. */
  @ApiProperty({ type: [CoverageCellResponse] })
  cells!: CoverageCellResponse[];

  /** Earlier runs that can be compared with, the newest first. */
  @ApiProperty({ type: [CoverageRunResponse] })
  runs!: CoverageRunResponse[];

  @ApiProperty({ type: CoverageRunResponse, nullable: true })
  compared!: CoverageRunResponse | null;
}

export class CoveringMemberResponse {
  id!: string;

  name!: string;

  type!: string | null;

  /** Calls of the part that it fits well. */
  calls!: number;

  /** Made up for the demonstration. */
  invented!: boolean;
}

export class CoveredCallResponse {
  id!: string;

  identifier!: string;

  title!: string;

  /** Members of the ecosystem that fit it well; 0: what is missing. */
  members!: number;
}

export class CoverageListResponse {
  @ApiProperty({ type: CoverageAxisResponse })
  ecosystem!: CoverageAxisResponse;

  @ApiProperty({ type: CoverageAxisResponse })
  part!: CoverageAxisResponse;

  cover!: string;

  missingTypes!: string[];

  /** The one that fits the most calls first. */
  @ApiProperty({ type: [CoveringMemberResponse] })
  members!: CoveringMemberResponse[];

  /** Every call of the part, the one that most members fit first. */
  @ApiProperty({ type: [CoveredCallResponse] })
  calls!: CoveredCallResponse[];
}

export class CoverageAnnexResponse {
  /** Plain text that names no organisation. */
  text!: string;
}
