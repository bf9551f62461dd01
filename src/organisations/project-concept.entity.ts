import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A EuroSciVoc class of a project, as CORDIS assigned it. */
@Entity('project_concept')
@Index('project_concept_code', ['code'])
export class ProjectConceptEntity {
  @ForeignKey('ProjectEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  projectId!: string;

  /** `/25/75/469` */
  @PrimaryColumn('text')
  code!: string;
}
