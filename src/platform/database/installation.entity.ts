import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row, made by its migration: what this installation is called wherever several share a server. */
@Entity('installation')
export class InstallationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'installation_pkey' })
  id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  begunAt!: Date;
}
