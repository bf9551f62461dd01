import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Announcements of partner searches for one call: how many, and by which organisations; never by whom. */
@Entity('partner_search')
export class PartnerSearchEntity {
  @ForeignKey('OpportunityEntity', { name: 'partner_search_of_opportunity', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'partner_search_pk' })
  opportunityId!: string;

  @Column('integer')
  announcements!: number;

  /** Identification codes of organisations, nine digits each. */
  @Column('text', { array: true })
  pics!: string[];

  @Column('timestamptz')
  seenAt!: Date;
}
