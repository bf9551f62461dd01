import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export interface RowProblem {
  readonly column: string | null;
  readonly value: string | null;
  /** a stable code, `pic-not-nine-digits` */
  readonly problem: string;
  /** for people: what is wrong and what to do */
  readonly message: string;
}

/** One row of a previewed file: what it says, what would happen, and what stood before (for undo). */
@Entity('import_row')
@Index('import_row_of_run', ['runId', 'line'])
export class ImportRowEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ImportRunEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  runId!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** Line (CSV) or row (workbook) in the file, from 1. */
  @Column('integer')
  line!: number;

  /** `new`, `changed`, `same`, `duplicate`, `suspected`, `refused` */
  @Column('text')
  verdict!: string;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** The parsed row; null where it was refused. */
  @Column('jsonb', { nullable: true })
  parsed!: unknown;

  /** field → [old, new], where the verdict is `changed` */
  @Column('jsonb', { default: () => "'{}'" })
  changes!: Record<string, readonly [unknown, unknown]>;

  @Column('jsonb', { default: () => "'[]'" })
  problems!: RowProblem[];

  /** What stood before it was applied, so that undo restores it. */
  @Column('jsonb', { nullable: true })
  before!: unknown;
}
