import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A funded project of open data: evidence shared by all who took part. */
@Entity('project')
@Index('project_grant', ['framework', 'grantId'], { unique: true })
export class ProjectEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** `HORIZON`, `H2020`, `DEMO` */
  @Column('text')
  framework!: string;

  /** Grant agreement number: the key everywhere. */
  @Column('text')
  grantId!: string;

  @Column('text')
  acronym!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  objective!: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  keywords!: string[];

  @Column('text', { nullable: true })
  status!: string | null;

  @Column('date', { nullable: true })
  startDate!: string | null;

  @Column('date', { nullable: true })
  endDate!: string | null;

  @Column('text', { nullable: true })
  topic!: string | null;

  @Column('text', { nullable: true })
  fundingScheme!: string | null;

  @Column('text', { nullable: true })
  legalBasis!: string | null;

  @Column('numeric', { nullable: true })
  totalCostEur!: string | null;

  @Column('numeric', { nullable: true })
  maxContributionEur!: string | null;

  @Column('boolean', { default: false })
  invented!: boolean;

  @Column('date')
  observedOn!: string;

  @Column('integer', { default: 1 })
  version!: number;
}
