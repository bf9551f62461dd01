import type { CallSuggestions } from '../matching/index.js';

export type CallSuggestion = CallSuggestions['suggestions'][number];
export type SuggestionReason = CallSuggestion['reasons'][number];

/** A reason with a sentence of the call, a sentence of the organisation's record, and where that one stands. */
export type QuotedReason = SuggestionReason & {
  readonly callQuote: string;
  readonly evidenceQuote: string;
  readonly evidence: NonNullable<SuggestionReason['evidence']>;
};

/** Only such a reason is shown to people: what cannot be quoted from both sides is a claim. */
export function isQuoted(reason: SuggestionReason): reason is QuotedReason {
  return reason.callQuote !== null && reason.evidenceQuote !== null && reason.evidence !== null;
}

/** Shared words apart, as either side writes them: `disassembly ↔ smontaggio` stands for two. */
export function termsOf(terms: readonly string[]): { readonly call: string[]; readonly evidence: string[] } {
  const pairs = terms.map((term) => term.split(' ↔ '));
  return {
    call: pairs.map(([call]) => call ?? ''),
    evidence: pairs.map(([call, evidence]) => evidence ?? call ?? ''),
  };
}
