import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An opportunity that a person keeps an eye on, on behalf of their cluster or organisation. */
@Entity('saved_opportunity')
@Check('saved_opportunity_one_side', '(cluster_id is null) <> (organisation_id is null)')
@Index('saved_opportunity_of', ['opportunityId'])
@Index('saved_opportunity_of_cluster', ['clusterId'])
@Index('saved_opportunity_of_organisation', ['organisationId'])
export class SavedOpportunityEntity {
  /** The cluster or the organisation on whose behalf it is kept. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_opportunity_pk' })
  sideId!: string;

  /** Id of the user. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'saved_opportunity_pk' })
  actor!: string;

  @ForeignKey('OpportunityEntity', { name: 'saved_opportunity_opportunity', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_opportunity_pk' })
  opportunityId!: string;

  @ForeignKey('ClusterEntity', { name: 'saved_opportunity_cluster', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  @ForeignKey('OrganisationEntity', { name: 'saved_opportunity_organisation', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  savedAt!: Date;
}
