import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One link of the audit trail's chain; the database writes it when an entry is committed. */
@Entity('audit_link')
@Unique('audit_link_entry', ['entryId'])
export class AuditLinkEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_link_pkey' })
  seq!: string;

  @Column('uuid')
  entryId!: string;

  /** Hash of the link before; empty for the first. */
  @Column('bytea')
  previous!: Buffer;

  /** SHA-256 over `previous` and the entry. */
  @Column('bytea')
  hash!: Buffer;
}
