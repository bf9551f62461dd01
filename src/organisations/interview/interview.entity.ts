import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * One batch of what a cluster's officer wrote down in a talk with a member. Its lines are evidence; what stands here
 * is which they are, how far it has come, what is no line, and the link by which the member answers.
 */
@Entity('interview')
@Index('interview_of_member', ['clusterId', 'organisationId'])
// one is under way at a time
@Index('interview_under_way', { synchronize: false })
@Check('interview_step', 'length(step) <= 40')
export class InterviewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'interview_pk' })
  id!: string;

  @ForeignKey('ClusterEntity', { name: 'interview_of_its_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  @ForeignKey('OrganisationEntity', { name: 'interview_with', onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  /** the question at which it was left */
  @Column('text', { nullable: true })
  step!: string | null;

  /** what the member would do in a project, as it said */
  @Column('text', { array: true, default: [] })
  roles!: string[];

  /** its competence lines, among the evidence, in the order in which they were written */
  @Column('uuid', { array: true, default: [] })
  lines!: string[];

  /** with whom it never wants to be matched, as it said; they stand among its exclusions */
  @Column('uuid', { array: true, default: [] })
  exclusions!: string[];

  /** Id of the person who asked; null: removed since. */
  @Column('uuid', { nullable: true })
  author!: string | null;

  @Column('timestamptz')
  startedAt!: Date;

  /** When the member was asked by mail whether it is right; null: under way. */
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;

  /** When the member last answered. */
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Of the link in that mail. */
  @Column('bytea', { nullable: true, unique: true })
  tokenHash!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  linkEndsAt!: Date | null;
}
