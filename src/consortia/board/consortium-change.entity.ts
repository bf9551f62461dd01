import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One change on a board: who, when, what, from which state to which (check T-01). Rows are only added. */
@Entity('consortium_change')
// with its cluster, so that no row can stand on a board of another's
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], { onDelete: 'CASCADE' })
@Index('consortium_change_of', ['consortiumId', 'at'])
export class ConsortiumChangeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  consortiumId!: string;

  @Index('consortium_change_of_cluster')
  @Column('uuid')
  clusterId!: string;

  @Column('timestamptz')
  at!: Date;

  /** id of the user */
  @Column('text')
  actor!: string;

  /** `consortium`, `need`, `seat` */
  @Column('text')
  thing!: string;

  @Column('uuid')
  thingId!: string;

  /** `added`, `changed`, `moved`, `removed`, `shown` */
  @Column('text')
  deed!: string;

  @Column('text', { nullable: true })
  stateFrom!: string | null;

  @Column('text', { nullable: true })
  stateTo!: string | null;
}
