import type { Corpus } from '../corpus.js';
import { dayOf } from '../index/calendar.js';
import type { Day } from '../index/calendar.js';
import { historyOf } from '../learned/history.js';
import type { History } from '../learned/history.js';

/** What is known of an organisation's past: several projects, one, or nothing but what it says of itself. */
export const backgrounds = ['known', 'newcomer', 'profile'] as const;
export type Background = (typeof backgrounds)[number];

/** By projects before the day; one of a single beneficiary counts too. */
export const backgroundOf = (projects: number): Background =>
  projects > 1 ? 'known' : projects === 1 ? 'newcomer' : 'profile';

/** @param asOf calendar date; an organisation that no segment knows has nothing but itself */
export function backgroundOn(corpus: Corpus, asOf: string, organisation: string): Background {
  const ordinal = corpus.organisationOrdinal(organisation);
  return backgroundOf(ordinal === undefined ? 0 : historyOn(corpus, dayOf(asOf)).projects[ordinal]!);
}

/** Past work of every organisation on a day; made once for it. */
export function historyOn(corpus: Corpus, asOf: Day): History {
  const dated = corpus.on(asOf);
  dated.history ??= historyOf(corpus, dated.admitted, asOf);
  return dated.history;
}
