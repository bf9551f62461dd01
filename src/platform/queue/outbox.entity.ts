import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An intention, written in the transaction that causes it. PostgreSQL knows it until its effect is committed. */
@Entity('outbox')
@Index('outbox_undispatched', { synchronize: false })
@Index('outbox_dispatched', { synchronize: false })
@Index('outbox_finished', { synchronize: false })
@Check('outbox_payload_small', 'octet_length(payload::text) <= 16384')
export class OutboxEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_pkey' })
  id!: string;

  /** Whose rows the effect may write; null for open data. */
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** `queue/name` of the job. */
  @Column('text')
  topic!: string;

  /** Ids and versions only. */
  @Column('jsonb')
  payload!: object;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  availableAt!: Date;

  /** A relay is adding the job; another may take over when this has passed. */
  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  dispatchedAt!: Date | null;

  /** How often a job was added for it: more than once after the queue's store was lost. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** How often the queue gave up on it. */
  @Column('integer', { default: 0 })
  failures!: number;

  /** Its effect is committed. */
  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  /** Given up until an operator looks at it. */
  @Column('timestamptz', { nullable: true })
  parkedAt!: Date | null;

  @Column('text', { nullable: true })
  error!: string | null;
}
