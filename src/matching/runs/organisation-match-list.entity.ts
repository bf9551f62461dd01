import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The stored top 100 opportunities of one organisation for one audience, packed, best first. */
@Entity('organisation_match_list')
@Index('organisation_match_list_of', ['organisationId', 'runId'])
@Index('organisation_match_list_of_cluster', ['clusterId'])
export class OrganisationMatchListEntity {
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

  @Column('real', { array: true })
  scores!: number[];

  @Column('real', { array: true })
  fits!: number[];

  @Column('real', { array: true })
  trackRecords!: number[];
}
