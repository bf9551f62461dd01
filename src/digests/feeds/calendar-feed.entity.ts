import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The secret address under which somebody's calendar program reads the deadlines of what they saved; one a person. */
@Entity('calendar_feed')
export class CalendarFeedEntity {
  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId!: string;

  /** SHA-256 of what stands in the address. */
  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
