/** A need that nobody answers yet. */
export interface OpenNeed {
  readonly board: string;
  readonly text: string;
}

/** A call that closes soon and that few of the members answer. */
export interface ThinCall {
  readonly title: string;
  readonly identifier: string;
  readonly daysLeft: number;
  readonly members: number;
}

/** What the staff of one cluster is told of a week, or of a day. */
export interface StaffFigures {
  readonly digests: {
    readonly sent: number;
    readonly readers: number;
    readonly replied: number;
    /** not sent, or nobody knows */
    readonly lost: number;
  };
  readonly needs: readonly OpenNeed[];
  readonly thin: readonly ThinCall[];
  /** whose confirmation is older than a year */
  readonly dormant: readonly string[];
  readonly imports: readonly { readonly source: string; readonly refused: number }[];
}

export type Cadence = 'weekly' | 'daily';

/** Whether there is anything to say: of a day, only what has gone wrong since the last. */
export function isWorthTelling(
  { digests, needs, thin, dormant, imports }: StaffFigures,
  cadence: Cadence,
): boolean {
  if (digests.lost > 0 || imports.length > 0) return true;
  return cadence === 'weekly' && (digests.sent > 0 || needs.length + thin.length + dormant.length > 0);
}

/** One line of the monthly report: which figure, and how much; `definition` and label are words. */
export const managementFigures = [
  'members',
  'confirmed',
  'dormant',
  'readers',
  'digests',
  'useful',
  'notForUs',
  'calls',
  'strong',
  'thin',
  'boards',
  'agreed',
] as const;
export type ManagementFigure = (typeof managementFigures)[number];

/** Counts of people or of what they did: one under five could point at somebody. */
const aboutPeople: ReadonlySet<ManagementFigure> = new Set(['readers', 'digests', 'useful', 'notForUs']);

/** Fewer than this are not told where people are counted. */
export const fewest = 5;

/** A figure as it may be told; null: fewer than five, which could point at somebody. */
export const toldFigure = (figure: ManagementFigure, value: number): number | null =>
  aboutPeople.has(figure) && value > 0 && value < fewest ? null : value;

export type ManagementFigures = Readonly<Record<ManagementFigure, number | null>>;

/**
 * What others publish a figure for, or what nobody we read measures: ours is printed beside it (C-15). The figures of others
 * stand with the words of the page and of the mail, each with its source.
 */
export const baselineMeasures = [
  'requestsPerNeed',
  'approvedNeeds',
  'digestAnswered',
  'accepted',
  'answeredInWeek',
  'interviewed',
  'newcomers',
] as const;
export type BaselineMeasure = (typeof baselineMeasures)[number];

/** Parts of one, not counts. */
export const baselineShares: ReadonlySet<BaselineMeasure> = new Set([
  'digestAnswered',
  'accepted',
  'answeredInWeek',
  'newcomers',
]);

/** null: a share of fewer than five, which says nothing; or of people, of whom one to four could be pointed at */
export type Baselines = Readonly<Record<BaselineMeasure, number | null>>;

/** So much for each of a whole that is large enough to say something. */
export const toldShare = (part: number, whole: number): number | null =>
  whole < fewest ? null : part / whole;

/** The same of people: a part of one to four of them is not told either. */
export const toldShareOfPeople = (part: number, whole: number): number | null =>
  part > 0 && part < fewest ? null : toldShare(part, whole);
