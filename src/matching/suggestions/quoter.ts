import type { EvidenceText } from '../../organisations/index.js';
import {
  quotableCall,
  quotableEvidence,
  quotePair,
  type DocumentNode,
  type OpportunityText,
  type QuotableCall,
  type QuotableEvidence,
  type QuotePair,
} from '../../ranking/index.js';
import { RecentlyUsed } from '../../platform/memory/recently-used.js';

/**
 * Texts cut into sentences, kept for the next answer: cutting is most of the work, and the same projects come again.
 * Found by the text itself, so nobody is given what he did not hold already.
 */
const cutTexts = new RecentlyUsed<QuotableEvidence>(4_000);

/** Quotes for one answer: a call, and a project that many organisations shared, are cut into sentences once. */
export class Quoter {
  readonly #texts: ReadonlyMap<string, EvidenceText>;
  readonly #calls = new Map<string, QuotableCall>();

  /** @param texts evidence the reader may see, by id */
  constructor(texts: ReadonlyMap<string, EvidenceText>) {
    this.#texts = texts;
  }

  /** @returns undefined where the reader may not see it */
  text(id: string): EvidenceText | undefined {
    return this.#texts.get(id);
  }

  pair(call: OpportunityText, node: DocumentNode, text: EvidenceText): QuotePair | null {
    const asked = remembered(this.#calls, call.id, () => quotableCall(call));
    const told = cutTexts.get(text.text, () => quotableEvidence([text.text]));
    return quotePair(asked, node, told);
  }
}

function remembered<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  values.set(key, made);
  return made;
}
