import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type WebhookDeliveryState = 'due' | 'claimed' | 'arrived' | 'failed';

/** One message to one webhook; kept for a month. */
@Entity('webhook_delivery')
@Index('webhook_delivery_of', ['webhookId', 'createdAt'])
@Index('webhook_delivery_due', { synchronize: false })
@Check('webhook_delivery_state', `state in ('due', 'claimed', 'arrived', 'failed')`)
@Check('webhook_delivery_small', 'octet_length(body) <= 1048576')
export class WebhookDeliveryEntity {
  /** Its `webhook-id`. */
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('WebhookEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  webhookId!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  event!: string;

  /** What is sent, to the byte. */
  @Column('text')
  body!: string;

  @Column('text', { default: 'due' })
  state!: WebhookDeliveryState;

  @Column('integer', { default: 0 })
  tries!: number;

  @Column('timestamptz', { default: () => 'now()' })
  availableAt!: Date;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  /** Rises with every claim; whoever ends it must still hold the current one. */
  @Column('bigint', { default: 0 })
  fence!: string;

  /** What the other side answered last; null: nothing. */
  @Column('integer', { nullable: true })
  status!: number | null;

  /** Why it did not arrive: `redirect`, `connect-timeout`, `enotpublic`. */
  @Column('text', { nullable: true })
  problem!: string | null;

  /** How long the last try took, in milliseconds. */
  @Column('integer', { nullable: true })
  tookMs!: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
