import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A question that waits for its one answer: of a passkey, or of somebody else's sign-in page. */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_of_user', ['userId'])
export class SignInAttemptEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Of whoever is signed in already. */
  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  userId!: string | null;

  /** What an answer to it does: `passkey-add`, `passkey-sign-in`, `passkey-factor`, `provider` */
  @Column('text')
  purpose!: string;

  /** SHA-256 of what comes back with the answer. */
  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  /** What the answer is held against: a provider's name, nonce and verifier. */
  @Column('jsonb', { default: () => "'{}'" })
  held!: Record<string, string>;

  @Column('timestamptz')
  endsAt!: Date;
}
