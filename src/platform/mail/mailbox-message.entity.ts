import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What would have been sent, where there is no mail server. */
@Entity('mailbox_message')
@Index('mailbox_message_at', ['at'])
export class MailboxMessageEntity {
  /** The delivery's: the same message twice is one message. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('text')
  toName!: string;

  @Column('text')
  toAddress!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

  @Column('text')
  language!: string;

  /** The message as it would go over the wire. */
  @Column('text')
  raw!: string;
}
