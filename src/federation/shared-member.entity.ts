import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A member as sister clusters may see it: made by us, never a view over what its own cluster knows. */
@Entity('shared_member')
@Index('shared_member_of_cluster', ['clusterId'])
@Check('shared_member_level', `level in ('masked', 'full')`)
export class SharedMemberEntity {
  /** The mask's; the same in every cluster the organisation is in. */
  @ForeignKey('MaskEntity', { name: 'shared_member_mask', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shared_member_pkey' })
  id!: string;

  @ForeignKey('ClusterEntity', { name: 'shared_member_cluster', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shared_member_pkey' })
  clusterId!: string;

  /** `masked`, `full` */
  @Column('text')
  level!: string;

  @Column('text', { nullable: true })
  country!: string | null;

  /** NUTS 2 at most, and only where at least five of the cluster share kind and region. */
  @Column('text', { nullable: true })
  region!: string | null;

  @Column('text', { nullable: true })
  type!: string | null;

  @Column('boolean', { nullable: true })
  sme!: boolean | null;

  /** See `sizeBands`. */
  @Column('text', { nullable: true })
  sizeBand!: string | null;

  /** What it would do in a project. */
  @Column('text', { array: true, default: () => "'{}'" })
  roles!: string[];

  /** Of one that is shown in full. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('boolean', { default: false })
  invented!: boolean;
}
