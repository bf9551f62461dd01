import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Two clusters agreed that something may pass between them: as sisters, what each lets leave reaches the other; to a
 * parent (`otherId`), figures alone. In force once accepted, from its first day to its last, unless ended before.
 */
@Entity('federation_agreement')
@Index('federation_agreement_once', ['clusterId', 'otherId', 'kind'], {
  unique: true,
  where: 'ended_at is null',
})
@Index('federation_agreement_of_other', ['otherId'])
@Check('federation_agreement_kind', `kind in ('sisters', 'parent')`)
@Check('federation_agreement_two', 'cluster_id <> other_id')
@Check('federation_agreement_days', 'until_on is null or until_on >= from_on')
export class FederationAgreementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'federation_agreement_pkey' })
  id!: string;

  /** Of sisters: the one whose id is smaller; of a parent: the one whose figures are given. */
  @ForeignKey('ClusterEntity', { name: 'federation_agreement_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey('ClusterEntity', { name: 'federation_agreement_other', onDelete: 'CASCADE' })
  @Column('uuid')
  otherId!: string;

  /** `sisters`, `parent` */
  @Column('text')
  kind!: string;

  @Column('date')
  fromOn!: string;

  /** The last day; null: until somebody ends it. */
  @Column('date', { nullable: true })
  untilOn!: string | null;

  /** The cluster that asked. */
  @Column('uuid')
  proposedBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  proposedAt!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** The cluster that ended or declined it. */
  @Column('uuid', { nullable: true })
  endedBy!: string | null;
}
