import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a cluster lets leave: of all its members (`organisationId` null), or of one. Without a row: `usualSharing`. */
@Entity('sharing_rule')
@Index('sharing_rule_once', ['clusterId', 'organisationId'], { unique: true })
@Index('sharing_rule_of_all', ['clusterId'], { unique: true, where: 'organisation_id is null' })
@Index('sharing_rule_of_organisation', ['organisationId'])
@Check('sharing_rule_level', `level in ('nothing', 'counts', 'masked', 'full')`)
export class SharingRuleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_rule_pkey' })
  id!: string;

  @ForeignKey('ClusterEntity', { name: 'sharing_rule_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey('OrganisationEntity', { name: 'sharing_rule_organisation', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('text')
  level!: string;

  /** See `sharedFields`. */
  @Column('text', { array: true, default: () => "'{}'" })
  withheld!: string[];

  @Column('timestamptz', { default: () => 'now()' })
  changedAt!: Date;
}
