import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * What one source says about one organisation. `clusterId` null: open data; else what that cluster was told.
 * A null column is "this source does not say".
 */
@Entity('organisation_record')
@Index('organisation_record_source', ['organisationId', 'source', 'clusterId'], { unique: true })
@Index('organisation_record_cluster', ['clusterId'])
@Index('organisation_record_folded_name', ['foldedName'])
export class OrganisationRecordEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** `cordis`, `members`, `demo`; `self`: the organisation itself */
  @Column('text')
  source!: string;

  @Column('text')
  legalName!: string;

  /** The legal name without letter case, accents and legal form: what duplicates are looked for by. */
  @Column('text')
  foldedName!: string;

  @Column('text', { nullable: true })
  shortName!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  nuts!: string | null;

  @Column('text', { nullable: true })
  type!: string | null;

  @Column('boolean', { nullable: true })
  sme!: boolean | null;

  @Column('integer', { nullable: true })
  employees!: number | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { nullable: true })
  site!: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  languages!: string[];

  /** Columns of a member file that we do not know: kept as they were. */
  @Column('jsonb', { default: () => "'{}'" })
  extra!: Record<string, string>;

  /** Facts of which this source says that what others state is wrong; only the organisation itself does. */
  @Column('text', { array: true, default: () => "'{}'" })
  denied!: string[];

  /** The day the source speaks of. */
  @Column('date')
  observedOn!: string;

  @Column('uuid', { nullable: true })
  importRunId!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
