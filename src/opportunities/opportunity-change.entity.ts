import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A fact of an opportunity that changed: the old value stays visible. */
@Entity('opportunity_change')
@Index('opportunity_change_of', ['opportunityId', 'seenAt'])
export class OpportunityChangeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('OpportunityEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  opportunityId!: string;

  /** `deadlines`, `statedStatus`, `title`, `budget`, `sections`, … */
  @Column('text')
  field!: string;

  @Column('jsonb', { nullable: true })
  oldValue!: unknown;

  @Column('jsonb', { nullable: true })
  newValue!: unknown;

  @Column('text')
  source!: string;

  /** When the source showed the new value. */
  @Column('timestamptz')
  seenAt!: Date;
}
