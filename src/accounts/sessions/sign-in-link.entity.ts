import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A link sent by mail that signs in once. */
@Entity('sign_in_link')
@Index('sign_in_link_of_user', ['userId'])
export class SignInLinkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** SHA-256 of the token in the link. */
  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
