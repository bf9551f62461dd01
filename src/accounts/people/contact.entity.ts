import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody whom a cluster knows at an organisation: kept apart from what the organisation can do. */
@Entity('contact')
@Index('contact_of_organisation', ['organisationId'])
@Index('contact_of_cluster', ['clusterId', 'organisationId', 'email'], { unique: true })
@Check('contact_email_folded', 'email = lower(email)')
export class ContactEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  /** Where it comes from: `officer`, `colleague`. */
  @Column('text')
  source!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** When the notice of Article 14 GDPR was sent. */
  @Column('timestamptz', { nullable: true })
  noticedAt!: Date | null;
}
