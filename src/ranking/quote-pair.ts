import type { DocumentNode } from './explanation.js';
import type { OpportunityText } from './opportunity-text.js';

/** One sentence of the call beside one of the evidence. */
export interface QuotePair {
  readonly callQuote: Quote;
  readonly evidenceQuote: Quote;
  /** what both say, in the words of the call and of the evidence, the weightiest first */
  readonly terms: readonly { readonly call: string; readonly evidence: string }[];
}

export interface Quote {
  /** a verbatim piece of the text, at most 280 characters, cut between words; `…` marks a cut on either end */
  readonly text: string;
  /** place in `OpportunityText.sections` (-1 title, -2 keywords), or of the texts of the evidence */
  readonly section: number;
  /** where the verbatim piece starts and ends in that text */
  readonly start: number;
  readonly end: number;
}

/** A call cut into sentences once, to be quoted many times. */
export interface QuotableCall {
  readonly id: string;
}

export function quotableCall(_call: OpportunityText): QuotableCall {
  throw new Error('not built yet');
}

/**
 * The sentence of the call and the sentence of the evidence that share most of what this item contributed.
 *
 * @param evidence texts of the evidence in the order they should be quoted from, such as title and body
 * @returns null where no sentence of one side shares a term with a sentence of the other (a concept alone)
 */
export function quotePair(
  _call: QuotableCall,
  _node: DocumentNode,
  _evidence: readonly string[],
): QuotePair | null {
  throw new Error('not built yet');
}
