import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A dated text about what one organisation did or can do. `clusterId` null: open data. Competence lines carry their
 * kind and TRL range; results belong to a project and to no single organisation.
 */
@Entity('evidence')
@Index('evidence_of_organisation', ['organisationId'])
@Index('evidence_of_cluster', ['clusterId'])
@Index('evidence_of_project', ['projectId'])
export class EvidenceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @ForeignKey('ProjectEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  projectId!: string | null;

  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  clusterId!: string | null;

  /** `profile`, `competence`, `result` */
  @Column('text')
  kind!: string;

  /** `cordis`, `members`, `demo`; `self`: the organisation itself; `interview`: its officer, as it said */
  @Column('text')
  source!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text')
  text!: string;

  /** `en`, `it`; null where it could not be told */
  @Column('text', { nullable: true })
  language!: string | null;

  /** The day the text speaks of. */
  @Column('date', { nullable: true })
  date!: string | null;

  /** `open`, `confirmed`, `unconfirmed`; `rejected`: the organisation says that it is wrong, so nobody is shown it */
  @Column('text')
  state!: string;

  /** When the organisation itself last said whether it is right; null: never. */
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** What a competence rests on: a sentence of the organisation's own text, a project, a link. */
  @Column('text', { nullable: true })
  basis!: string | null;

  /** Of a competence: `offer`, `equipment`, `test-site`, `data`, `end-user-site`, `need`. */
  @Column('text', { nullable: true })
  competenceKind!: string | null;

  @Column('smallint', { nullable: true })
  trlFrom!: number | null;

  @Column('smallint', { nullable: true })
  trlTo!: number | null;

  @Column('uuid', { nullable: true })
  importRunId!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
