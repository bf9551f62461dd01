import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type DeliveryState = 'due' | 'claimed' | 'sending' | 'sent' | 'failed' | 'unknown';

/** One mail to one person, from the moment it was decided on. No address is in it: see {@link MailAddressEntity}. */
@Entity('mail_delivery')
@Index('mail_delivery_cause', ['mail', 'recipient', 'cause'], { unique: true })
@Index('mail_delivery_due', { synchronize: false })
@Index('mail_delivery_held', { synchronize: false })
@Index('mail_delivery_mark', ['addressMark', 'sendingAt'])
@Check('mail_delivery_state', `state in ('due', 'claimed', 'sending', 'sent', 'failed', 'unknown')`)
@Check('mail_delivery_content_small', 'octet_length(content::text) <= 65536')
export class MailDeliveryEntity {
  /** What stands before the @ of its Message-ID. */
  @PrimaryColumn('uuid')
  id!: string;

  /** Name of its definition: `invitation`. */
  @Column('text')
  mail!: string;

  /** `user:<id>`, `contact:<id>`, `address`. */
  @Column('text')
  recipient!: string;

  /** What it is about: the same mail to the same recipient for the same cause is put once. */
  @Column('text')
  cause!: string;

  /** On whose behalf; the first lends its name and colours. */
  @Column('uuid', { array: true, default: () => "'{}'" })
  clusters!: string[];

  /** The member it is about; null: none. */
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** null: the recipient's own */
  @Column('text', { nullable: true })
  language!: string | null;

  /** What it is written from; emptied when it has ended. */
  @Column('jsonb', { nullable: true })
  content!: object | null;

  @Column('text', { default: 'due' })
  state!: DeliveryState;

  /** 0 goes before 1. */
  @Column('integer')
  rank!: number;

  /** It can be held, and stands still while it is. */
  @Column('boolean')
  holdable!: boolean;

  /** It counts for the most that somebody gets within a week. */
  @Column('boolean')
  counted!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  availableAt!: Date;

  /** Not sent after this. */
  @Column('timestamptz')
  staleAt!: Date;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  /** Rises with every claim; whoever ends it must still hold the current one. */
  @Column('bigint', { default: 0 })
  fence!: string;

  @Column('integer', { default: 0 })
  tries!: number;

  /** How often nobody knew what became of it. */
  @Column('integer', { default: 0 })
  doubts!: number;

  @Column('timestamptz', { nullable: true })
  sendingAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Why it waits or ended as it did: `opted-out`, `550 5.1.1`. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** One-way mark of the address it went to. */
  @Column('bytea', { nullable: true })
  addressMark!: Buffer | null;
}
