import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an organisation itself lets its clusters show others of it. Without a row: `usualSharing`. */
@Entity('sharing_choice')
@Check('sharing_choice_level', `level in ('nothing', 'counts', 'masked', 'full')`)
export class SharingChoiceEntity {
  @ForeignKey('OrganisationEntity', { name: 'sharing_choice_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_choice_pkey' })
  organisationId!: string;

  @Column('text')
  level!: string;

  /** See `sharedFields`. */
  @Column('text', { array: true, default: () => "'{}'" })
  withheld!: string[];

  @Column('timestamptz', { default: () => 'now()' })
  changedAt!: Date;
}
