import { foldAccents, stopWords } from '../../ranking/text/index.js';
import type { Language } from '../vocabulary/vocabulary.js';
import { splitWords } from './words.js';

/** Characters read before deciding; a paragraph settles it, often a sentence. */
const longestText = 1_000;

/** Small words of other languages that neither English nor Italian has: a text full of them is neither. */
const foreignWords = new Set(
  `der die das und ist nicht mit fur auf ein eine einen dem den des im von zu zur zum wird werden sind auch durch uber
  le les des et du une est dans pour sur avec aux ses ces cette nous vous sont qui que au leur entre mise
  el los las y en una del por para con como sus este esta entre desde hasta muy mas sistemas nuestra
  o os as e da dos das em uma para com nao sao pelo pela seus
  het een van voor met op aan te zijn wordt niet door
  nie sie jest oraz dla och att det som av pa jako`
    .split(/\s+/)
    .filter((word) => !stopWords.en.has(word) && !stopWords.it.has(word)),
);

const isEnglishOnly = (word: string): boolean => stopWords.en.has(word) && !stopWords.it.has(word);
const isItalianOnly = (word: string): boolean => stopWords.it.has(word) && !stopWords.en.has(word);

/** Endings, commonest first; folded. A word's first match counts. Weights are nat-like: 1 doubles to triples the odds. */
const endings: readonly (readonly [RegExp, number])[] = [
  [/(?:ate|ite|ute|ive|ure|are|ere|ire|ile|ine|ose|ice|ide|ore)$/, -0.1],
  [/(?:[ae]nz[ae]|ezz[ae]|ion[ei])$/, -1.4],
  [/ale$/, -0.5],
  [/(?:zione|zioni|mento|menti|ita|ario|aria|arie|ari|ivo|iva|ivi|ismo|aggio|ezza|ura|ali|ili)$/, -1.2],
  [/(?:ando|endo|ato|ata|ati|uto|uta|uti|ito|iti|ano|ono|oso|osa|osi|ica|ico|ici|iche)$/, -1.2],
  [
    /(?:tion|tions|ment|ments|ness|ing|ings|ity|ities|ship|able|ible|ful|less|ous|ance|ence|ism|ist|ists|ized|ised)$/,
    1.6,
  ],
  [/[bcdfghkmnpstwxy]$|(?:al|er|or)$/, 0.7],
  [/i$/, -1.2],
  [/[ao]$/, -0.8],
  [/[ue]$/, 0],
];

/** Letters and pairs that one language writes and the other hardly does. */
const marks: readonly (readonly [RegExp, number])[] = [
  [/[kwxy]|j/, 0.6],
  [/th|sh|wh|gh[^ie]|oo|ee|ck|ph|tch/, 0.8],
  [/gli|gn[aeiou]|cch|zz|sci|chi|che|ghi|ghe|zi[aoe]|qu[aei]ll|ggi|cc[aeiou]/, -0.8],
];

/**
 * English or Italian, or null where the text says too little (a name, a number, one word that both have) or is neither.
 *
 * Counts small words that only one of the two has, and leans on endings and letter groups for the rest, so that titles
 * and headings without small words are read too. Looks at the first 1,000 characters; the same text gives the same answer.
 */
export function detectLanguage(text: string): Language | null {
  const isShouted = !/\p{Ll}/u.test(text.slice(0, 400));
  const { count, starts, ends } = splitWords(text.slice(0, longestText));
  let score = 0;
  let foreign = 0;
  let native = 0;
  for (let at = 0; at < count; at += 1) {
    const word = text.slice(starts[at], ends[at]);
    const isAcronym = !isShouted && word.length > 1 && word === word.toUpperCase();
    if (isAcronym) continue;
    const verdict = verdictOn(word.toLowerCase());
    score += verdict.score;
    if (verdict.kind === 'native') native += 1;
    if (verdict.kind === 'foreign') foreign += 1;
    if (at >= 20 && Math.abs(score) >= settled) break;
  }
  if (foreign > native && foreign > 1) return null;
  if (Math.abs(score) < leastScore) return null;
  return score > 0 ? 'en' : 'it';
}

interface Verdict {
  /** above 0 speaks for English, below for Italian */
  readonly score: number;
  readonly kind: 'native' | 'foreign' | 'other';
}

/** Verdicts already found; bounded, so that hostile text cannot fill the memory. */
const verdicts = new Map<string, Verdict>();
const mostKept = 50_000;

function verdictOn(lower: string): Verdict {
  const known = verdicts.get(lower);
  if (known !== undefined) return known;
  if (verdicts.size >= mostKept) verdicts.clear();
  const verdict = freshVerdict(lower);
  verdicts.set(lower, verdict);
  return verdict;
}

function freshVerdict(lower: string): Verdict {
  const folded = foldAccents(lower);
  const small = smallWord(folded);
  if (small !== 0) return { score: small, kind: 'native' };
  if (foreignWords.has(folded)) return { score: 0, kind: 'foreign' };
  return { score: /\d/.test(folded) ? 0 : leaning(lower, folded), kind: 'other' };
}

const leastScore = 0.65;

/** From 20 words on, a lead that the rest of the text cannot sensibly turn. */
const settled = 12;

/**
 * The Italian *e* and *per* stand in the English list too ("e.g.", "per year"); they lean to Italian all the same, more
 * so as Italian firms write half their nouns in English.
 */
function smallWord(folded: string): number {
  if (folded === 'e') return -1.3;
  if (folded === 'per') return -0.9;
  if (isEnglishOnly(folded)) return folded.length === 1 ? 0.3 : 2.5;
  if (isItalianOnly(folded)) return folded.length === 1 ? -0.3 : -2.5;
  return 0;
}

function leaning(lower: string, folded: string): number {
  if (folded.length < 3) return 0;
  const accent = lower.length > 3 && /[àèéìòù]$/.test(lower) ? -2 : 0;
  const ending = endings.find(([pattern]) => pattern.test(folded))?.[1] ?? 0;
  return marks.reduce((sum, [pattern, weight]) => sum + (pattern.test(folded) ? weight : 0), accent + ending);
}
