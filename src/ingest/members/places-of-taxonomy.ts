import { foldName, resolveCountry, type Taxonomy } from '../../taxonomy/reference/index.js';
import type { Places } from './places.js';

/** The places of the taxonomy, as the reader of member files asks for them. */
export function placesOf(taxonomy: Taxonomy): Places {
  const ecosystems = new Map(
    taxonomy.ecosystems.terms.flatMap(({ code, label, aliases }) =>
      [code, label.en, label.it, ...aliases].map((name) => [wordsOf(name), label.en] as const),
    ),
  );
  return {
    country: resolveCountry,
    nutsCode: (text) => (taxonomy.isKnownNuts(text) ? taxonomy.nuts.normalise(text) : undefined),
    countryOfNuts: (code) => taxonomy.nuts.country(code),
    provinceNuts: (text) => taxonomy.italy.province(text)?.nuts,
    placeOf: (clues) => taxonomy.placeOf(clues),
    ecosystem: (text) => ecosystems.get(wordsOf(text)),
  };
}

const fillers = new Set(['and', 'e', 'ed', 'of', 'the', 'di', 'della', 'dei', 'ecosystem', 'ecosistema']);

/** A name as its words, whatever their order and the marks between them. */
function wordsOf(name: string): string {
  const words = foldName(name)
    .split(' ')
    .filter((word) => !fillers.has(word));
  return words.sort().join(' ');
}
