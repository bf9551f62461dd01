import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a cluster's staff said that newcomers keep of its lists at least; never changed, so it is the log as well. */
@Entity('newcomer_share')
@Index('newcomer_share_of_cluster', ['clusterId', 'at'])
@Check('newcomer_share_range', 'share between 0 and 0.5')
export class NewcomerShareEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'newcomer_share_pk' })
  id!: string;

  @ForeignKey('ClusterEntity', { name: 'newcomer_share_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  /** of every prefix of a list, from 0 to 0.5; null: as the installation is set */
  @Column('double precision', { nullable: true })
  share!: number | null;

  @Column('text')
  reason!: string;

  /** the row whose change it takes back */
  @Column('uuid', { nullable: true })
  undoes!: string | null;

  /** id of the user */
  @Column('text', { nullable: true })
  setBy!: string | null;

  @Column('timestamptz')
  at!: Date;
}
