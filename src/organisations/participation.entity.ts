import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One organisation in one project in one role; the same organisation may stand twice in different roles. */
@Entity('participation')
@Index('participation_of_organisation', ['organisationId'])
export class ParticipationEntity {
  @ForeignKey('ProjectEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  projectId!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  organisationId!: string;

  /** `coordinator`, `participant`, `associatedPartner`, `thirdParty` */
  @PrimaryColumn('text')
  role!: string;

  /** Place in the project's list, from 1; display only. */
  @Column('integer', { nullable: true })
  position!: number | null;

  @Column('numeric', { nullable: true })
  contributionEur!: string | null;

  /** It left before the end. */
  @Column('boolean', { default: false })
  ended!: boolean;
}
