import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { LetterPart } from './introduction.js';

/** What a request says: its sender's words, apart from the request, so that they can go while the answer stays. */
@Entity('introduction_words')
export class IntroductionWordsEntity {
  @ForeignKey('IntroductionEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  introductionId!: string;

  @Column('jsonb')
  parts!: LetterPart[];

  /** as they may be read before both agreed; null: not sent yet */
  @Column('jsonb', { nullable: true })
  shownParts!: LetterPart[] | null;

  /** what a person looked at and lets stand */
  @Column('text', { array: true, default: () => "'{}'" })
  allowed!: string[];
}

/** One change of a request: who, when, what, from which state to which (check T-01). Rows are only added. */
@Entity('introduction_change')
@Index('introduction_change_of', ['introductionId', 'at'])
export class IntroductionChangeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('IntroductionEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  introductionId!: string;

  @Column('timestamptz')
  at!: Date;

  /** id of the user; `clock`, `link` */
  @Column('text')
  actor!: string;

  /** `moved`, `queued`, `reminded`, `called`, `released`, `handed-over`, `nudged`, `reserved` */
  @Column('text')
  deed!: string;

  @Column('text', { nullable: true })
  stateFrom!: string | null;

  @Column('text', { nullable: true })
  stateTo!: string | null;
}

/** What one side wrote to the other. */
@Entity('introduction_message')
@Index('introduction_message_of', ['introductionId', 'at'])
export class IntroductionMessageEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('IntroductionEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  introductionId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  side!: 'sender' | 'recipient';

  /** id of the user; null: by a link, or somebody who is gone */
  @Column('uuid', { nullable: true })
  author!: string | null;

  @Column('text')
  text!: string;

  /** as it may be read before both agreed */
  @Column('text')
  shownText!: string;
}

/** A time at which one side could talk. */
@Entity('introduction_slot')
@Index('introduction_slot_of', ['introductionId', 'startsAt'], { unique: true })
export class IntroductionSlotEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('IntroductionEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  introductionId!: string;

  @Column('text')
  side!: 'sender' | 'recipient';

  @Column('timestamptz')
  startsAt!: Date;

  @Column('int')
  minutes!: number;

  /** when the other side chose it */
  @Column('timestamptz', { nullable: true })
  chosenAt!: Date | null;
}

/** A link in a mail about one request: it reads, asks and declines; a guest's accepts too. */
@Entity('introduction_link')
@Index('introduction_link_of', ['introductionId'])
export class IntroductionLinkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('IntroductionEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  introductionId!: string;

  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  @Column('timestamptz')
  endsAt!: Date;
}

/** A guest: an address that an officer typed, for this one request. */
@Entity('introduction_guest')
export class IntroductionGuestEntity {
  @ForeignKey('IntroductionEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  introductionId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;
}

/** Days on which an organisation is closed: clocks stand still. */
@Entity('organisation_closing')
@Index('organisation_closing_of', ['organisationId', 'fromDay'])
export class OrganisationClosingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('OrganisationEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId!: string;

  @Column('date')
  fromDay!: string;

  @Column('date')
  untilDay!: string;
}
