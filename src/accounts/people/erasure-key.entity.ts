import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one key under which erased addresses are marked; made with the table. */
@Entity('erasure_key')
export class ErasureKeyEntity {
  @PrimaryColumn('integer')
  id!: number;

  @Column('bytea')
  key!: Buffer;
}
