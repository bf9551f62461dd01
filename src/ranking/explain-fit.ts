import { group, pointerTo } from './tree.js';
import type { DocumentNode, ExplanationNode, FactNode, GroupNode, TermNode } from './explanation.js';
import { countedItems, textOf } from './items.js';
import type { ScoredItem } from './items.js';
import type { TextSums } from './signals/text-sums.js';
import { statedType } from './signals/facts.js';
import { termHits } from './signals/text.js';
import type { Setting } from './standing.js';

/** Terms of one item that are listed one by one; the others are summed up. */
const mostTerms = 12;

export interface FitParts {
  /** the most valuable first */
  readonly items: readonly ScoredItem[];
  /** fit by words and concepts alone */
  readonly text: number;
  /** how far the facts asked for are met; null: none were */
  readonly met: number | null;
  /** share of the fit in the score */
  readonly share: number;
  /** the score with less evidence; `without` is the item left out */
  readonly scoreWith: (text: TextSums, without: ScoredItem | null) => number;
}

/** What competence added to the score: its items, each with its terms, and the facts asked for. */
export function explainFit(setting: Setting, ordinal: number, parts: FitParts): GroupNode {
  const { fit } = setting.corpus.model;
  const forWords = parts.share * (parts.met === null ? 1 : 1 - fit.facts);
  const counted = countedItems(parts.items, fit);
  const sum = counted.reduce((total, { counts }) => total + counts, 0);
  const nodes: ExplanationNode[] = counted.map(({ item, counts }) =>
    documentNode(setting, item, (counts / sum) * parts.text * forWords, parts),
  );
  if (parts.met !== null) {
    const value = parts.share * fit.facts * parts.met * parts.text;
    nodes.push(roleNode(setting, ordinal, value));
  }
  return group('fit', nodes);
}

function documentNode(setting: Setting, item: ScoredItem, value: number, parts: FitParts): DocumentNode {
  const { fit } = setting.corpus.model;
  const others = parts.items.filter((other) => other !== item);
  const without = parts.scoreWith(textOf(others, fit), item);
  const terms = termNodes(setting, item, value);
  return {
    kind: 'document',
    signal: 'text',
    value,
    document: pointerTo(setting.corpus, item.document),
    loss: parts.scoreWith(textOf(parts.items, fit), null) - without,
    weight: item.weight,
    parts: terms,
  };
}

/** The heaviest terms one by one, the rest as one part; together they are `value`. */
function termNodes({ corpus, call }: Setting, item: ScoredItem, value: number): ExplanationNode[] {
  const hits = termHits(corpus, call, item.document).sort((a, b) => b.score - a.score || a.term - b.term);
  const nodes = hits.slice(0, mostTerms).map((hit): TermNode => {
    const term = call.terms[hit.term]!;
    return {
      kind: 'term',
      signal: term.kind,
      value: (hit.score / item.score) * value,
      label: term.label,
      key: term.key,
      callKey: call.terms[term.notion]?.key ?? term.key,
      sections: term.sections,
      bridge: term.bridge,
    };
  });
  const rest = hits.slice(mostTerms).reduce((sum, hit) => sum + hit.score, 0);
  if (rest === 0) return nodes;
  return [...nodes, { kind: 'group', signal: 'rest', value: (rest / item.score) * value, parts: [] }];
}

function roleNode({ corpus, call }: Setting, ordinal: number, value: number): FactNode {
  const role = call.roleFacts?.role ?? null;
  return {
    kind: 'fact',
    signal: 'facts',
    fact: role === null ? 'role' : `role:${role}`,
    value,
    stated: statedType(corpus, ordinal),
  };
}
