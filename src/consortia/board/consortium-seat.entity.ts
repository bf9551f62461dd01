import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A place in a consortium. */
@Entity('consortium_seat')
// with its cluster, so that no row can stand on a board of another's
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], { onDelete: 'CASCADE' })
@Index('consortium_seat_of', ['consortiumId', 'position'])
@Index('consortium_seat_once', ['consortiumId', 'organisationId'], { unique: true })
@Check('consortium_seat_held', `organisation_id is null or state <> 'open'`)
export class ConsortiumSeatEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  consortiumId!: string;

  @Index('consortium_seat_of_cluster')
  @Column('uuid')
  clusterId!: string;

  /** how it takes part: see `participations` */
  @Column('text')
  participation!: string;

  /** null: open, or somebody unknown here who filled in Part A by a link */
  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Index('consortium_seat_of_organisation')
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** needs that it is to cover */
  @Column('uuid', { array: true })
  needIds!: string[];

  /** see `seatStates` */
  @Column('text')
  state!: string;

  /** person-months; null: not stated */
  @Column('double precision', { nullable: true })
  effortMonths!: number | null;

  /** from 0 to 100; null: not stated */
  @Column('double precision', { nullable: true })
  budgetShare!: number | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** without it the consortium is not agreed */
  @Column('boolean', { default: true })
  required!: boolean;

  @Column('int')
  position!: number;

  @Column('int')
  version!: number;
}
