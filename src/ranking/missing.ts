import type { Corpus } from './corpus.js';
import type { MissingItem } from './explanation.js';
import type { ScoredItem } from './items.js';
import type { TermStatistics } from './index/term-statistics.js';
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
 * A pair of words is missing only if a word of it is; it then stands for both words. A word alone rarely says what is
 * missing (`tank`), so it is named by the weightiest phrase of the call that holds it (`hydrogen tank`), and left out
 * where there is none, unless it is telling. What calls say whatever they are about is never missing.
 */
export function missingItems(
  corpus: Corpus,
  call: PreparedCall,
  items: readonly ScoredItem[],
): MissingItem[] {
  return reading(corpus, call, items, ({ terms }, shows) => {
    const named = new Set<string>();
    const result: MissingItem[] = [];
    for (const { key, words, as } of terms) {
      if (result.length === mostMissing) break;
      if (words.some((word) => named.has(word)) || shows({ key, words })) continue;
      for (const word of as?.words ?? words) named.add(word);
      if (as !== null) result.push(as.item);
    }
    return result;
  });
}

/** Of what one organisation is missing, what the evidence of another one shows; in the same order. */
export function shownOf(
  corpus: Corpus,
  call: PreparedCall,
  items: readonly ScoredItem[],
  missing: readonly MissingItem[],
): MissingItem[] {
  return reading(corpus, call, items, ({ terms }, shows) =>
    missing.filter((item) => terms.some(({ as }) => as?.item.label === item.label && shows(as))),
  );
}

type Shows = (term: Pick<SpokenTerm, 'key' | 'words'>) => boolean;

/** Works with the words that these items show, in either language; a pair is shown where each of its words is. */
function reading<T>(
  corpus: Corpus,
  call: PreparedCall,
  items: readonly ScoredItem[],
  work: (asked: Asked, shows: Shows) => T,
): T {
  const asked = askedOf(corpus, call);
  const { marks } = corpus.workspace;
  for (const { document } of items) marks[document] = 1;
  const known = new Map<string, boolean>();
  const shown = (key: string): boolean => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = (asked.places.get(key) ?? []).some((place) => showsTerm(corpus, call, place, marks));
    known.set(key, found);
    return found;
  };
  try {
    return work(asked, ({ key, words }) => shown(key) || words.every(shown));
  } finally {
    for (const { document } of items) marks[document] = 0;
  }
}

const rare = 0.02;

/** A long word is a compound or a term of the trade, capitals are a short form, and what few projects say is telling. */
function saysEnough({ item, key, words }: SpokenTerm, statistics: TermStatistics | undefined): boolean {
  if (words.length > 1 || item.kind === 'concept') return true;
  if (item.label.length >= 10 || /\p{Lu}.*\p{Lu}/u.test(item.label)) return true;
  return (statistics?.documentFrequency(key) ?? 0) <= Math.max(2, rare * (statistics?.documentCount ?? 0));
}

/** Two words next to each other, or joined by `of`: across other small words they are no phrase. */
const isPhrase = ({ item, words }: SpokenTerm): boolean =>
  words.length < 2 || /^\S+[\s-](?:(?:of|di|del|della|dei|delle)\s)?\S+$/iu.test(item.label);

/** Words of running speech, which say nothing about a subject in whatever phrase they stand. */
const speech = new Set(
  `includ start readi kind longer instead noth work call pick sever follow new high low better need abl way thing whose
  come goe take make bring keep remain known larg small main differ place part number year day today
  toward open close first last next full`.split(/\s+/),
);

interface SpokenTerm {
  readonly item: MissingItem;
  readonly key: string;
  /** its words; a concept is one */
  readonly words: readonly string[];
}

interface AskedTerm extends SpokenTerm {
  /** what it is called where it is missing; null: it says too little to be listed */
  readonly as: SpokenTerm | null;
}

/** What a call asks, whoever is compared with it. */
interface Asked {
  /** the heaviest first */
  readonly terms: readonly AskedTerm[];
  /** the call's own terms by key → their places and those of their translations */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const asked = new WeakMap<PreparedCall, Asked>();

/** Kept with the call: a list of twenty asks twenty times. */
function askedOf(corpus: Corpus, call: PreparedCall): Asked {
  const known = asked.get(call);
  if (known !== undefined) return known;
  const spoken = spokenTerms(corpus, call);
  const phrases = phrasesByWord(spoken);
  const statistics = corpus.segments[0]?.statistics;
  const called = (term: SpokenTerm): AskedTerm['as'] => {
    const phrase = term.words.length === 1 ? phrases.get(term.key) : undefined;
    if (phrase === undefined) return saysEnough(term, statistics) ? term : null;
    return { ...phrase, item: { ...phrase.item, weight: Math.max(term.item.weight, phrase.item.weight) } };
  };
  const terms = spoken.slice(0, mostAsked).map((term) => ({ ...term, as: called(term) }));
  const made = { terms, places: placesByNotion(call) };
  asked.set(call, made);
  return made;
}

/** Words that at least every sixth call uses say nothing about what is missing. */
const leastTelling = 0.77;

function spokenTerms({ boilerplate }: Corpus, call: PreparedCall): SpokenTerm[] {
  const total = call.own.reduce((sum, place) => sum + call.weights[place]!, 0);
  const places = askingPlaces(call.text);
  return call.own.flatMap((place) => {
    const { key, kind, label, sections, weight } = call.terms[place]!;
    const section = sections.find((part) => places.has(part));
    const words = kind === 'text' ? key.split(' ') : [key];
    if (section === undefined) return [];
    if (words.some((word) => speech.has(word) || (boilerplate?.factors[word] ?? 1) < leastTelling)) return [];
    const item = {
      label: label.replace(/\s+/g, ' '),
      kind: kind === 'text' ? 'term' : 'concept',
      section,
      weight: weight / total,
    } as const;
    const term = { item, key, words };
    return isPhrase(term) ? [term] : [];
  });
}

/** Word → the weightiest pair of words that holds it. */
function phrasesByWord(terms: readonly SpokenTerm[]): Map<string, SpokenTerm> {
  const phrases = new Map<string, SpokenTerm>();
  for (const term of terms) {
    if (term.words.length < 2) continue;
    for (const word of term.words) if (!phrases.has(word)) phrases.set(word, term);
  }
  return phrases;
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
