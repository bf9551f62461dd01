import { Column } from 'typeorm';

/** What every stored list holds beside what it is for and what it ranked: arrays of equal length, best first. */
export abstract class PackedListEntity {
  @Column('real', { array: true })
  scores!: number[];

  @Column('real', { array: true })
  fits!: number[];

  @Column('real', { array: true })
  trackRecords!: number[];

  /** How many scored at all. */
  @Column('integer', { default: 0 })
  total!: number;
}
