import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Budget, Deadline, OpportunityRecord, TextSection } from './opportunity.js';

/** The merged view of all sources; what each of them says stands in `opportunity_record`. */
@Entity('opportunity')
@Index('opportunity_by_words', { synchronize: false })
@Index('opportunity_identifier', ['identifierKey'], { unique: true })
export class OpportunityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  /** As the best source writes it. */
  @Column('text')
  identifier!: string;

  /** The identifier in lower case: sources differ in letter case. */
  @Column('text')
  identifierKey!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  programme!: string | null;

  @Column('text', { nullable: true })
  part!: string | null;

  @Column('text', { nullable: true })
  callIdentifier!: string | null;

  @Column('text', { nullable: true })
  callTitle!: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  actionTypes!: string[];

  @Column('text', { nullable: true })
  statedStatus!: string | null;

  @Column('date', { nullable: true })
  opensOn!: string | null;

  @Column('jsonb', { default: () => "'[]'" })
  deadlines!: Deadline[];

  /** The last of the deadlines, for filters; null where there is none. */
  @Column('timestamptz', { nullable: true })
  lastDeadline!: Date | null;

  @Column('jsonb', { nullable: true })
  budget!: Budget | null;

  @Column('smallint', { nullable: true })
  trlFrom!: number | null;

  @Column('smallint', { nullable: true })
  trlTo!: number | null;

  @Column('text', { array: true, default: () => "'{}'" })
  keywords!: string[];

  @Column('jsonb', { default: () => "'[]'" })
  sections!: TextSection[];

  @Column('jsonb', { default: () => "'{}'" })
  flags!: OpportunityRecord['flags'];

  @Column('text', { nullable: true })
  url!: string | null;

  /** Which source gave what: field → source. */
  @Column('jsonb', { default: () => "'{}'" })
  provenance!: Record<string, string>;

  @Column('boolean', { default: false })
  invented!: boolean;

  @Column('timestamptz')
  observedAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;

  /** What it is found by: words of both languages; kept up by the database. */
  @Column('tsvector', { nullable: true, select: false })
  words!: string | null;
}
