/** `useful` keeps a suggestion and marks it; `not-for-us` takes it out of the lists of whoever says so. */
export const verdicts = ['useful', 'not-for-us'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a suggestion is not for us. */
export const feedbackReasons = [
  'wrong-topic',
  'wrong-role',
  'wrong-size',
  'wrong-place',
  'wrong-partner',
  'too-early-or-late',
  'no-capacity',
  'known-and-declined',
  'other',
] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

/** What somebody said of one suggestion: an organisation for an opportunity, whichever list it stood in. */
export interface Feedback {
  readonly opportunityId: string;
  readonly organisationId: string;
  readonly verdict: Verdict;
  /** null where none was given */
  readonly reason: FeedbackReason | null;
  /** in the words of whoever said it, for their own side alone */
  readonly note: string | null;
}
