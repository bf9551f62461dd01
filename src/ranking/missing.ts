import type { MissingItem } from './explanation.js';
import type { PreparedCall } from './query/prepared-call.js';
import { rolePlace } from './query/call-terms.js';
import type { QueryTerm } from './query/query-terms.js';
import type { CallSectionKind, OpportunityText } from './opportunity-text.js';

const mostMissing = 8;

/** Parts of a call that say what must come of it; where it has none of these, all of it is asked. */
const asking: readonly CallSectionKind[] = ['outcome', 'need'];

/**
 * What the call asks with weight and no evidence of the organisation shows, the weightiest first.
 *
 * @param shownPlaces by place in the call's terms, 1 where some evidence shows it
 * A pair of words is missing only if a word of it is; it then stands for both words.
 */
export function missingItems(call: PreparedCall, shownPlaces: Uint8Array): MissingItem[] {
  const { terms } = call;
  const shown = new Set(terms.flatMap((_, at) => (shownPlaces[at] === 1 ? [notionKey(terms, at)] : [])));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const asks = askingPlaces(call.text);
  const result: MissingItem[] = [];
  const named = new Set<string>();
  for (const term of terms) {
    if (result.length === mostMissing) break;
    const section = term.sections.find((place) => asks.has(place));
    if (section === undefined || term.bridge !== null) continue;
    const words = term.kind === 'text' ? term.key.split(' ') : [term.key];
    if (
      shown.has(term.key) ||
      words.every((word) => shown.has(word)) ||
      words.some((word) => named.has(word))
    )
      continue;
    for (const word of words) named.add(word);
    result.push({
      label: term.label,
      kind: term.kind === 'text' ? 'term' : 'concept',
      section,
      weight: term.weight / total,
    });
  }
  return result;
}

/** The call's own term behind a term: itself, or what it translates. */
const notionKey = (terms: readonly QueryTerm[], at: number): string =>
  terms[terms[at]?.notion ?? at]?.key ?? terms[at]?.key ?? '';

function askingPlaces(call: OpportunityText): Set<number> {
  const places = call.sections.flatMap(({ kind }, place) => (asking.includes(kind) ? [place] : []));
  if (places.length > 0) return new Set([...places, rolePlace]);
  return new Set([-1, -2, rolePlace, ...call.sections.keys()]);
}
