import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A report that a mail did not arrive, or was complained about. */
@Entity('mail_bounce')
@Index('mail_bounce_of_mark', ['mark', 'at'])
export class MailBounceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea')
  mark!: Buffer;

  @Column('uuid')
  deliveryId!: string;

  /** `hard`, `soft`, `policy`, `complaint` */
  @Column('text')
  kind!: string;

  /** `5.1.1`; null where the report gives none */
  @Column('text', { nullable: true })
  status!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
