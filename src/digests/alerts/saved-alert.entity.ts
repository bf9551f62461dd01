import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something of what a person saved that they are told of, once. */
@Entity('saved_alert')
@Index('saved_alert_once', ['userId', 'opportunityId', 'event'], { unique: true })
@Index('saved_alert_of_letter', ['letter'])
export class SavedAlertEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @ForeignKey('OpportunityEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  opportunityId!: string;

  /** `change:<id>`, `left-21:<deadline>`, `left-7:<deadline>` */
  @Column('text')
  event!: string;

  /** What is told in one mail shares this. */
  @Column('uuid')
  letter!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
