import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PackedListEntity } from './packed-list.entity.js';

/** The opportunities of one organisation for one audience, packed, best first: all that scored. */
@Entity('organisation_match_list')
@Index('organisation_match_list_of', ['organisationId', 'runId'])
@Index('organisation_match_list_of_cluster', ['clusterId'])
export class OrganisationMatchListEntity extends PackedListEntity {
  @ForeignKey('ScoreRunEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  runId!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  organisationId!: string;

  @PrimaryColumn('text')
  audience!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  @Column('uuid', { array: true })
  opportunityIds!: string[];

  /** Of the fits, as `storedBands` numbers them; empty in lists older than the column. */
  @Column('smallint', { array: true, default: () => "'{}'" })
  bands!: number[];
}
