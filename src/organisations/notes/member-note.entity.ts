import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What staff of a cluster wrote down about one of its members: a note, or a next step with its day. */
@Entity('member_note')
@Index('member_note_of_member', ['clusterId', 'organisationId'])
@Index('member_note_of_organisation', ['organisationId'])
@Check('member_note_text', 'length(text) between 1 and 4000')
export class MemberNoteEntity {
  /** made by whoever writes it, so that the same note sent twice is one, and one taken away can be put back */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_note_pk' })
  id!: string;

  @ForeignKey('ClusterEntity', { name: 'member_note_of_its_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey('OrganisationEntity', { name: 'member_note_about', onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  /** `digital-innovation-hub`, `een-adviser`, …; null: a note without a step */
  @Column('text', { nullable: true })
  step!: string | null;

  @Column('text')
  text!: string;

  /** Calendar date by which the step is to be taken. */
  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** When the step was taken; null: it is still to do. */
  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  /** Id of the person who wrote it. */
  @Column('text')
  author!: string;

  @Column('timestamptz', { default: () => 'now()' })
  writtenAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;
}
