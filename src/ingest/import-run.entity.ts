import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One file or folder taken in. `clusterId` null: open data. */
@Entity('import_run')
@Index('import_run_of_cluster', ['clusterId', 'createdAt'])
export class ImportRunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** `members`, `cordis`, `portal`, `partner-search`, `topics`, `pilots`, `demo` */
  @Column('text')
  source!: string;

  /** The file's own name, without its folder. */
  @Column('text')
  fileName!: string;

  @Column('text', { nullable: true })
  sha256!: string | null;

  /** `previewed`, `applied`, `undone`, `failed` */
  @Column('text')
  state!: string;

  /** How many rows are new, changed, same, duplicate, suspected, refused. */
  @Column('jsonb', { default: () => "'{}'" })
  counts!: Record<string, number>;

  /** What was seen on the way: encoding, delimiter, unknown columns. */
  @Column('jsonb', { default: () => "'[]'" })
  notes!: string[];

  /** Columns of the file with what they were read as; null of what is no table. */
  @Column('jsonb', { nullable: true })
  columns!: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  appliedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}
