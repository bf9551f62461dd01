import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A role of somebody: in a cluster, for an organisation, or for the whole service. */
@Entity('role_grant')
@Index('role_grant_of_user', ['userId'])
@Index('role_grant_of_cluster', ['clusterId'])
@Index('role_grant_of_organisation', ['organisationId'])
@Check(
  'role_grant_place',
  `case when role in ('officer', 'manager') then cluster_id is not null and organisation_id is null
    when role in ('member', 'editor', 'committer', 'association-reader') then organisation_id is not null and cluster_id is null
    when role in ('operator', 'regional-reader') then cluster_id is null and organisation_id is null
    else false end`,
)
export class RoleGrantEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @Column('text')
  role!: string;

  /** Of an officer or manager. */
  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** Of a member, editor, committer or association reader. */
  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** An officer's mandate in a pilot: its identifier. */
  @Column('text', { nullable: true })
  mandatePilot!: string | null;

  /** `representative` or `co-ordinator`, of that pilot. */
  @Column('text', { nullable: true })
  mandatePart!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  since!: Date;

  @Column('timestamptz', { nullable: true })
  until!: Date | null;
}
