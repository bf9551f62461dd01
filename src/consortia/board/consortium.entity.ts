import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A consortium being put together by staff of one cluster. */
@Entity('consortium')
@Unique('consortium_in_cluster', ['id', 'clusterId'])
@Index('consortium_of_cluster', ['clusterId', 'changedAt'])
export class ConsortiumEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  /** null where it starts from an idea of its own */
  @ForeignKey('OpportunityEntity', { onDelete: 'SET NULL' })
  @Index('consortium_of_opportunity')
  @Column('uuid', { nullable: true })
  opportunityId!: string | null;

  @Column('text')
  title!: string;

  /** what it is about, where no opportunity says so */
  @Column('text', { nullable: true })
  idea!: string | null;

  /** see `consortiumStates` */
  @Column('text')
  state!: string;

  /** rises with every change of anything on the board */
  @Column('int')
  version!: number;

  /** grant agreement number of the project that it became; null: none, or not said */
  @Column('text', { nullable: true })
  fundedGrant!: string | null;

  @Column('text')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  changedAt!: Date;
}
