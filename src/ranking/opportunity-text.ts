import type { TextLanguage } from './corpus-document.js';

/** What a part of an opportunity's text is for; the model gives each kind a weight. */
export const callSectionKinds = [
  'summary',
  'outcome',
  'scope',
  'destination',
  'conditions',
  'need',
  'theme',
  'other',
] as const;
export type CallSectionKind = (typeof callSectionKinds)[number];

/** One part of the text; quotes point to it by its place in the list. */
export interface CallSection {
  readonly kind: CallSectionKind;
  readonly text: string;
  /** null: guessed from the text */
  readonly language: TextLanguage | null;
}

/**
 * Anything partners are ranked for: a topic, a pilot, a need, a member's idea in free text.
 *
 * A free text is an `OpportunityText` with one `summary` section. An empty one is allowed: it asks for nothing,
 * so that nobody fits it, and only the track record orders the list.
 */
export interface OpportunityText {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly CallSection[];
  readonly keywords: readonly string[];
  /** EuroSciVoc paths of codes, with how sure the tagger is, in [0, 1] */
  readonly concepts?: readonly CallConcept[];
  /** its identifier in a programme, such as a topic's: says which part of the programme it belongs to; null: none */
  readonly topic?: string | null;
  readonly trlFrom?: number | null;
  readonly trlTo?: number | null;
  /** what a provider made of the text; null or absent: none was asked, or it did not answer */
  readonly vector?: WrittenVector | null;
}

/** A vector as it is written down: parts of 8 bits, signed, in base64. */
export interface WrittenVector {
  readonly model: string;
  readonly parts: string;
}

export interface CallConcept {
  readonly code: string;
  readonly label: string;
  readonly confidence: number;
}
