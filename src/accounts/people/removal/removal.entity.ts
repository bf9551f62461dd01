import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A removal that can be taken back for some days, with what it took out, sealed under the token in its mail. */
@Entity('removal')
@Check('removal_kind', `kind in ('person', 'organisation')`)
@Unique('removal_token', ['tokenHash'])
export class RemovalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'removal_pkey' })
  id!: string;

  /** `person`, `organisation` */
  @Column('text')
  kind!: string;

  /** Id of the account or contact, or of the organisation. */
  @Column('text')
  subject!: string;

  /** SHA-256 of the token that takes it back. */
  @Column('bytea')
  tokenHash!: Buffer;

  /** What was taken out, readable with the token alone; null once it cannot be taken back. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  /** What keeps the removed from coming back by an import. */
  @Column('bytea', { array: true })
  marks!: Buffer[];

  /** Whose one mail about it may still go, though they are erased. */
  @Column('bytea', { nullable: true })
  tellMark!: Buffer | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  undoUntil!: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}
