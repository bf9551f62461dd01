/** One call as a digest shows it, in its reader's language, frozen when it was chosen. */
export interface DigestItem {
  /** id of the opportunity */
  readonly opportunity: string;
  readonly identifier: string;
  readonly title: string;
  /** its official page */
  readonly url: string | null;
  /** what tells its present form from an earlier one: status and deadlines */
  readonly form: string;
  /** identifier, type of action, programme part */
  readonly what: string;
  readonly callQuote: string;
  readonly recordQuote: string;
  /** what one could be in it, by when, what it brings, who can introduce: label and value */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** it was in a digest of the last four weeks, and has changed since */
  readonly changed: boolean;
  /** it had closed when the digest was sent, and was left out */
  readonly closed?: true;
}

/** Something saved whose deadline is near. */
export interface SavedDeadline {
  readonly opportunity: string;
  readonly title: string;
  readonly day: string;
  readonly daysLeft: number;
}

/** An item as it is found, before anybody looked what was sent before. */
export type FoundItem = Omit<DigestItem, 'changed' | 'closed'>;

/** What was in somebody's digests of the last four weeks. */
export type SentItems = ReadonlyMap<string, string>;

export interface DigestContent {
  readonly items: readonly DigestItem[];
  readonly saved: readonly SavedDeadline[];
}

/** More is not read. */
export const mostItems = 5;
export const memoryDays = 28;

/**
 * The best of what was found that was not in a digest of the last four weeks, or has changed since.
 *
 * @param sent id of the opportunity → the form in which it was sent last
 */
export function chooseItems(found: readonly FoundItem[], sent: SentItems): DigestItem[] {
  return found
    .map((item) => ({ ...item, changed: sent.has(item.opportunity) }))
    .filter(({ opportunity, form }) => sent.get(opportunity) !== form)
    .slice(0, mostItems);
}

/** Of a whole week; those who want to hear at once have the hour in its name: `2026-W48-2T14`. */
export const isWeekly = (week: string): boolean => !week.includes('T');

/** How often somebody wants to hear. */
export const frequencies = ['weekly', 'at-once', 'monthly', 'never'] as const;
export type Frequency = (typeof frequencies)[number];
