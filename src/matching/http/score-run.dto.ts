import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';

export class StartScoreRunRequest {
  /** The day evidence is judged as of, `2026-07-24`; today if absent. */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  asOf?: string;
}

export class ScoreRunParam {
  @IsUUID()
  id!: string;
}

export class RunProgressResponse {
  /** Blocks in all. */
  total!: number;

  done!: number;

  /** Given up after too many failures. */
  parked!: number;

  running!: number;

  /** At the present rate; null before the first block is done. */
  secondsLeft!: number | null;
}

export class ScoreRunResponse {
  id!: string;

  /** `preparing` (the snapshot), `running`, `done`, `failed`. */
  state!: string;

  /** Version of the ranking model. */
  model!: string;

  /** The day evidence is judged as of. */
  asOf!: string;

  opportunities!: number;

  createdAt!: string;

  finishedAt!: string | null;

  problem!: string | null;

  /** Its lists are the ones shown. */
  current!: boolean;

  progress!: RunProgressResponse;
}

export class ScoreRunListResponse {
  @ApiProperty({ type: [ScoreRunResponse] })
  items!: ScoreRunResponse[];
}

export class SegmentResponse {
  id!: string;

  /** `open`, `cluster-<id>`, `calls`. */
  audience!: string;

  documents!: number;

  organisations!: number;

  /** Size of the file. */
  bytes!: number;

  sha256!: string;

  builtAt!: string;
}

export class SnapshotResponse {
  /** Null before the first one was built. */
  name!: string | null;

  @ApiProperty({ type: [SegmentResponse] })
  segments!: SegmentResponse[];
}
