import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Where a mail goes that is for nobody with an account or among contacts; gone when the mail has ended. */
@Entity('mail_address')
export class MailAddressEntity {
  @ForeignKey('MailDeliveryEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  deliveryId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  address!: string;
}
