import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Who somebody is elsewhere: the issuer's own name for them, never a mail address. */
@Entity('linked_identity')
@Index('linked_identity_of_user', ['userId'])
@Unique('linked_identity_once', ['issuer', 'subject'])
export class LinkedIdentityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** The provider's name in our settings, when it was linked. */
  @Column('text')
  provider!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
