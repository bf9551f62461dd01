import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Mail stands still: all of it, a cluster's, or what is about one member of a cluster; until it is released. */
@Entity('mail_hold')
@Index('mail_hold_open', { synchronize: false })
export class MailHoldEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** null: everybody's */
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** null: every member's */
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('text')
  reason!: string;

  /** The account that holds; null: the service itself. */
  @Column('uuid', { nullable: true })
  heldBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  since!: Date;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;
}
