import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What Part A of a proposal asks of whoever takes a seat, as it was filled in for that seat. */
@Entity('seat_party')
@Check('seat_party_pic', `pic is null or pic ~ '^[0-9]{9}$'`)
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], {
  name: 'seat_party_on_board',
  onDelete: 'CASCADE',
})
@Index('seat_party_of_board', ['consortiumId'])
@Index('seat_party_of_cluster', ['clusterId'])
export class SeatPartyEntity {
  @ForeignKey('ConsortiumSeatEntity', { name: 'seat_party_of_seat', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seat_party_pk' })
  seatId!: string;

  @Column('uuid')
  consortiumId!: string;

  @Column('uuid')
  clusterId!: string;

  @Column('text', { nullable: true })
  pic!: string | null;

  @Column('text', { nullable: true })
  legalName!: string | null;

  /** ISO 3166-1 alpha-2 */
  @Column('text', { nullable: true })
  country!: string | null;

  /** `HES`, `REC`, `PRC`, `PUB`, `OTH` */
  @Column('text', { nullable: true })
  type!: string | null;

  @Column('boolean', { nullable: true })
  sme!: boolean | null;

  @Column('text', { nullable: true })
  contactName!: string | null;

  @Column('text', { nullable: true })
  contactEmail!: string | null;

  /** `guest`, `member`, `officer` */
  @Column('text')
  filledBy!: string;

  @Column('timestamptz')
  filledAt!: Date;
}
