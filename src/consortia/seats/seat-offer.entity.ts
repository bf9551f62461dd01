import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A seat offered to one organisation. Of several it is offered to, the first that accepts has it. */
@Entity('seat_offer')
@Unique('seat_offer_once', ['seatId', 'organisationId'])
// with its cluster, so that no row can stand on a board of another's
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], {
  name: 'seat_offer_on_board',
  onDelete: 'CASCADE',
})
@Index('seat_offer_of_board', ['consortiumId'])
@Index('seat_offer_of_cluster', ['clusterId'])
@Index('seat_offer_of_organisation', ['organisationId', 'offeredAt'])
export class SeatOfferEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seat_offer_pk' })
  id!: string;

  @ForeignKey('ConsortiumSeatEntity', { name: 'seat_offer_of_seat', onDelete: 'CASCADE' })
  @Column('uuid')
  seatId!: string;

  @Column('uuid')
  consortiumId!: string;

  @Column('uuid')
  clusterId!: string;

  @ForeignKey('OrganisationEntity', { name: 'seat_offer_to', onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  /** see `offerStates` */
  @Column('text')
  state!: string;

  /** id of the user */
  @Column('text')
  offeredBy!: string;

  @Column('timestamptz')
  offeredAt!: Date;

  /** what people of the organisation prepared to say */
  @Column('text', { nullable: true })
  words!: string | null;

  /** what they would like to know first */
  @Column('text', { nullable: true })
  question!: string | null;

  /** what staff answered */
  @Column('text', { nullable: true })
  reply!: string | null;

  /** id of the user */
  @Column('text', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
