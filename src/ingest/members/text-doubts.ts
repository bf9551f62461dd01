import type { Remark } from './values/reading.js';

/** At most so much of a text is looked at: what people write by hand is shorter. */
const lookedAt = 10_000;

const periods = /\b((?:19|20)\d{2})\s{0,2}[-–—/]\s{0,2}((?:19|20)\d{2})\b/g;
const longestPeriod = 14;

const announced =
  /\b(\d{1,2})\s(?:[\p{L}]{1,20}\s)?(countries|regions|partners|members|sites|paesi|nazioni|regioni|partner|soci|sedi|stabilimenti)\b[^.:;()\n]{0,40}[:(]\s?([^.;()\n]{3,600})/giu;

/**
 * What an editor should look at in a text of somebody else; nothing is put right. A period that ends before it starts
 * or is oddly long, a count that its list does not bear out, a list that is announced and missing.
 */
export function textDoubts(text: string): Remark[] {
  const looked = text.slice(0, lookedAt);
  return [...periodDoubts(looked), ...countDoubts(looked), ...missingLists(looked)];
}

function periodDoubts(text: string): Remark[] {
  return [...text.matchAll(periods)].flatMap(([period, from, to]): Remark[] => {
    const years = Number(to) - Number(from);
    if (years < 0) {
      return [
        { problem: 'period-backwards', message: `the period ${period} ends before it starts: check it` },
      ];
    }
    if (years <= longestPeriod) return [];
    return [{ problem: 'period-long', message: `the period ${period} spans ${years} years: check it` }];
  });
}

function countDoubts(text: string): Remark[] {
  return [...text.matchAll(announced)].flatMap(([, count, what, list]): Remark[] => {
    const listed = (list ?? '').split(/,|\s+(?:and|e|ed)\s+/).filter((part) => part.trim() !== '').length;
    const hasMore = /\b(etc|ecc|among|including|tra cui|fra cui|such as|e\.g)\b/i.test(list ?? '');
    if (listed < 2 || listed === Number(count) || hasMore) return [];
    const message = `it says ${count} ${what} and lists ${listed}: check it`;
    return [{ problem: 'count-differs', message }];
  });
}

function missingLists(text: string): Remark[] {
  return /:\s*$/.test(text)
    ? [{ problem: 'list-missing', message: 'it ends by announcing a list that does not follow: incomplete?' }]
    : [];
}
