import type { ProjectRole } from '../evidence.js';
import type { CompetenceDetails } from '../claim/profile-line.js';

/** What an interview asks, in this order. A member's page may leave out what does not fit it. */
export const interviewSteps = [
  'offer',
  'equipment',
  'test-site',
  'data',
  'end-user-site',
  'need',
  'roles',
  'exclusions',
  'review',
] as const;
export type InterviewStep = (typeof interviewSteps)[number];

/** A competence line of an interview; `open` until the member, or anybody of it, has said whether it is right. */
export interface InterviewLine extends CompetenceDetails {
  readonly id: string;
  readonly statement: string;
  /** the day of the talk */
  readonly date: string;
  readonly verdict: 'open' | 'right' | 'refused';
}

/** Who would be written to. */
export type InterviewReader = 'account' | 'contact' | 'nobody';

/** What an officer finds of a member's interview. */
export interface Interview {
  readonly organisation: { readonly id: string; readonly name: string };
  /** null: none is under way, and the first answer begins one */
  readonly startedAt: Date | null;
  readonly step: InterviewStep;
  readonly lines: readonly InterviewLine[];
  readonly roles: readonly ProjectRole[];
  readonly exclusions: readonly { readonly organisation: string; readonly name: string }[];
  readonly reader: InterviewReader;
  /** the last one that the member was asked about */
  readonly last: {
    readonly toldAt: Date;
    readonly answeredAt: Date | null;
    readonly open: number;
    readonly right: number;
    readonly refused: number;
  } | null;
}

/** Most lines that one interview keeps. */
export const mostLines = 40;
/** Most organisations that one interview may name. */
export const mostNamed = 20;
/** How long the link in the mail works, in days. */
export const linkDays = 30;
