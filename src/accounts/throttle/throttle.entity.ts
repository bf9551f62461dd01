import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something was tried lately. In PostgreSQL, so that neither a restart nor a second machine forgets it. */
@Entity('throttle')
export class ThrottleEntity {
  /** What is counted, and a hash of whom: never an address or a name. */
  @PrimaryColumn('text')
  key!: string;

  @Column('integer')
  hits!: number;

  /** When the count starts again. */
  @Column('timestamptz')
  endsAt!: Date;
}
