import { isConceptUnder } from '../concepts/concept-code.js';
import { unspokenKey, type Concept, type ConceptPhrase } from '../concepts/concept.js';
import {
  languages,
  type Label,
  type Language,
  type Term,
  type Vocabulary,
} from '../vocabulary/vocabulary.js';
import { confidenceOf, mostConfidence } from './confidence.js';
import { detectLanguage } from './detect-language.js';
import { PhraseMatcher, type Phrase, type PhraseMatch } from './phrase-matcher.js';

/** Words of the text that caused a tag; offsets count UTF-16 units, as `String.slice` does. */
export interface TagWords {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A guess from words: shown as such, never as declared. */
export interface Tag {
  /** `euroscivoc`, `ecosystem`, `technology`, `industrial-ecosystem`, `role` */
  readonly scheme: string;
  readonly code: string;
  readonly label: Label;
  /** in (0, 0.95], see `confidenceOf` */
  readonly confidence: number;
  /** in order of place, at least one */
  readonly words: readonly TagWords[];
}

export interface TaggedText {
  /** the language given, or found in the text; null where neither English nor Italian could be told */
  readonly language: Language | null;
  /** by scheme, then the surest first, then by code */
  readonly tags: readonly Tag[];
}

export interface TextToTag {
  readonly text: string;
  /** where the source states it; else it is detected in this very text (a field, not a document) */
  readonly language?: Language | null;
}

/** What words point to: a concept or a term of a vocabulary. */
interface Target {
  readonly scheme: string;
  readonly code: string;
  readonly label: Label;
}

export interface TaggerSources {
  readonly concepts: readonly Concept[];
  readonly phrases: readonly ConceptPhrase[];
  readonly vocabularies: readonly Vocabulary[];
  /** labels that are not looked for, as `unspokenKey` */
  readonly unspoken: ReadonlySet<string>;
}

export const conceptScheme = 'euroscivoc';

/** A tag that only concepts lend is a step further from the words. */
const lentShare = 0.8;

/**
 * Tags texts with concepts and terms by the words in them. Built once from labels, lexicon and vocabularies, then only
 * read; the same text gives the same tags.
 *
 * An Italian text is also searched for English phrases, as Italian firms write them, but for short single words that
 * mean something else there; a text whose language cannot be told is searched in both.
 */
export class Tagger {
  private readonly matchers: Readonly<Record<Language, PhraseMatcher<Target>>>;
  /** by concept code; only codes of concepts we hold get here, so it stays small */
  private readonly borrowers = new Map<string, readonly Target[]>();
  private readonly lenders: readonly { readonly term: Target; readonly concepts: readonly string[] }[];

  constructor(sources: TaggerSources) {
    const phrases = [...phrasesOf(sources)];
    this.matchers = {
      en: new PhraseMatcher(
        'en',
        phrases.filter((phrase) => phrase.language === 'en'),
      ),
      it: new PhraseMatcher('it', phrases.filter(isReadInItalian)),
    };
    this.lenders = sources.vocabularies.flatMap(({ scheme, terms }) =>
      terms
        .filter((term) => term.concepts.length > 0)
        .map((term) => ({ term: { scheme, code: term.code, label: term.label }, concepts: term.concepts })),
    );
  }

  tagText({ text, language }: TextToTag): TaggedText {
    const found = language ?? detectLanguage(text);
    const matches = (found === null ? languages : [found]).flatMap((one) => this.matchers[one].match(text));
    const tags = this.withLent(toTags(text, matches));
    return { language: found, tags: [...tags].sort(byScheme) };
  }

  /** Adds the terms that concepts lend their words to: a text about `recycling` is about the circular economy. */
  private withLent(tags: readonly Tag[]): readonly Tag[] {
    const result = new Map(tags.map((tag) => [keyOf(tag), tag]));
    const lending = new Map<Target, Tag[]>();
    for (const tag of tags) {
      if (tag.scheme !== conceptScheme) continue;
      for (const term of this.borrowersOf(tag.code)) {
        const lenders = lending.get(term);
        if (lenders === undefined) lending.set(term, [tag]);
        else lenders.push(tag);
      }
    }
    for (const [term, lenders] of lending) {
      result.set(keyOf(term), lentTag(term, lenders, result.get(keyOf(term))));
    }
    return [...result.values()];
  }

