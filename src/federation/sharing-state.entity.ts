import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** From what a cluster's shared members were made: equal, nothing to make again. */
@Entity('sharing_state')
export class SharingStateEntity {
  @ForeignKey('ClusterEntity', { name: 'sharing_state_cluster', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_state_pkey' })
  clusterId!: string;

  @Column('text')
  fingerprint!: string;

  @Column('timestamptz', { default: () => 'now()' })
  publishedAt!: Date;
}
