import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Two organisations of which one does not want to be matched with the other. Known to the one who said so and to the
 * service; neither ever appears in the other's lists.
 */
@Entity('exclusion')
@Index('exclusion_by_other', ['otherId'])
@Check('exclusion_kind', `kind in ('never-match', 'hide-from')`)
export class ExclusionEntity {
  @ForeignKey('OrganisationEntity', { name: 'exclusion_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exclusion_pkey' })
  organisationId!: string;

  @ForeignKey('OrganisationEntity', { name: 'exclusion_other', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exclusion_pkey' })
  otherId!: string;

  /** `never-match`, `hide-from` */
  @Column('text')
  kind!: string;

  /** The interview in which it was said, while it was not said in any other way. */
  @Column('uuid', { nullable: true })
  interviewId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
