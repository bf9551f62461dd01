/**
 * Vocabularies, places and programmes: what words, codes and names mean, whatever organisation or call writes them.
 *
 * `Taxonomy` (injected, or `loadTaxonomy()`) holds what is read from `data/taxonomy`; `resolveCountry` needs no data.
 */
export { foldName } from './fold-name.js';
export type { Concept } from './concepts/concept.js';
export {
  conceptAncestors,
  isConceptUnder,
  splitConceptPath,
  toConceptCode,
} from './concepts/concept-code.js';
export { conceptSimilarity, conceptWeights } from './concepts/concept-similarity.js';
export type { ConceptWeight } from './concepts/concept-similarity.js';
export { countryName, resolveCountry } from './places/country.js';
export type { CountryMember, CountrySet } from './places/country-set.js';
export type { ItalianProvince } from './places/italian-place.js';
export type { NutsRecoding } from './places/nuts.js';
export type { Place, PlaceClues, PlaceMethod } from './places/place-of.js';
export type { NamedRegion, RegionSet } from './places/region-set.js';
export { detectLanguage } from './tagging/detect-language.js';
export type { Tag, TaggedText, Tagger, TagWords, TextToTag } from './tagging/tagger.js';
export type { Programme, ProgrammePart, ProgrammePlace } from './vocabulary/programme.js';
export type { Language, Term } from './vocabulary/vocabulary.js';
export { Vocabulary } from './vocabulary/vocabulary.js';
export { loadTaxonomy } from './load-taxonomy.js';
export { Taxonomy } from './taxonomy.js';
export { TaxonomyModule } from './taxonomy.module.js';
