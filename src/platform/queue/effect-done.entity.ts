import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An effect that has happened, by its key; written in the transaction of the effect. */
@Entity('effect_done')
export class EffectDoneEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'effect_done_pkey' })
  key!: string;

  @Column('timestamptz', { default: () => 'now()' })
  doneAt!: Date;
}
