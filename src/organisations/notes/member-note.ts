/** What an officer may arrange for a member next. */
export const nextSteps = [
  'digital-innovation-hub',
  'een-adviser',
  'national-contact-point',
  'meeting',
  'interview',
  'introduction',
  'funding-advice',
  'other',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** A note of staff about one member; with a step it is something to do. */
export interface MemberNote {
  readonly id: string;
  readonly organisationId: string;
  readonly step: NextStep | null;
  readonly text: string;
  /** calendar date */
  readonly dueOn: string | null;
  /** ISO instants */
  readonly doneAt: string | null;
  readonly writtenAt: string;
}
