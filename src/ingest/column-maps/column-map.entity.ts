import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which columns of one kind of file are which of our fields, as one cluster has said it. */
@Entity('column_map')
@Index('column_map_of_source', ['clusterId', 'source'], { unique: true })
export class ColumnMapEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  /** the cluster's own word for where such files come from: `e-scouting` */
  @Column('text')
  source!: string;

  /** `ColumnMap` */
  @Column('jsonb')
  map!: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;
}
