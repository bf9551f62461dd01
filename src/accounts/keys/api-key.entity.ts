import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A program's way in, for one cluster. */
@Entity('api_key')
@Index('api_key_of_cluster', ['clusterId'])
export class ApiKeyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the key: it is shown once, when it is made. */
  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  /** `read`, `import`, `score`: what it may do. */
  @Column('text', { array: true })
  scopes!: string[];

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
