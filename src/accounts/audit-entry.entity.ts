import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Insert-only: who did what, when. Ids and counts, never names. */
@Entity('audit_entry')
@Index('audit_entry_of_cluster', ['clusterId', 'at'])
@Index('audit_entry_of_organisation', ['organisationId', 'at'])
export class AuditEntryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** `terminal`, or the id of a user */
  @Column('text')
  actor!: string;

  @Column('text')
  role!: string;

  /** `suggestions.read`, `import.applied`, … */
  @Column('text')
  action!: string;

  @Column('jsonb', { default: () => "'{}'" })
  subject!: Record<string, string | number | boolean | null>;

  /** Whose staff may read it. */
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** Which organisation it concerns. */
  @Column('uuid', { nullable: true })
  organisationId!: string | null;
}