  /** The terms that take over the words of a concept, because they name it or one above it. */
  private borrowersOf(code: string): readonly Target[] {
    const known = this.borrowers.get(code);
    if (known !== undefined) return known;
    const found = this.lenders
      .filter(({ concepts }) => concepts.some((concept) => isConceptUnder(code, concept)))
      .map(({ term }) => term);
    this.borrowers.set(code, found);
    return found;
  }
}

/** Words that the term found itself are not counted again. */
function lentTag(term: Target, all: readonly Tag[], own: Tag | undefined): Tag {
  const taken = new Set(own?.words.map(({ start }) => start));
  const lenders = all.filter(({ words }) => words.some(({ start }) => !taken.has(start)));
  const doubt = lenders.reduce(
    (left, tag) => left * (1 - lentShare * tag.confidence),
    1 - (own?.confidence ?? 0),
  );
  const words = distinctWords([...(own?.words ?? []), ...lenders.flatMap((tag) => tag.words)]);
  return { ...term, confidence: rounded(Math.min(mostConfidence, 1 - doubt)), words };
}

/** English words from this length on are hardly Italian words of another meaning. */
const shortestLoanWord = 6;

type LanguagePhrase = Phrase<Target> & { readonly language: Language };

function isReadInItalian({ language, text }: LanguagePhrase): boolean {
  return language === 'it' || text.length >= shortestLoanWord || /\s|^[A-Z0-9]{2,}$/.test(text);
}

function* phrasesOf({ concepts, phrases, vocabularies, unspoken }: TaggerSources): Generator<LanguagePhrase> {
  const targets = new Map<string, Target>();
  for (const { code, label } of concepts) {
    const target = { scheme: conceptScheme, code, label: { en: label.en, it: label.it ?? label.en } };
    targets.set(code, target);
    for (const language of languages) {
      const text = label[language];
      if (text === null || unspoken.has(unspokenKey(code, language))) continue;
      yield { text, language, group: conceptScheme, value: target };
    }
  }
  for (const { code, language, phrase } of phrases) {
    const target = targets.get(code);
    if (target !== undefined) yield { text: phrase, language, group: conceptScheme, value: target };
  }
  for (const { scheme, terms } of vocabularies) {
    for (const term of terms) yield* phrasesOfTerm(scheme, term);
  }
}

function* phrasesOfTerm(scheme: string, term: Term): Generator<LanguagePhrase> {
  const value = { scheme, code: term.code, label: term.label };
  for (const language of languages) {
    for (const text of term.words[language]) yield { text, language, group: scheme, value };
  }
}

function toTags(text: string, matches: readonly PhraseMatch<Target>[]): readonly Tag[] {
  const byTarget = new Map<string, PhraseMatch<Target>[]>();
  for (const match of matches) {
    const key = keyOf(match.value);
    const known = byTarget.get(key);
    if (known === undefined) byTarget.set(key, [match]);
    else known.push(match);
  }
  return [...byTarget.values()].map((group) => toTag(text, group));
}

function toTag(text: string, matches: readonly PhraseMatch<Target>[]): Tag {
  const words = distinctWords(
    matches.map(({ start, end }) => ({ text: text.slice(start, end), start, end })),
  );
  const [first] = matches;
  if (first === undefined) throw new RangeError('a tag needs words');
  const found = matches.map((match) => ({ words: match.length, text: text.slice(match.start, match.end) }));
  return { ...first.value, confidence: rounded(confidenceOf(found)), words };
}

/** In order of place, each place once; the longer where two begin together. */
function distinctWords(words: readonly TagWords[]): readonly TagWords[] {
  const sorted = [...words].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((word, at) => at === 0 || word.start !== sorted[at - 1]?.start);
}

function keyOf({ scheme, code }: { readonly scheme: string; readonly code: string }): string {
  return `${scheme} ${code}`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function byScheme(a: Tag, b: Tag): number {
  return (
    Number(a.scheme > b.scheme) - Number(a.scheme < b.scheme) ||
    b.confidence - a.confidence ||
    Number(a.code > b.code) - Number(a.code < b.code)
  );
}
