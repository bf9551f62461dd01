import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PackedListEntity } from './packed-list.entity.js';

/** The stored top of the ranking for one opportunity and one audience, packed: ids and figures, best first. */
@Entity('match_list')
@Index('match_list_of_opportunity', ['opportunityId', 'runId'])
@Index('match_list_of_cluster', ['clusterId'])
export class MatchListEntity extends PackedListEntity {
  @ForeignKey('ScoreRunEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  runId!: string;

  @ForeignKey('OpportunityEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  opportunityId!: string;

  /** `open`, `cluster-<id>` */
  @PrimaryColumn('text')
  audience!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  @Column('uuid', { array: true })
  organisationIds!: string[];

  /** Of those that scored for a cluster, how many the open list counts too. */
  @Column('integer', { default: 0 })
  alsoOpen!: number;
}
