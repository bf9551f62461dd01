import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A link by which a partner without an account reads what a seat asks, answers, and fills its Part A. */
@Entity('guest_link')
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], {
  name: 'guest_link_on_board',
  onDelete: 'CASCADE',
})
@Index('guest_link_of_board', ['consortiumId'])
@Index('guest_link_of_cluster', ['clusterId'])
@Index('guest_link_of_seat', ['seatId'])
@Index('guest_link_secret', ['tokenHash'], { unique: true })
export class GuestLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'guest_link_pk' })
  id!: string;

  @ForeignKey('ConsortiumSeatEntity', { name: 'guest_link_seat', onDelete: 'CASCADE' })
  @Column('uuid')
  seatId!: string;

  @Column('uuid')
  consortiumId!: string;

  @Column('uuid')
  clusterId!: string;

  /** SHA-256 of the secret in the link; the secret itself is shown once */
  @Column('bytea')
  tokenHash!: Buffer;

  @Column('text')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  /** when its holder first looked */
  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  /** `yes`, `no`, `question`; null: none yet */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { nullable: true })
  words!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
