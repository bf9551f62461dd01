import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Ideas of several people that want the same, whose authors a cluster's officers asked. */
@Entity('same_idea')
@Index('same_idea_of_cluster', ['clusterId', 'askedAt'])
@Index('same_idea_on_board', ['consortiumId'])
export class SameIdeaEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'same_idea_pk' })
  id!: string;

  /** whose officers asked */
  @ForeignKey('ClusterEntity', { name: 'same_idea_of_its_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  title!: string;

  /** words that most have in common */
  @Column('text', { array: true })
  shared!: string[];

  /** members, or boards, and clusters that want it */
  @Column('smallint')
  sides!: number;

  @Column('smallint')
  clusters!: number;

  @Column('timestamptz')
  askedAt!: Date;

  /** the board that was opened */
  @ForeignKey('ConsortiumEntity', { name: 'same_idea_on_its_board', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  consortiumId!: string | null;
}
