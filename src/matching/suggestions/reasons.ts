import type { EvidenceText } from '../../organisations/index.js';
import type { DocumentNode, ExplanationNode, OpportunityText, Reasons } from '../../ranking/index.js';
import { documentsByWeight, shownItems, walk } from '../scoring/shown-reasons.js';
import type { Quoter } from './quoter.js';
import type { ReasonEvidence, SuggestionReason } from './suggestion.js';

/** Ids of the evidence that the reasons of one suggestion quote. */
export function quotedEvidence(reasons: Reasons | null): string[] {
  if (!reasons) return [];
  return documentsByWeight(reasons.tree)
    .slice(0, shownItems)
    .map(([node]) => node.document.id);
}

/**
 * The explanation tree as a list for people: the weightiest evidence with a sentence from each side, then the other
 * signals; what is left is summed up as `rest`, so that the contributions add up to the score.
 *
 * @param quoter knows the evidence that the reader may see; a document it does not know is not quoted
 */
export function toReasons(
  reasons: Reasons | null,
  call: OpportunityText,
  quoter: Quoter,
): SuggestionReason[] {
  if (!reasons) return [];
  const quoted = documentsByWeight(reasons.tree)
    .slice(0, shownItems)
    .flatMap(([node, value]) => quotedReason(node, value, call, quoter));
  const others = otherSignals(reasons.tree);
  const listed = [...quoted, ...others];
  const rest = reasons.tree.value - listed.reduce((sum, { contribution }) => sum + contribution, 0);
  return Math.abs(rest) < 1e-9 ? listed : [...listed, plain('rest', rest)];
}

function quotedReason(
  node: DocumentNode,
  contribution: number,
  call: OpportunityText,
  quoter: Quoter,
): SuggestionReason[] {
  const text = quoter.text(node.document.id);
  if (!text) return [];
  const pair = quoter.pair(call, node, text);
  const shared = pair?.terms.map(({ call, evidence, bridged }) => (bridged ? `${call} ↔ ${evidence}` : call));
  return [
    {
      signal: node.signal,
      contribution,
      callQuote: pair?.callQuote.text ?? null,
      evidenceQuote: pair?.evidenceQuote.text ?? null,
      terms: shared ?? sharedLabels(node),
      evidence: toEvidence(text),
    },
  ];
}

/** The signals that are not about one text: past consortia, experience, activity, facts asked for. */
function otherSignals(tree: ExplanationNode): SuggestionReason[] {
  const sums = new Map<string, number>();
  for (const node of walk(tree)) {
    if (node.kind !== 'fact' && node.kind !== 'seed') continue;
    sums.set(node.signal, (sums.get(node.signal) ?? 0) + node.value);
  }
  return [...sums]
    .filter(([, value]) => value !== 0)
    .sort(([a, left], [b, right]) => right - left || Number(a > b) - 0.5)
    .map(([signal, value]) => plain(signal, value));
}

const plain = (signal: string, contribution: number): SuggestionReason => ({
  signal,
  contribution,
  callQuote: null,
  evidenceQuote: null,
  terms: [],
  evidence: null,
});

function sharedLabels(node: DocumentNode): string[] {
  return node.parts
    .filter((part) => part.kind === 'term')
    .slice(0, 5)
    .map(({ label, bridge }) => (bridge ? `${bridge.from} ↔ ${bridge.to}` : label));
}

function toEvidence(text: EvidenceText): ReasonEvidence {
  return {
    type: text.kind,
    id: text.id,
    title: text.acronym ? `${text.acronym}: ${text.title ?? ''}` : text.title,
    date: text.date,
    url:
      text.source === 'cordis' && text.grantId ? `https://cordis.europa.eu/project/id/${text.grantId}` : null,
    state: text.state,
  };
}
