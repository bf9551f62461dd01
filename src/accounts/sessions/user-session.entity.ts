import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody signed in on one device. The token itself is in their cookie only. */
@Entity('user_session')
@Index('user_session_of_user', ['userId'])
export class UserSessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** SHA-256 of the token in the cookie. */
  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  /** How many factors were shown: 1 or 2. */
  @Column('smallint')
  factors!: number;

  /** `password`, `link`, `passkey`, `provider`: how it began. */
  @Column('text')
  via!: string;

  /** The browser's name for itself, cut short: for the list of one's own sessions. */
  @Column('text', { nullable: true })
  device!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt!: Date;

  /** When a factor was shown last: what changes credentials asks for one of the last minutes. */
  @Column('timestamptz', { default: () => 'now()' })
  provedAt!: Date;

  /** Ends then, whatever happens. */
  @Column('timestamptz')
  endsAt!: Date;

  /** Ends after so long without a request. */
  @Column('integer')
  idleSeconds!: number;
}
