import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { DigestItem, SavedDeadline, Waiting } from './digest.js';

/** What one person is told for one week; there is one at most. */
@Entity('digest')
@Index('digest_of_user_and_week', ['userId', 'week'], { unique: true })
@Index('digest_planned', { synchronize: false })
@Check('digest_state', `state in ('planned', 'chosen', 'silent', 'note')`)
export class DigestEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UserAccountEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  /** Those the organisation belongs to; the first lends its name. */
  @Column('uuid', { array: true })
  clusters!: string[];

  /**
   * `2026-W48`, by the calendar of ISO 8601 in the reader's time zone; of those who want to hear at once, with day and
   * hour: `2026-W48-2T14`.
   */
  @Column('text')
  week!: string;

  @Column('text')
  language!: 'en' | 'it';

  /** `silent`: nothing was worth a mail; `note`: nothing was for four weeks, and that is said. */
  @Column('text', { default: 'planned' })
  state!: 'planned' | 'chosen' | 'silent' | 'note';

  @Column('jsonb', { default: () => "'[]'" })
  items!: DigestItem[];

  @Column('jsonb', { default: () => "'[]'" })
  saved!: SavedDeadline[];

  @Column('jsonb', { default: () => `'{"needs": [], "requests": 0}'` })
  waiting!: Waiting;

  /** When it is to go. */
  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  chosenAt!: Date | null;
}
