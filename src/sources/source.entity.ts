import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

import type { Validator } from './source.js';

/** One source of open data: how old what we hold of it is, how the last attempt went, who is at it just now. */
@Entity('source')
@Check('source_claim', '(claim is null) = (claimed_until is null)')
export class SourceEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'source_pk' })
  name!: string;

  /** The moment the data show, as the source dates them. */
  @Column('timestamptz', { nullable: true })
  dataAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastGoodAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastAttemptAt!: Date | null;

  /** `applied`, `unchanged`, `failed` */
  @Column('text', { nullable: true })
  lastResult!: string | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  /** Since the last good pass. */
  @Column('integer', { default: 0 })
  failures!: number;

  /** Of the last good pass. */
  @Column('jsonb', { default: () => "'{}'" })
  counts!: Record<string, number>;

  @Column('uuid', { nullable: true })
  importRunId!: string | null;

  /** By what the source tells whether it changed; null where what we hold did not come from there. */
  @Column('jsonb', { nullable: true })
  validator!: Validator | null;

  /** Data moments of the last two passes that saw all there is, at least some hours apart. */
  @Column('timestamptz', { nullable: true })
  completeAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  completeBeforeAt!: Date | null;

  /** Who runs a pass, and until when its word holds. */
  @Column('uuid', { nullable: true })
  claim!: string | null;

  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;
}
