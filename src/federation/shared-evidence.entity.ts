import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a masked member can do, with names taken out: a statement of its own, or the fields its profile speaks of. */
@Entity('shared_evidence')
@ForeignKey('SharedMemberEntity', ['memberId', 'clusterId'], ['id', 'clusterId'], {
  name: 'shared_evidence_member',
  onDelete: 'CASCADE',
})
@Index('shared_evidence_of_member', ['memberId', 'clusterId'])
@Index('shared_evidence_of_cluster', ['clusterId'])
export class SharedEvidenceEntity {
  /** Random, and another one each time it changes. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shared_evidence_pkey' })
  id!: string;

  @Column('uuid')
  memberId!: string;

  @Column('uuid')
  clusterId!: string;

  /** `profile`, `competence` */
  @Column('text')
  kind!: string;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('smallint', { nullable: true })
  year!: number | null;

  /** `confirmed`, `unconfirmed` */
  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  competenceKind!: string | null;

  @Column('smallint', { nullable: true })
  trlFrom!: number | null;

  @Column('smallint', { nullable: true })
  trlTo!: number | null;
}
