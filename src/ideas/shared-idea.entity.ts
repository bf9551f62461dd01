import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A kept idea as one other cluster reads it: without what would say whose it is. */
@Entity('shared_idea')
@Index('shared_idea_for_cluster', ['clusterId'])
export class SharedIdeaEntity {
  @ForeignKey('KeptIdeaEntity', { name: 'shared_idea_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shared_idea_pk' })
  ideaId!: string;

  /** The cluster that reads it. */
  @ForeignKey('ClusterEntity', { name: 'shared_idea_with', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shared_idea_pk' })
  clusterId!: string;

  /** The cluster that it comes from. */
  @ForeignKey('ClusterEntity', { name: 'shared_idea_from', onDelete: 'CASCADE' })
  @Column('uuid')
  fromClusterId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  sharedAt!: Date;
}
