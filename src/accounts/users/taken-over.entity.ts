import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row from the day on which the first real account was made: the service is never again open to whoever asks. */
@Entity('taken_over')
@Check('taken_over_once', 'id = 1')
export class TakenOverEntity {
  @PrimaryColumn('smallint')
  id!: number;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
