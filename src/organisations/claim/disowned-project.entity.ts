import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A project of open data of which an organisation says that it was not in it. */
@Entity('disowned_project')
export class DisownedProjectEntity {
  @ForeignKey('OrganisationEntity', { name: 'disowned_project_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'disowned_project_pkey' })
  organisationId!: string;

  @ForeignKey('ProjectEntity', { name: 'disowned_project_which', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'disowned_project_pkey' })
  projectId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
