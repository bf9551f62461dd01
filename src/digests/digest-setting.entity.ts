import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** When a cluster's digests go; Tuesday at 8:00 in Rome where it says nothing. */
@Entity('digest_setting')
@Check('digest_setting_time', 'weekday between 1 and 7 and hour between 0 and 23')
export class DigestSettingEntity {
  @ForeignKey('ClusterEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  clusterId!: string;

  /** 1 is Monday */
  @Column('integer', { default: 2 })
  weekday!: number;

  @Column('integer', { default: 8 })
  hour!: number;

  /** `Europe/Rome` */
  @Column('text', { default: 'Europe/Rome' })
  zone!: string;

  /** false: its members get none */
  @Column('boolean', { default: true })
  active!: boolean;
}
