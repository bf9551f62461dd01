import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A browser from which somebody has signed in before: guesses made elsewhere do not slow it down. */
@Entity('known_device')
@Index('known_device_of_user', ['userId'])
export class KnownDeviceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** SHA-256 of the token in the browser's cookie. */
  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt!: Date;
}
