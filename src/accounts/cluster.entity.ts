import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('cluster')
export class ClusterEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  nameIt!: string;

  @Column('text', { array: true, default: () => "'{}'" })
  ecosystems!: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  technologyAreas!: string[];

  @Column('text', { array: true, nullable: true })
  networks!: string[] | null;

  @Column('text', { array: true, default: () => "'{}'" })
  pilots!: string[];

  @Column('integer', { nullable: true })
  memberCount!: number | null;

  @Column('text', { nullable: true })
  memberCountSource!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  nuts!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;
}
