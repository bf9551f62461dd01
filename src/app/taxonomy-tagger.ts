import { ConceptTagger, type TaggedConcept } from '../matching/index.js';
import type { Taxonomy } from '../taxonomy/index.js';

/** The taxonomy's tagger behind the one question that matching asks: which fields of science a text speaks of. */
export class TaxonomyTagger extends ConceptTagger {
  readonly #taxonomy: Taxonomy;

  constructor(taxonomy: Taxonomy) {
    super();
    this.#taxonomy = taxonomy;
  }

  concepts(text: string, language: 'en' | 'it' | null): readonly TaggedConcept[] {
    const { tags } = this.#taxonomy.tagText({ text, language });
    return tags
      .filter(({ scheme }) => scheme === 'euroscivoc')
      .map(({ code, label, confidence }) => ({ code, label: label.en, confidence }));
  }
}
