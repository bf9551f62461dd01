import type { IntroductionState } from './state/introduction-state.js';

export type Side = 'sender' | 'recipient';

export const purposes = ['partner', 'join', 'introduce'] as const;
/** `partner`: be our partner; `join`: let us join you; `introduce`: introduce us to somebody you worked with. */
export type Purpose = (typeof purposes)[number];

export type Channel = 'member' | 'outside' | 'guest';

export const letterParts = ['bring', 'role', 'evidence', 'effort', 'availability', 'questions'] as const;
/** What a short expression of interest says, in this order. */
export type LetterPartKey = (typeof letterParts)[number];

/** One sentence or more of a request. */
export interface LetterPart {
  readonly key: LetterPartKey;
  readonly text: string;
  /** where it was taken from, `evidence:<id>`, `project:<id>`, `call:<id>`; null: a person wrote or changed it */
  readonly source: string | null;
}

/** A request without its words. */
export interface Introduction {
  readonly id: string;
  readonly clusters: readonly string[];
  readonly senderClusters: readonly string[];
  readonly recipientClusters: readonly string[];
  readonly senderOrganisationId: string | null;
  readonly recipientOrganisationId: string | null;
  readonly recipientName: string | null;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly aboutOrganisationId: string | null;
  readonly masked: boolean;
  readonly showsSender: boolean;
  readonly opportunityId: string | null;
  readonly seatId: string | null;
  readonly subject: string;
  readonly role: string;
  readonly replacement: boolean;
  readonly language: 'en' | 'it';
  readonly needKey: string;
  readonly fingerprint: Buffer | null;
  readonly state: IntroductionState;
  readonly version: number;
  readonly reserve: boolean;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly queuedFor: Date | null;
  readonly releasedBy: string | null;
  readonly sentAt: Date | null;
  readonly readAt: Date | null;
  readonly answeredAt: Date | null;
  readonly remindAt: Date | null;
  readonly escalateAt: Date | null;
  readonly expireAt: Date | null;
  readonly nudgeAt: Date | null;
  readonly calledBy: string | null;
  readonly reason: string | null;
}

/** The words of a request. */
export interface Words {
  readonly parts: readonly LetterPart[];
  readonly shownParts: readonly LetterPart[] | null;
  readonly allowed: readonly string[];
}

/** One message, as it was written and as the other side may read it before both agreed. */
export interface Message {
  readonly id: string;
  readonly at: Date;
  readonly side: Side;
  readonly author: string | null;
  readonly text: string;
  readonly shownText: string;
}

export interface Slot {
  readonly id: string;
  readonly side: Side;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly chosenAt: Date | null;
}

/** Who accepted knows who asked, and the reverse. */
export const isRevealed = ({ masked, state }: Pick<Introduction, 'masked' | 'state'>): boolean =>
  !masked || state === 'accepted';

/** Whether one side is told who the other is: the recipient of a sender that shows itself is, and no more. */
export function seesOther(introduction: Introduction, viewer: Side): boolean {
  return isRevealed(introduction) || (viewer === 'recipient' && introduction.showsSender);
}

/** Its seat was filled by somebody else: whoever was asked may wish to be asked again (check B-23). */
export const mayBeKept = ({ state, reason, sentAt }: Introduction): boolean =>
  state === 'withdrawn' && reason === seatFilled && sentAt !== null;

/** Why a request ends when somebody else has the seat. */
export const seatFilled = 'seat-filled';

/** At most so many to one organisation in a week, from all clusters together (check A-34). */
export const weeklyRequests = 3;
/** The same need at once to at most so many (check A-35). */
export const askedAtOnce = 5;
/** The same words to at most so many in a week. */
export const sameWords = 5;
/** Days of silence after which both sides are nudged, once (check A-40). */
export const silentDays = 14;
