import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A key pair on somebody's device or in their password manager; here is its public half. */
@Entity('passkey')
@Index('passkey_of_user', ['userId'])
export class PasskeyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** The authenticator's name for it. */
  @Column('bytea', { unique: true })
  credentialId!: Buffer;

  /** COSE, as the authenticator gave it. */
  @Column('bytea')
  publicKey!: Buffer;

  /** Uses as the authenticator counts them; 0 where it does not count. One that falls back was copied. */
  @Column('bigint')
  counter!: string;

  /** How a browser reaches it: `internal`, `usb`, `hybrid`, … */
  @Column('text', { array: true, default: () => "'{}'" })
  transports!: string[];

  /** What its owner calls it. */
  @Column('text')
  name!: string;

  /** Kept by a password manager on several devices. */
  @Column('boolean')
  synced!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
