import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { NeedCite } from './board.js';

/** What a consortium still asks of a partner. */
@Entity('consortium_need')
// with its cluster, so that no row can stand on a board of another's
@ForeignKey('ConsortiumEntity', ['consortiumId', 'clusterId'], ['id', 'clusterId'], { onDelete: 'CASCADE' })
@Index('consortium_need_of', ['consortiumId', 'position'])
export class ConsortiumNeedEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  consortiumId!: string;

  @Index('consortium_need_of_cluster')
  @Column('uuid')
  clusterId!: string;

  /** see `neededRoles` */
  @Column('text')
  role!: string;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  input!: string | null;

  @Column('text', { nullable: true })
  output!: string | null;

  @Column('int', { nullable: true })
  trlFrom!: number | null;

  @Column('int', { nullable: true })
  trlTo!: number | null;

  /** ISO 3166-1 alpha-2; empty: anywhere */
  @Column('text', { array: true })
  countries!: string[];

  /** where the call says so; empty where a person added it */
  @Column('jsonb')
  cites!: NeedCite[];

  /** see `needStates` */
  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Column('int')
  position!: number;

  @Column('int')
  version!: number;
}
