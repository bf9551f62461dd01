import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * One side asks another. Organisations and people stand here without foreign keys: what the other side wrote stays when
 * one goes, and a removal that is taken back finds its place again.
 */
@Entity('introduction')
@Index('introduction_of_sender', ['senderOrganisationId', 'changedAt'])
@Index('introduction_of_recipient', ['recipientOrganisationId', 'sentAt'])
@Index('introduction_of_need', ['needKey'])
@Index('introduction_due', ['dueAt'])
@Check(
  'introduction_state',
  `state in ('draft', 'sent', 'read', 'accepted', 'declined', 'more-information', 'escalated', 'expired', 'withdrawn')`,
)
@Check('introduction_channel', `channel in ('member', 'outside', 'guest')`)
export class IntroductionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Whose officers may see it: the sender's clusters, and from the sending on the recipient's. */
  @Index('introduction_of_clusters', { synchronize: false })
  @Column('uuid', { array: true })
  clusters!: string[];

  @Column('uuid', { array: true })
  senderClusters!: string[];

  @Column('uuid', { array: true })
  recipientClusters!: string[];

  /** null: an officer asks on behalf of the cluster */
  @Column('uuid', { nullable: true })
  senderOrganisationId!: string | null;

  /** null: an address that an officer typed, or somebody outside who is no organisation here */
  @Column('uuid', { nullable: true })
  recipientOrganisationId!: string | null;

  /** how somebody outside is called, as whoever asks typed it */
  @Column('text', { nullable: true })
  recipientName!: string | null;

  /** `member`: answers here; `outside`: asked by other means; `guest`: answers by a link */
  @Column('text')
  channel!: string;

  /** `partner`, `join`, `introduce` */
  @Column('text')
  purpose!: string;

  /** whom one wishes to be introduced to */
  @Column('uuid', { nullable: true })
  aboutOrganisationId!: string | null;

  /** neither side is told who the other is before the recipient accepts */
  @Column('boolean')
  masked!: boolean;

  /** the sender shows itself nevertheless */
  @Column('boolean', { default: false })
  showsSender!: boolean;

  @ForeignKey('OpportunityEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  opportunityId!: string | null;

  @ForeignKey('ConsortiumSeatEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  seatId!: string | null;

  /** title of the call or the idea, at most 300 characters */
  @Column('text')
  subject!: string;

  /** what the recipient would do, or the sender where it wants to join */
  @Column('text')
  role!: string;

  /** a partner is to be replaced */
  @Column('boolean', { default: false })
  replacement!: boolean;

  @Column('text')
  language!: 'en' | 'it';

  /** the same need of the same asker: counted over all who are asked */
  @Column('text')
  needKey!: string;

  /** of the words that were sent, whatever spaces and letter case */
  @Column('bytea', { nullable: true })
  fingerprint!: Buffer | null;

  @Column('text')
  state!: string;

  @Column('int')
  version!: number;

  /** kept for later; of a draft */
  @Column('boolean', { default: false })
  reserve!: boolean;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  changedAt!: Date;

  /** it goes by itself then, because the recipient has had enough this week */
  @Column('timestamptz', { nullable: true })
  queuedFor!: Date | null;

  /** the officer who let it through before */
  @Column('uuid', { nullable: true })
  releasedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  remindAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  escalateAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  expireAt!: Date | null;

  /** both sides are nudged then; null: never again */
  @Column('timestamptz', { nullable: true })
  nudgeAt!: Date | null;

  /** the next of these moments; null: nothing is due */
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  /** the officer who said to call */
  @Column('uuid', { nullable: true })
  calledBy!: string | null;

  /** why it was declined, or ended by itself: `topic`, `seat-filled` */
  @Column('text', { nullable: true })
  reason!: string | null;
}
