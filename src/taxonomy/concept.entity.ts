import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A EuroSciVoc class, learned from the CORDIS import. */
@Entity('concept')
export class ConceptEntity {
  /** Path of notations, `/25/75/469`; numbers up to 90,000,000 occur, so it is text. */
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  label!: string;

  /** The path in words; null where only the code was seen. */
  @Column('text', { nullable: true })
  path!: string | null;
}
