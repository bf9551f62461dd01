import { ConceptTagger, type TaggedConcept } from '../matching/index.js';
import type { Taxonomy } from '../taxonomy/index.js';

/** The taxonomy's tagger behind the one question that matching asks. */
export class TaxonomyTagger extends ConceptTagger {
  constructor(private readonly taxonomy: Taxonomy) {
    super();
  }

  concepts(text: string, language: 'en' | 'it' | null): readonly TaggedConcept[] {
    void this.taxonomy;
    void text;
    void language;
    return [];
  }
}
