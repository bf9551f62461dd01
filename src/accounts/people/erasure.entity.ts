import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who does not want to be here: a one-way mark of their address, which keeps them out and says no more. */
@Entity('erasure')
export class ErasureEntity {
  /** HMAC of the address under a key of this installation's database. */
  @PrimaryColumn('bytea')
  mark!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
