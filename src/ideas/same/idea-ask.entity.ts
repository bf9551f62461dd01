import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { AskState } from './same-idea.js';

/** The author of an idea was asked whether to go on together; each cluster asks about an idea once. */
@Entity('idea_ask')
@Index('idea_ask_once', ['clusterId', 'ideaId'], { unique: true })
@Index('idea_ask_of_idea', ['ideaId'])
@Check('idea_ask_state', `state in ('asked', 'agreed', 'refused')`)
@Check('idea_ask_answered', `(state = 'asked') = (answered_at is null)`)
export class IdeaAskEntity {
  @ForeignKey('SameIdeaEntity', { name: 'idea_ask_of_group', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_ask_pk' })
  sameIdeaId!: string;

  @ForeignKey('KeptIdeaEntity', { name: 'idea_ask_about', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_ask_pk' })
  ideaId!: string;

  /** whose officers asked */
  @ForeignKey('ClusterEntity', { name: 'idea_ask_of_cluster', onDelete: 'CASCADE' })
  @Column('uuid')
  clusterId!: string;

  /** what others say too, in the words of this idea */
  @Column('text', { array: true })
  shared!: string[];

  @Column('text')
  state!: AskState;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
