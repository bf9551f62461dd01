import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How a cluster looks and works, as its own staff set it; null: as the service does. */
@Entity('cluster_setting')
export class ClusterSettingEntity {
  @ForeignKey('ClusterEntity', { name: 'cluster_setting_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cluster_setting_pkey' })
  clusterId!: string;

  /** `#0b5cad`; white can be read on it. */
  @Column('text', { nullable: true })
  colour!: string | null;

  /** In whose name mails come. */
  @Column('text', { nullable: true })
  senderName!: string | null;

  /** Of pages and mails, the first one first. */
  @Column('text', { array: true, default: () => "'{it,en}'" })
  languages!: string[];

  /** `Europe/Rome`. */
  @Column('text', { default: 'Europe/Rome' })
  timeZone!: string;

  /** Day of the patron saint, `12-07`; null: as the place has it. */
  @Column('text', { nullable: true })
  patronSaint!: string | null;

  /** Other days on which nobody works. */
  @Column('date', { array: true, default: () => "'{}'" })
  closedOn!: string[];

  /** PNG, JPEG or WebP, checked byte by byte. */
  @Column('bytea', { nullable: true })
  logo!: Buffer | null;

  @Column('text', { nullable: true })
  logoType!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  changedAt!: Date;
}
