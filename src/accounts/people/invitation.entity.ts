import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person asked to look after an organisation's profile. The link works until it is confirmed or ends. */
@Entity('invitation')
@Index('invitation_of_cluster', ['clusterId', 'createdAt'])
@Index('invitation_of_contact', ['contactId'])
export class InvitationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  @ForeignKey('ContactEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  contactId!: string;

  /** What they will be once they have confirmed: `committer`, `editor`. */
  @Column('text')
  role!: string;

  @Column('text')
  language!: string;

  /** SHA-256 of the token in the link; null until the mail is made. */
  @Column('bytea', { nullable: true, unique: true })
  tokenHash!: Buffer | null;

  /** SHA-256 of the token in the reminder's link; null until there is one. The first link goes on working. */
  @Column('bytea', { nullable: true, unique: true })
  reminderHash!: Buffer | null;

  /** When a reminder was put; there is one at most. */
  @Column('timestamptz', { nullable: true })
  remindedAt!: Date | null;

  /** `due`, `sending`, `sent`, `failed`, `unknown` */
  @Column('text', { default: 'due' })
  mail!: string;

  @Column('integer', { default: 0 })
  mailTries!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;
}
