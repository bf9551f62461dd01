import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What proves who somebody is. Only the service itself reads it, while it checks a sign-in. */
@Entity('user_secret')
export class UserSecretEntity {
  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId!: string;

  /** Argon2id, in its own text form; null: no password, sign-in by link alone. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz', { nullable: true })
  passwordSetAt!: Date | null;

  /** Key of the time-based one-time codes; counts once `totpSince` is set. */
  @Column('bytea', { nullable: true })
  totpKey!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  totpSince!: Date | null;

  /** Step of the last code taken: no code counts twice. */
  @Column('bigint', { nullable: true })
  totpStep!: string | null;
}
