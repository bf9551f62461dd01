import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody of staff goes on although one item is not as it should be: by name, with a reason. */
@Entity('board_waiver')
@Check('board_waiver_reason', 'length(reason) between 3 and 2000')
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], {
  name: 'board_waiver_on_board',
  onDelete: 'CASCADE',
})
export class BoardWaiverEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_waiver_pk' })
  consortiumId!: string;

  /** as the readiness list names it: `rule:independence` */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'board_waiver_pk' })
  item!: string;

  @Index('board_waiver_of_cluster')
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  reason!: string;

  /** id of the user */
  @Column('text')
  waivedBy!: string;

  @Column('timestamptz')
  waivedAt!: Date;
}
