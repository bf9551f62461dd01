import { worthwhile } from '../worthwhile.js';
import { isQuoted, type CallSuggestion } from '../quoted-reasons.js';
import { callsOnPage } from './brief-page.js';

/**
 * The best that can be quoted from both sides, few of which are only possible; of sister topics with one title only the
 * better.
 */
export function callsToShow(
  suggestions: readonly CallSuggestion[],
  most: number = callsOnPage,
): CallSuggestion[] {
  const titles = new Set<string>();
  const shown = suggestions.filter(({ opportunity, reasons }) => {
    const title = opportunity.title.toLowerCase();
    if (titles.has(title) || !reasons.some(isQuoted)) return false;
    titles.add(title);
    return true;
  });
  return worthwhile(shown).slice(0, most);
}
