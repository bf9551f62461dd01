import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one key that signs the links in digests; made with the table. */
@Entity('digest_key')
export class DigestKeyEntity {
  @PrimaryColumn('integer')
  id!: number;

  @Column('bytea')
  key!: Buffer;
}
