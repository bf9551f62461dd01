import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A process that relays, works or reconciles; silent for 60 s means that it should be restarted. */
@Entity('worker_heartbeat')
export class WorkerHeartbeatEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'worker_heartbeat_pkey' })
  id!: string;

  @Column('text')
  host!: string;

  @Column('integer')
  pid!: number;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { array: true })
  queues!: string[];

  @Column('timestamptz', { default: () => 'now()' })
  startedAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  beatAt!: Date;

  /** False while its clock is wrong or it is stopping. */
  @Column('boolean')
  taking!: boolean;

  /** Its clock minus the database's, in milliseconds. */
  @Column('integer', { nullable: true })
  skewMs!: number | null;
}
