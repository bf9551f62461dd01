import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An approved need shown to a cluster: to one's own at once, to a sister's staff first, who decide whom to tell. */
@Entity('need_share')
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], {
  name: 'need_share_on_board',
  onDelete: 'CASCADE',
})
@Index('need_share_of_board', ['consortiumId'])
@Index('need_share_of_cluster', ['clusterId'])
@Index('need_share_with', ['toClusterId', 'state'])
export class NeedShareEntity {
  @ForeignKey('ConsortiumNeedEntity', { name: 'need_share_of_need', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'need_share_pk' })
  needId!: string;

  @ForeignKey('ClusterEntity', { name: 'need_share_to', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'need_share_pk' })
  toClusterId!: string;

  @Column('uuid')
  consortiumId!: string;

  /** whose need it is */
  @Column('uuid')
  clusterId!: string;

  /** `asked`, `told`, `refused`: what the cluster it is shown to made of it; its own is told at once */
  @Column('text')
  state!: string;

  /** members that were told; none: all of them */
  @Column('uuid', { array: true })
  organisationIds!: string[];

  @Column('timestamptz')
  sharedAt!: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
