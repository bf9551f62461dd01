import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A text that somebody keeps to find partners for: theirs, and as they say their officers' and other clusters'. */
@Entity('kept_idea')
@Index('kept_idea_of_person', ['userId'])
@Index('kept_idea_of_cluster', ['clusterId'])
@Index('kept_idea_of_organisation', ['organisationId'])
@Check('kept_idea_audience', `audience in ('private', 'officer', 'clusters')`)
@Check('kept_idea_title', 'length(title) between 1 and 120')
@Check('kept_idea_text', 'length(text) between 20 and 20000')
export class KeptIdeaEntity {
  /** made by whoever keeps it, so that one that was taken away can be put back */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'kept_idea_pk' })
  id!: string;

  @ForeignKey('UserAccountEntity', { name: 'kept_idea_of_its_person', onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** Null: it is an officer's. */
  @ForeignKey('OrganisationEntity', { name: 'kept_idea_of_its_organisation', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** Whose officers read it, where they may. */
  @ForeignKey('ClusterEntity', { name: 'kept_idea_of_its_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  /** `private`, `officer`, `clusters` */
  @Column('text')
  audience!: string;

  @Column('timestamptz')
  keptAt!: Date;

  @Column('timestamptz')
  changedAt!: Date;
}
