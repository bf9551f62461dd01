import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The last check of a board that staff relied on: what it said, and under which rules. */
@Entity('relied_check')
@Check('relied_check_result', `result in ('pass', 'fail', 'needs-review')`)
@Check('relied_check_occasion', `occasion in ('checked', 'checked-again', 'agreed', 'handed-over')`)
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], {
  name: 'relied_check_of_board',
  onDelete: 'CASCADE',
})
export class ReliedCheckEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'relied_check_pk' })
  consortiumId!: string;

  @Index('relied_check_of_cluster')
  @Column('uuid')
  clusterId!: string;

  @Column('text')
  result!: string;

  /** null: no rules were held */
  @Column('text', { nullable: true })
  ruleSet!: string | null;

  /** of the rule set */
  @Column('text', { nullable: true })
  version!: string | null;

  /** see `reliedOccasions` */
  @Column('text')
  occasion!: string;

  /** id of the user */
  @Column('text')
  reliedBy!: string;

  @Column('timestamptz')
  reliedAt!: Date;
}
