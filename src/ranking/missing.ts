import type { Corpus } from './corpus.js';
import type { MissingItem } from './explanation.js';
import type { ScoredItem } from './items.js';
import type { CallSectionKind, OpportunityText } from './opportunity-text.js';
import { keywordsPlace, rolePlace, titlePlace } from './query/call-terms.js';
import type { PreparedCall } from './query/prepared-call.js';
import { showsTerm } from './signals/text.js';

const mostMissing = 8;

/** Only the heaviest of what is asked: that a word in passing is not shown is no gap. */
const mostAsked = 60;

/** Parts of a call that say what must come of it; where it has none of these, all of it is asked. */
const asking: readonly CallSectionKind[] = ['outcome', 'need'];

/**
 * What the call asks with weight and no evidence of the organisation shows, in either language, the weightiest first.
 *
 * A pair of words is missing only if a word of it is; it then stands for both words.
 */
export function missingItems(
  corpus: Corpus,
  call: PreparedCall,
  items: readonly ScoredItem[],
): MissingItem[] {
  const { terms, places } = askedOf(call);
  const { marks } = corpus.workspace;
  for (const { document } of items) marks[document] = 1;
  const known = new Map<string, boolean>();
  const named = new Set<string>();
  const result: MissingItem[] = [];
  for (const { item, key, words } of terms) {
    if (result.length === mostMissing) break;
    if (words.some((word) => named.has(word)) || shown(key) || words.every(shown)) continue;
    for (const word of words) named.add(word);
    result.push(item);
  }
  for (const { document } of items) marks[document] = 0;
  return result;

  function shown(key: string): boolean {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = (places.get(key) ?? []).some((place) => showsTerm(corpus, call, place, marks));
    known.set(key, found);
    return found;
  }
}

/** What a call asks, whoever is compared with it. */
interface Asked {
  /** the heaviest first */
  readonly terms: readonly {
    readonly item: MissingItem;
    readonly key: string;
    readonly words: readonly string[];
  }[];
  /** the call's own terms by key → their places and those of their translations */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const asked = new WeakMap<PreparedCall, Asked>();

/** Kept with the call: a list of twenty asks twenty times. */
function askedOf(call: PreparedCall): Asked {
  const known = asked.get(call);
  if (known !== undefined) return known;
  const made = { terms: askedTerms(call), places: placesByNotion(call) };
  asked.set(call, made);
  return made;
}

function askedTerms(call: PreparedCall): Asked['terms'] {
  const total = call.own.reduce((sum, place) => sum + call.weights[place]!, 0);
  const places = askingPlaces(call.text);
  return call.own
    .flatMap((place) => {
      const { key, kind, label, sections, weight } = call.terms[place]!;
      const section = sections.find((part) => places.has(part));
      if (section === undefined) return [];
      const item = {
        label,
        kind: kind === 'text' ? 'term' : 'concept',
        section,
        weight: weight / total,
      } as const;
      return [{ item, key, words: kind === 'text' ? key.split(' ') : [key] }];
    })
    .slice(0, mostAsked);
}

function placesByNotion({ terms }: PreparedCall): Map<string, number[]> {
  const places = new Map<string, number[]>();
  terms.forEach(({ notion }, place) => {
    const { key } = terms[notion]!;
    places.set(key, [...(places.get(key) ?? []), place]);
  });
  return places;
}

function askingPlaces(call: OpportunityText): Set<number> {
  const places = call.sections.flatMap(({ kind }, place) => (asking.includes(kind) ? [place] : []));
  if (places.length > 0) return new Set([...places, rolePlace]);
  return new Set([titlePlace, keywordsPlace, rolePlace, ...call.sections.keys()]);
}
