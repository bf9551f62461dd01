import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { OpportunityRecord } from './opportunity.js';

/** The newest word of one source on one opportunity. */
@Entity('opportunity_record')
@Index('opportunity_record_key', ['source', 'identifierKey'], { unique: true })
@Index('opportunity_record_opportunity', ['opportunityId'])
export class OpportunityRecordEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('OpportunityEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  opportunityId!: string;

  @Column('text')
  source!: string;

  @Column('text')
  identifierKey!: string;

  @Column('jsonb')
  record!: OpportunityRecord;

  /** SHA-256 of the record without `observedAt`: equal hash, nothing changed. */
  @Column('text')
  contentHash!: string;

  @Column('timestamptz')
  observedAt!: Date;

  @Column('uuid', { nullable: true })
  importRunId!: string | null;
}
