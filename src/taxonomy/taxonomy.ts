import { mergeConcepts, type Concept, type ConceptPhrase } from './concepts/concept.js';
import type { CountrySets } from './places/country-set.js';
import type { ItalianPlaces } from './places/italian-place.js';
import type { NutsRegister } from './places/nuts.js';
import type { Place, PlaceClues, PlaceFinder } from './places/place-of.js';
import type { RegionSets } from './places/region-set.js';
import { Tagger, type TaggedText, type TextToTag } from './tagging/tagger.js';
import { actionTypeOf } from './vocabulary/action-type.js';
import type { Programmes } from './vocabulary/programme.js';
import type { Term, Vocabulary } from './vocabulary/vocabulary.js';

/** What `loadTaxonomy` reads; each part is complete in itself. */
export interface TaxonomyParts {
  readonly concepts: readonly Concept[];
  readonly phrases: readonly ConceptPhrase[];
  readonly unspoken: ReadonlySet<string>;
  readonly technologies: Vocabulary;
  readonly industrialEcosystems: Vocabulary;
  readonly ecosystems: Vocabulary;
  readonly roles: Vocabulary;
  readonly actionTypes: Vocabulary;
  readonly programmes: Programmes;
  readonly countrySets: CountrySets;
  readonly nuts: NutsRegister;
  readonly regionSets: RegionSets;
  readonly italy: ItalianPlaces;
  readonly placeFinder: PlaceFinder;
}

/**
 * The reference data of the service: vocabularies, programmes, places. Read once from `data/taxonomy`, then only read.
 *
 * A class, so that Nest can inject it; it needs nothing but the parts, so tests and terminal commands make it with
 * `loadTaxonomy`. Countries need no data: see `resolveCountry`.
 */
export class Taxonomy {
  /** EuroSciVoc as it ships, by code; imports know more (see `taggerFor`) */
  readonly concepts: readonly Concept[];
  /** key enabling technologies and the areas of the nine clusters */
  readonly technologies: Vocabulary;
  /** the fourteen industrial ecosystems of the EU */
  readonly industrialEcosystems: Vocabulary;
  /** the eight innovation ecosystems of the Lombardy S3 */
  readonly ecosystems: Vocabulary;
  /** the seventeen roles of Part A: `project-management`, `testing-validation`, … */
  readonly roles: Vocabulary;
  readonly actionTypes: Vocabulary;
  readonly programmes: Programmes;
  readonly countrySets: CountrySets;
  readonly nuts: NutsRegister;
  readonly regionSets: RegionSets;
  readonly italy: ItalianPlaces;
  private readonly placeFinder: PlaceFinder;
  private readonly phrases: readonly ConceptPhrase[];
  private readonly unspoken: ReadonlySet<string>;
  private tagger: Tagger | undefined;

  constructor(parts: TaxonomyParts) {
    this.ecosystems = parts.ecosystems;
    this.roles = parts.roles;
    this.actionTypes = parts.actionTypes;
    this.programmes = parts.programmes;
    this.countrySets = parts.countrySets;
    this.nuts = parts.nuts;
    this.regionSets = parts.regionSets;
    this.italy = parts.italy;
    this.placeFinder = parts.placeFinder;
    this.concepts = mergeConcepts(parts.concepts, []);
    this.phrases = parts.phrases;
    this.unspoken = parts.unspoken;
    this.technologies = parts.technologies;
    this.industrialEcosystems = parts.industrialEcosystems;
  }

  /** Where an organisation is, from whatever a source states, and how that was found; null where nothing says it. */
  placeOf(clues: PlaceClues): Place | null {
    return this.placeFinder.placeOf(clues);
  }

  /** The type of action a text names (`HORIZON-JU-RIA`, `HORIZON Innovation Actions`), or undefined. */
  actionTypeOf(text: string): Term | undefined {
    return actionTypeOf(this.actionTypes, text);
  }

  /** Whether any vintage of NUTS (or ITL) has this code. */
  isKnownNuts(code: string): boolean {
    return this.nuts.isKnown(code);
  }

  /** The name of a region in its country's language, or undefined. */
  nutsName(code: string): string | undefined {
    return this.nuts.name(code);
  }

  /** The regions a code lies in, nearest first. */
  nutsAncestors(code: string): readonly string[] {
    return this.nuts.ancestors(code);
  }

  /**
   * Whether a place lies in a named set of regions (`vanguard`, `vinnovate`, `widening`, `lombardy`); undefined where
   * the code is too coarse to tell.
   *
   * @throws {AppError} `taxonomy.unknown-set`
   */
  inRegionSet(code: string, setId: string): boolean | undefined {
    return this.regionSets.includes(code, setId);
  }

  /**
   * Tags a text, English or Italian, with the concepts and terms its words speak of; each tag says which words.
   * Knows the concepts that ship with the program; for those learned by imports use `taggerFor`.
   */
  tagText(text: TextToTag): TaggedText {
    this.tagger ??= this.taggerFor([]);
    return this.tagger.tagText(text);
  }

  /** A tagger that knows learned concepts too. Costs some milliseconds to build: keep it for a run. */
  taggerFor(learned: readonly Concept[]): Tagger {
    return new Tagger({
      concepts: mergeConcepts(this.concepts, learned),
      phrases: this.phrases,
      unspoken: this.unspoken,
      vocabularies: [this.ecosystems, this.technologies, this.industrialEcosystems, this.roles],
    });
  }
}
