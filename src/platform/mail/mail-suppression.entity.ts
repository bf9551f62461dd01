import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that is not written to: as a one-way mark. */
@Entity('mail_suppression')
export class MailSuppressionEntity {
  @PrimaryColumn('bytea')
  mark!: Buffer;

  /** `bounced`: nothing is sent; `complained`: nothing that was subscribed to. */
  @Column('text')
  reason!: string;

  @Column('timestamptz', { default: () => 'now()' })
  since!: Date;

  /** The mail that showed it. */
  @Column('uuid', { nullable: true })
  deliveryId!: string | null;

  /** When the clusters were told. */
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;
}
