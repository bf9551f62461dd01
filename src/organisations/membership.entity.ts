import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An organisation in a cluster; it may be in several. */
@Entity('membership')
@Index('membership_of_cluster', ['clusterId', 'organisationId'], { unique: true })
@Index('membership_of_organisation', ['organisationId'])
export class MembershipEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  /** A free label: founder, adherent, … */
  @Column('text', { nullable: true })
  category!: string | null;

  @Column('date', { nullable: true })
  since!: string | null;

  @Column('date', { nullable: true })
  until!: string | null;

  @Column('uuid', { nullable: true })
  importRunId!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
