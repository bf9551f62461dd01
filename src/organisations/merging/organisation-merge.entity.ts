import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { MovedRows } from './moved-rows.js';

/** What staff of a cluster said of two entries that may be one organisation, and what was moved, so that it can be undone. */
@Entity('organisation_merge')
@Index('organisation_merge_of_cluster', ['clusterId', 'decidedAt'])
@Index('organisation_merge_kept', ['keptId'])
@Index('organisation_merge_other', ['otherId'])
@Check('organisation_merge_two', 'kept_id <> other_id')
@Check('organisation_merge_decision', `decision in ('same', 'different')`)
@Check('organisation_merge_moved', `(decision = 'same') = (moved is not null)`)
export class OrganisationMergeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_merge_pk' })
  id!: string;

  @ForeignKey('ClusterEntity', { name: 'organisation_merge_in_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey('OrganisationEntity', { name: 'organisation_merge_stays', onDelete: 'CASCADE' })
  @Column('uuid')
  keptId!: string;

  @ForeignKey('OrganisationEntity', { name: 'organisation_merge_goes', onDelete: 'CASCADE' })
  @Column('uuid')
  otherId!: string;

  /** what each was called when it was decided */
  @Column('text')
  keptName!: string;

  @Column('text')
  otherName!: string;

  /** `same`, `different` */
  @Column('text')
  decision!: string;

  /** see `mergeReasons` */
  @Column('text', { array: true })
  reasons!: string[];

  /** ids of rows, and the membership that ended; null: nothing was moved */
  @Column('jsonb', { nullable: true })
  moved!: MovedRows | null;

  @Column('timestamptz', { default: () => 'now()' })
  decidedAt!: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}
