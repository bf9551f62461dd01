import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one person said of one suggestion, on behalf of a cluster or of an organisation. */
@Entity('suggestion_feedback')
@Check('suggestion_feedback_one_side', '(cluster_id is null) <> (by_organisation_id is null)')
@Index('suggestion_feedback_of_organisation', ['organisationId', 'actor'])
@Index('suggestion_feedback_given', ['givenAt'])
@Index('suggestion_feedback_of_cluster', ['clusterId'])
export class SuggestionFeedbackEntity {
  /** The cluster or the organisation on whose behalf it was said. */
  @PrimaryColumn('uuid')
  sideId!: string;

  /** Id of the user. */
  @PrimaryColumn('text')
  actor!: string;

  @ForeignKey('OpportunityEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  opportunityId!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  organisationId!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  byOrganisationId!: string | null;

  /** `useful`, `not-for-us` */
  @Column('text')
  verdict!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  givenAt!: Date;
}
