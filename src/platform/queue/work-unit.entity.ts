import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

export type UnitState = 'pending' | 'leased' | 'done' | 'parked';

/** One unit of a run: 0.1 to 5 s of work, with its own state, lease and fence. */
@Entity('work_unit')
@Unique('work_unit_run_kind_key', ['runId', 'kind', 'key'])
@Index('work_unit_undispatched', { synchronize: false })
@Index('work_unit_dispatched', { synchronize: false })
@Index('work_unit_leased', { synchronize: false })
@Check('work_unit_state', `state in ('pending', 'leased', 'done', 'parked')`)
@Check('work_unit_payload_small', 'octet_length(payload::text) <= 16384')
export class WorkUnitEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'work_unit_pkey' })
  id!: string;

  /** The feature's own run: a score run, an import run. */
  @Column('uuid')
  runId!: string;

  @Column('text')
  kind!: string;

  /** Names the unit within its run and kind, so that creating a run twice creates its units once. */
  @Column('text')
  key!: string;

  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  @Column('jsonb')
  payload!: object;

  @Column('text', { default: 'pending' })
  state!: UnitState;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  availableAt!: Date;

  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  dispatchedAt!: Date | null;

  /** How often a job was added for it. */
  @Column('integer', { default: 0 })
  wakes!: number;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  /** The worker that holds it, see `worker_heartbeat`. */
  @Column('uuid', { nullable: true })
  leasedBy!: string | null;

  /** Rises with every claim; whoever finishes must still hold the current one. */
  @Column('bigint', { default: 0 })
  fence!: string;

  /** How often it was begun. */
  @Column('integer', { default: 0 })
  starts!: number;

  /** How often the one who held it vanished. */
  @Column('integer', { default: 0 })
  crashes!: number;

  /** How often its handler failed. */
  @Column('integer', { default: 0 })
  failures!: number;

  /** It runs with nothing beside it in its process. */
  @Column('boolean', { default: false })
  isolated!: boolean;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
