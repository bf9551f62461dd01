import type { TextLanguage } from './corpus-document.js';
import type { DocumentNode, TermNode } from './explanation.js';
import type { OpportunityText } from './opportunity-text.js';
import { cutAround } from './text/cut-around.js';
import { detectLanguage } from './text/language.js';
import { sentences, type Span } from './text/sentences.js';
import { pairKey, tokens } from './text/tokens.js';

/** One sentence of the call beside one of the evidence. */
export interface QuotePair {
  readonly callQuote: Quote;
  readonly evidenceQuote: Quote;
  /** what both say, in the words of the call and of the evidence, the weightiest first */
  readonly terms: readonly SharedWords[];
}

/** The same word or pair of words as either side writes it; `bridged`: in another language. */
export interface SharedWords {
  readonly call: string;
  readonly evidence: string;
  readonly bridged: boolean;
}

export interface Quote {
  /** a verbatim piece of the text, at most 280 characters, cut between words; `…` marks a cut on either end */
  readonly text: string;
  /** place in `OpportunityText.sections` (-1 title), or of the texts of the evidence */
  readonly section: number;
  /** where the verbatim piece starts and ends in that text */
  readonly start: number;
  readonly end: number;
}

/** A call cut into sentences once, to be quoted many times. */
export interface QuotableCall {
  readonly id: string;
  readonly language: TextLanguage;
  readonly sentences: readonly Sentence[];
}

/** Texts of one piece of evidence cut into sentences once, to be quoted for many organisations. */
export interface QuotableEvidence {
  readonly sentences: readonly Sentence[];
}

/**
 * A sentence by the hashes of its words and pairs of words. Where each stands is found again for the few sentences that
 * are quoted: kept for all, it would be a hundred times the text.
 */
interface Sentence {
  readonly source: string;
  readonly section: number;
  readonly span: Span;
  readonly language: TextLanguage;
  readonly hashes: Uint32Array;
}

/** Terms told apart when sentences are compared: one bit each. */
const mostTerms = 24;

/** A shared word counts for more in a whole sentence than in a heading of a few words. */
const wordsOfASentence = 6;
const headingFactor = 0.6;

/** The sentences of a call that may be quoted: title and sections, but not the conditions of taking part. */
export function quotableCall(call: OpportunityText): QuotableCall {
  const language = detectLanguage(call.sections.map(({ text }) => text).join(' ') || call.title);
  const sections = call.sections.flatMap(({ kind, text, language: stated }, place) =>
    kind === 'conditions' ? [] : sentencesOf(text, place, stated ?? detectLanguage(text)),
  );
  return { id: call.id, language, sentences: [...sections, ...sentencesOf(call.title, -1, language)] };
}

/** @param texts in the order they should be quoted from, such as title and body */
export function quotableEvidence(texts: readonly string[]): QuotableEvidence {
  return { sentences: texts.flatMap((text, place) => sentencesOf(text, place, detectLanguage(text))) };
}

/**
 * The sentence of the call and the sentence of the evidence that share most of what this item contributed.
 *
 * @returns null where no sentence of one side shares a term with a sentence of the other (a concept alone)
 */
export function quotePair(
  call: QuotableCall,
  node: DocumentNode,
  evidence: QuotableEvidence,
): QuotePair | null {
  const terms = node.parts
    .filter((part): part is TermNode => part.kind === 'term' && part.signal === 'text')
    .slice(0, mostTerms);
  const told = evidence.sentences;
  const asked = masksOf(
    call.sentences,
    terms.map(({ callKey }) => callKey),
  );
  const answered = masksOf(
    told,
    terms.map(({ key }) => key),
  );
  const found = bestPair(
    { sentences: call.sentences, masks: asked },
    { sentences: told, masks: answered },
    terms.map(({ value }) => value),
  );
  if (found === null) return null;
  const callKeys = keysOf(found.call);
  const evidenceKeys = keysOf(found.evidence);
  const shared = terms.filter(
    ({ key, callKey }, bit) =>
      (found.mask & (1 << bit)) !== 0 && callKeys.has(callKey) && evidenceKeys.has(key),
  );
  if (shared.length === 0) return null; // equal hashes of different words
  return {
    callQuote: quoteOf(
      found.call,
      callKeys,
      shared.map(({ callKey }) => callKey),
    ),
    evidenceQuote: quoteOf(
      found.evidence,
      evidenceKeys,
      shared.map(({ key }) => key),
    ),
    terms: shared.map(({ key, callKey }) =>
      sharedWords(
        wordsOf(found.call, callKeys, callKey),
        wordsOf(found.evidence, evidenceKeys, key),
        key !== callKey,
      ),
    ),
  };
}

