import type { OpportunityCard } from '../opportunities/index.js';
import type { GlossaryPair, OpportunityText } from '../ranking/index.js';

/** Tells which fields of science a text speaks of; the taxonomy's tagger behind the one question matching asks. */
export abstract class ConceptTagger {
  abstract concepts(text: string, language: 'en' | 'it' | null): readonly TaggedConcept[];
}

/** The words of both languages, which let a text in one find a text in the other. */
export abstract class BilingualWords {
  abstract readonly pairs: readonly GlossaryPair[];
}

export interface TaggedConcept {
  /** EuroSciVoc path of codes */
  readonly code: string;
  readonly label: string;
  /** in [0, 1] */
  readonly confidence: number;
}

/** The part of an opportunity that ranking reads. */
export type ReadOpportunity = Pick<
  OpportunityCard,
  'id' | 'identifier' | 'title' | 'keywords' | 'sections' | 'trlFrom' | 'trlTo'
>;

/** What ranking reads of an opportunity: its words, what its sections are for, and what it is tagged with. */
export function toOpportunityText(card: ReadOpportunity, tagger: ConceptTagger): OpportunityText {
  const read = card.sections.filter(({ kind }) => kind !== 'conditions' && kind !== 'destination');
  return {
    id: card.id,
    title: card.title,
    keywords: card.keywords,
    topic: card.identifier,
    sections: card.sections.map(({ kind, text, language }) => ({ kind, text, language })),
    concepts: tagger.concepts(
      [card.title, ...card.keywords, ...read.map(({ text }) => text)].join('\n'),
      null,
    ),
    trlFrom: card.trlFrom,
    trlTo: card.trlTo,
  };
}

/** A member's idea or a pasted text, as an opportunity of its own. */
export function freeText(text: string, tagger: ConceptTagger): OpportunityText {
  return {
    id: 'free-text',
    title: '',
    keywords: [],
    sections: [{ kind: 'summary', text, language: null }],
    concepts: tagger.concepts(text, null),
    trlFrom: null,
    trlTo: null,
  };
}
