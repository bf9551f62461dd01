import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the daily look at what may no longer be kept did. */
@Entity('retention_run')
export class RetentionRunEntity {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'retention_run_pkey' })
  day!: string;

  /** class of data → rows that went */
  @Column('jsonb')
  counts!: Record<string, number>;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
