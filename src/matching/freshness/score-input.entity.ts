import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: what ranking reads, as it was last seen, and as it was when a score run was last asked for. */
@Entity('score_input')
export class ScoreInputEntity {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'score_input_pk' })
  only!: boolean;

  /** Changes with anything that ranking reads. */
  @Column('text')
  seen!: string;

  /** Since when it has been so. */
  @Column('timestamptz', { default: () => 'now()' })
  since!: Date;

  /** As it was when a run was last asked for; null: never. */
  @Column('text', { nullable: true })
  ranked!: string | null;
}
