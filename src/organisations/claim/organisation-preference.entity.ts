import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an organisation would do in a project, in its own word. */
@Entity('organisation_preference')
export class OrganisationPreferenceEntity {
  @ForeignKey('OrganisationEntity', { name: 'organisation_preference_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_preference_pkey' })
  organisationId!: string;

  /** See `projectRoles`. */
  @Column('text', { array: true, default: () => "'{}'" })
  roles!: string[];

  @Column('timestamptz', { default: () => 'now()' })
  changedAt!: Date;
}
