import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One immutable segment file: the index of what one audience may see. `clusterId` null: the open segment. */
@Entity('snapshot_segment')
@Index('snapshot_segment_of_audience', ['audience', 'builtAt'])
@Index('snapshot_segment_of_cluster', ['clusterId'])
export class SnapshotSegmentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** `open`, `cluster-<id>` */
  @Column('text')
  audience!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** Of what it was built from; equal fingerprint, nothing to rebuild. */
  @Column('text')
  fingerprint!: string;

  /** Name of the file in the snapshot folder. */
  @Column('text')
  fileName!: string;

  @Column('text')
  sha256!: string;

  @Column('bigint')
  bytes!: string;

  @Column('integer')
  documents!: number;

  @Column('integer')
  organisations!: number;

  @Column('timestamptz', { default: () => 'now()' })
  builtAt!: Date;

  /** Organisations were taken out of it then, because they were erased. */
  @Column('timestamptz', { nullable: true })
  rewrittenAt!: Date | null;
}
