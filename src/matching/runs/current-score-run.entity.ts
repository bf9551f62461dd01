import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One row: the run whose lists are shown. Moving it is what makes a run visible. */
@Entity('current_score_run')
export class CurrentScoreRunEntity {
  @PrimaryColumn('boolean', { default: true })
  only!: boolean;

  @ForeignKey('ScoreRunEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  runId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  movedAt!: Date;
}