/** The same word of both languages, `laser`, is no bridge. */
const sharedWords = (call: string, evidence: string, crossed: boolean): SharedWords => ({
  call,
  evidence,
  bridged: crossed && call.toLowerCase() !== evidence.toLowerCase(),
});

function sentencesOf(text: string, section: number, language: TextLanguage): Sentence[] {
  return sentences(text).map((span) => ({
    source: text,
    section,
    span,
    language,
    hashes: hashesOf(text.slice(span.start, span.end), language),
  }));
}

function hashesOf(sentence: string, language: TextLanguage): Uint32Array {
  const found = new Set<number>();
  let before: string | null = null;
  for (const { key, joined } of tokens(sentence, language)) {
    found.add(hashOf(key));
    if (joined && before !== null) found.add(hashOf(pairKey(before, key)));
    before = key;
  }
  return Uint32Array.from(found);
}

/** FNV-1a over the characters. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Every word and pair of words of a sentence, at its first place. */
function keysOf({ source, span, language }: Sentence): Map<string, Span> {
  const sentence = source.slice(span.start, span.end);
  const offset = span.start;
  const keys = new Map<string, Span>();
  const add = (key: string, start: number, end: number): void => {
    if (!keys.has(key)) keys.set(key, { start: offset + start, end: offset + end });
  };
  const words = tokens(sentence, language);
  words.forEach(({ key, start, end, joined }, place) => {
    add(key, start, end);
    const before = words[place - 1];
    if (joined && before) add(pairKey(before.key, key), before.start, end);
  });
  return keys;
}

/** Which of the terms each sentence holds, one bit each. */
function masksOf(sentences: readonly Sentence[], terms: readonly string[]): number[] {
  const bits = new Map<number, number>();
  terms.forEach((key, bit) => {
    const hash = hashOf(key);
    bits.set(hash, (bits.get(hash) ?? 0) | (1 << bit));
  });
  return sentences.map(({ hashes }) => {
    let mask = 0;
    for (const hash of hashes) mask |= bits.get(hash) ?? 0;
    return mask;
  });
}

type Keys = ReadonlyMap<string, Span>;

interface Side {
  readonly sentences: readonly Sentence[];
  readonly masks: readonly number[];
}

/** The pair that shares the most, by value; of equal pairs the first of the call, then of the evidence. */
function bestPair(
  call: Side,
  evidence: Side,
  values: readonly number[],
): { call: Sentence; evidence: Sentence; mask: number } | null {
  let best: { call: Sentence; evidence: Sentence; mask: number } | null = null;
  let bestValue = 0;
  call.sentences.forEach((asked, i) => {
    const asks = call.masks[i] ?? 0;
    if (asks === 0) return;
    evidence.sentences.forEach((told, j) => {
      const mask = asks & (evidence.masks[j] ?? 0);
      if (mask === 0) return;
      const value = valueOf(mask, values) * fullness(asked) * fullness(told);
      if (value <= bestValue) return;
      bestValue = value;
      best = { call: asked, evidence: told, mask };
    });
  });
  return best;
}

const valueOf = (mask: number, values: readonly number[]): number =>
  values.reduce((sum, value, bit) => ((mask & (1 << bit)) === 0 ? sum : sum + value), 0);

const fullness = ({ hashes }: Sentence): number => (hashes.length < wordsOfASentence ? headingFactor : 1);

function quoteOf({ source, section, span }: Sentence, keys: Keys, shared: readonly string[]): Quote {
  const places = shared.flatMap((key) => keys.get(key) ?? []);
  const piece = cutAround(source, span, places);
  const text = source.slice(piece.start, piece.end);
  const before = piece.start > span.start ? '… ' : '';
  const after = piece.end < span.end ? ' …' : '';
  return { text: `${before}${text}${after}`, section, start: piece.start, end: piece.end };
}

function wordsOf({ source }: Sentence, keys: Keys, key: string): string {
  const place = keys.get(key);
  return place === undefined ? key : source.slice(place.start, place.end);
}
