import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The registry of legal entities: keys only. What is said about one stands in `organisation_record`, a row per
 * source. Listed = present in open data, so its identity is public.
 */
@Entity('organisation')
@Index('organisation_vat_number', ['vatNumber'])
@Index('organisation_invented', { synchronize: false })
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Participant Identification Code, nine digits; null where not known. */
  @Column('text', { nullable: true, unique: true })
  pic!: string | null;

  /** With its country prefix, `IT01234567890`; not unique: legal entities of one group may share it. */
  @Column('text', { nullable: true })
  vatNumber!: string | null;

  @Column('boolean', { default: false })
  listed!: boolean;

  /** Made up for the demonstration; marked wherever it is shown. */
  @Column('boolean', { default: false })
  invented!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
