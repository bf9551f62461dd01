import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An address that a cluster has messages sent to by itself. */
@Entity('webhook')
@Index('webhook_of_cluster', ['clusterId'])
@Check('webhook_off', `(off_since is null) = (off_why is null) and off_why in ('by-hand', 'failing', 'gone')`)
export class WebhookEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  url!: string;

  /** What is sent: `opportunity.changed`, … */
  @Column('text', { array: true })
  events!: string[];

  /** What messages are signed with. */
  @Column('bytea')
  secret!: Buffer;

  /** The one before, with which they are signed too for a day. */
  @Column('bytea', { nullable: true })
  formerSecret!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  renewedAt!: Date | null;

  /** Keys of what is recent and was told, or was there before. */
  @Column('text', { array: true, default: () => "'{}'" })
  told!: string[];

  /** Since when nothing arrives; null: the last message did. */
  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  @Column('timestamptz', { nullable: true })
  offSince!: Date | null;

  @Column('text', { nullable: true })
  offWhy!: 'by-hand' | 'failing' | 'gone' | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
