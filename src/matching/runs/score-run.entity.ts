import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A full pass over all opportunities and audiences; visible once the pointer names it. */
@Entity('score_run')
@Index('score_run_created', ['createdAt'])
export class ScoreRunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** `running`, `done`, `failed` */
  @Column('text')
  state!: string;

  /** Which model of the ranking core. */
  @Column('text')
  model!: string;

  /** The day evidence is judged as of, ISO date. */
  @Column('date')
  asOf!: string;

  /** The segments it reads. */
  @Column('uuid', { array: true })
  segmentIds!: string[];

  /** What it ranks for, in the order that blocks count by. */
  @Column('uuid', { array: true })
  opportunityIds!: string[];

  /** Changes with any opportunity; equal to the present one, the run knew them all as they are. */
  @Column('text', { default: '' })
  callsFingerprint!: string;

  @Column('integer', { default: 0 })
  opportunities!: number;

  @Column('integer', { default: 0 })
  blocks!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('text', { nullable: true })
  problem!: string | null;
}
