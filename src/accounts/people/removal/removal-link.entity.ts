import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail to somebody without an account, by which they have themselves removed. */
@Entity('removal_link')
export class RemovalLinkEntity {
  /** SHA-256 of the token in the link. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'removal_link_pkey' })
  tokenHash!: Buffer;

  /** Whom it removes, readable with the token alone. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  endsAt!: Date;
}
