import { foldName } from '../../taxonomy/index.js';

/** What would say who an organisation is. */
export interface GivingAway {
  /** what it, its people, projects and places are called: whole names */
  readonly names: readonly string[];
  /** whether others, too, speak of this word (folded): a rare one that looks like a name is taken for one */
  readonly isCommon: (word: string) => boolean;
}

/** Stands where something was taken out. */
const gap = '…';

/** A statement of which less than this is left says nothing. */
const fewestWords = 3;

/**
 * A text without what would say whose it is: names of the organisation, its people, projects and places however they are
 * spaced, cased or accented; links, mail and street addresses, telephone, registration and patent numbers; and rare words
 * that look like a name.
 *
 * @returns null where too little is left to say anything
 */
export function withoutNames(text: string, { names, isCommon }: GivingAway): string | null {
  const plain = text.normalize('NFKC').replace(/\p{Cf}+/gu, '');
  const marked = patterns.reduce((left, pattern) => left.replace(pattern, ` ${gap} `), plain);
  const words = wordsOf(marked);
  const hidden = hiddenWords(words, names, isCommon);
  const shown = withGaps(marked, words, hidden);
  const left = words.filter((word, at) => !hidden.has(at) && /\p{L}{2}/u.test(word.text));
  return left.length < fewestWords ? null : shown;
}

/** What gives somebody away whatever it says; each reads in one way only, with bounded repetitions. */
const patterns: readonly RegExp[] = [
  /\b(?:https?|ftp):\/\/[^\s<>"']{1,2000}/giu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,253}/gu,
  /\bwww\.[^\s<>"']{1,500}/giu,
  // a name with a country's or a usual ending: esempio.it, esempio-srl.com/page
  /\b(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:it|eu|com|org|net|io|ai|tech|biz|info|de|fr|es|at|ch|be|nl|uk|pt|pl|cz|si|hr|se|fi|dk|ie)\b(?:\/[^\s]{0,300})?/giu,
  // streets: via G. Leopardi 9, Viale Lombardia, 20/A
  /\b(?:via|viale|v\.le|piazza|p\.za|piazzale|corso|c\.so|largo|vicolo|strada|contrada|localit[àa]|loc\.|frazione)\s+(?:(?:dei|degli|delle|della|dell['’]|del|di|al|san|santa|s\.)\s{0,2})?\p{Lu}[\p{L}.'’]{0,30}(?:\s\p{Lu}[\p{L}.'’]{0,30}){0,3}(?:,?\s?\d{1,4}(?:\/\p{L})?)?/giu,
  /\b\p{Lu}[\p{L}'’]{1,30}(?:\s\p{Lu}[\p{L}'’]{1,30}){0,2}\s(?:Street|Road|Avenue|Lane|Square|Strasse|Straße)\b/gu,
  /\b\d{5}\s\p{Lu}[\p{L}'’]{1,30}(?:\s\p{Lu}[\p{L}'’]{1,30}){0,2}(?:\s?\(\p{Lu}{2}\))?/gu,
  // patents and applications: EP 1 234 567 B1, US2019/0123456, WO 2018/123456, IT102019000012345
  /\b(?:EP|US|WO|PCT|IT|DE|FR|GB|CN|JP|ES|CA|AU)[\s/-]?(?:\p{L}{1,2}[\s/-]?)?\d{1,4}(?:[\s./,-]?\d{2,13}){1,4}(?:\s?[A-Z]\d?)?\b/gu,
  /\b(?:patents?|brevett[oi]|domanda)\s+(?:n[.°o]?\s?|no\.?\s?|nr\.?\s?)?[\p{L}\p{N}][\p{L}\p{N}/.-]{3,30}/giu,
  // telephone, VAT, PIC and grant numbers
  /\+?\d[\d\s()./-]{5,24}\d/gu,
];

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** begins a sentence, or the text */
  readonly first: boolean;
}

const sentenceEnd = /(?:^|[.!?:;•\n\r"«“(–—-])\s*$/u;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[®™©])?/gu)].map((match) => ({
    text: match[0],
    folded: foldName(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    first: sentenceEnd.test(text.slice(Math.max(0, match.index - 4), match.index)),
  }));
}

/** Places of words that may not be shown. */
function hiddenWords(
  words: readonly Word[],
  names: readonly string[],
  isCommon: GivingAway['isCommon'],
): Set<number> {
  const hidden = new Set<number>();
  const { joined, telling } = foldedNames(names, isCommon);
  words.forEach(({ folded }, at) => {
    if (telling.some((part) => folded === part || (part.length >= 5 && folded.includes(part))))
      hidden.add(at);
    for (const place of placesOfName(words, at, joined)) hidden.add(place);
  });
  words.forEach((word, at) => {
    if (looksLikeName(word) && !isCommon(word.folded)) hidden.add(at);
  });
  return hidden;
}

/** Names with their words run together, whole and without what follows them, and those of their words that nobody else uses. */
function foldedNames(
  names: readonly string[],
  isCommon: GivingAway['isCommon'],
): { joined: ReadonlySet<string>; telling: readonly string[] } {
  const folded = names.map((name) => foldName(name).split(' ').filter(Boolean));
  const telling = folded.flat().filter((part) => part.length >= 3 && !isCommon(part));
  const runs = folded.flatMap((parts) => parts.map((_, at) => parts.slice(0, at + 1)));
  const named = runs.filter((parts) => parts.some((part) => telling.includes(part)));
  const joined = [...folded, ...named].map((parts) => parts.join(''));
  return {
    joined: new Set([...joined, ...telling].filter((name) => name.length >= 3)),
    telling: [...new Set(telling)],
  };
}

/** Most words that one name is looked for across: `T u r b o w e l d` is nine. */
const longestSpell = 24;
const longestName = 80;

/** The words from `from` on that, run together, are a name. */
function placesOfName(words: readonly Word[], from: number, joined: ReadonlySet<string>): number[] {
  let run = '';
  for (let at = from; at < words.length && at < from + longestSpell; at += 1) {
    run += words[at]?.folded ?? '';
    if (run.length > longestName) return [];
    if (joined.has(run)) return words.slice(from, at + 1).map((_, place) => from + place);
  }
  return [];
}

/** Endings of everyday words, which no brand has: at the beginning of a sentence they say nothing. */
const everydayEnding =
  /(?:iamo|zione|zioni|mento|menti|ita|tion|tions|ment|ments|ing|ings|ness|ato|ata|ati|ate|ito|iti|ivo|ivi|ers?|ed|ed|ale|ali|ico|ici|ica|iche|ore|ori|ura|ure)$/u;

function looksLikeName({ text, folded, first }: Word): boolean {
  if (/[®™©]/u.test(text)) return true;
  // letters of another alphabet inside or instead of ours: made to look like what it is not
  if (/\p{L}/u.test(text.replace(/\p{Script=Latin}/gu, ''))) return true;
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2) return false;
  if (/\p{N}/u.test(text) && letters.length > 2) return true;
  if (/\p{Lu}/u.test(text.slice(1))) return true;
  if (!/^\p{Lu}/u.test(text)) return false;
  return !first || !everydayEnding.test(folded);
}

function withGaps(text: string, words: readonly Word[], hidden: ReadonlySet<number>): string {
  let shown = '';
  let from = 0;
  words.forEach(({ start, end }, at) => {
    if (!hidden.has(at)) return;
    shown += `${text.slice(from, start)}${gap}`;
    from = end;
  });
  return `${shown}${text.slice(from)}`
    .replace(/[ \t]+/gu, ' ')
    .replace(/…(?:[\s,/&'’®™©-]*…)+/gu, gap)
    .trim();
}
