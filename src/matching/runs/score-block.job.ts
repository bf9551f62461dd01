import { IsInt, IsOptional, IsUUID, Min } from 'class-validator';

import { defineUnitWork } from '../../platform/queue/index.js';

/** A block of opportunities, by their place in the run's order of ids, for one audience. */
export class ScoreBlock {
  @IsUUID()
  runId!: string;

  /** whose members; null: the open audience */
  @IsOptional()
  @IsUUID()
  clusterId!: string | null;

  @IsInt()
  @Min(0)
  from!: number;

  /** exclusive */
  @IsInt()
  @Min(1)
  to!: number;
}

/** Scores one block of opportunities against every organisation of one audience of a snapshot. */
export const scoreBlocks = defineUnitWork({ kind: 'score-block', queue: 'matching', payload: ScoreBlock });
