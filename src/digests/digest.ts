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

/** A need of a consortium that somebody was shown, in their language. */
export interface DigestNeed {
  readonly id: string;
  readonly text: string;
  /** who asks */
  readonly cluster: string;
  /** title of the call; null: an idea of their own */
  readonly call: string | null;
  /** calendar date; null: none */
  readonly deadline: string | null;
}

/** What waits for a reader beside calls. */
export interface Waiting {
  /** that their organisation has not answered */
  readonly requests: number;
  readonly needs: readonly DigestNeed[];
}

/** An item as it is found, before anybody looked what was sent before. */
export type FoundItem = Omit<DigestItem, 'changed' | 'closed'>;

/** What was in somebody's digests of the last four weeks. */
export type SentItems = ReadonlyMap<string, string>;

export interface DigestContent {
  readonly items: readonly DigestItem[];
  readonly saved: readonly SavedDeadline[];
  readonly waiting: Waiting;
}

/** More is not read. */
export const mostItems = 5;
export const memoryDays = 28;
/** Of these, so many may be needs: calls are what readers look for first. */
export const mostNeeds = 2;

/**
 * The best of what was found that was not in a digest of the last four weeks, or has changed since.
 *
 * @param sent id of the opportunity → the form in which it was sent last
 * @param most how many there is room for
 */
export function chooseItems(
  found: readonly FoundItem[],
  sent: SentItems,
  most: number = mostItems,
): DigestItem[] {
  return found
    .map((item) => ({ ...item, changed: sent.has(item.opportunity) }))
    .filter(({ opportunity, form }) => sent.get(opportunity) !== form)
    .slice(0, most);
}

/** Something to say: an item of either kind. Requests had mails of their own, so they are no reason for another. */
export const isWorthAMail = ({ items, waiting }: Pick<DigestContent, 'items' | 'waiting'>): boolean =>
  items.length + waiting.needs.length > 0;

/** Of a whole week; those who want to hear at once have the hour in its name: `2026-W48-2T14`. */
export const isWeekly = (week: string): boolean => !week.includes('T');

/** How often somebody wants to hear. */
export const frequencies = ['weekly', 'at-once', 'monthly', 'never'] as const;
export type Frequency = (typeof frequencies)[number];
