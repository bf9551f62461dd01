import type { TextSection } from '../../opportunities/index.js';
import { type CallSentence, callSentences } from './call-sentences.js';

/** What a call demands of the consortium as a whole, each with the sentence that says so. */
export type CallConstraint =
  /** places in so many different countries; `of` in the words of the call: `cities`, `demonstration activities` */
  | {
      readonly kind: 'countries';
      readonly atLeast: number;
      readonly of: string | null;
      readonly cite: CallSentence;
    }
  /** so many of something: `at least two use cases` */
  | { readonly kind: 'count'; readonly atLeast: number; readonly of: string; readonly cite: CallSentence }
  /** partners that must, or are asked to, take part as beneficiaries */
  | { readonly kind: 'beneficiaries'; readonly who: string; readonly cite: CallSentence }
  /** small and medium-sized firms are asked for */
  | { readonly kind: 'sme'; readonly must: boolean; readonly cite: CallSentence }
  /** partners that are said not to take part or not to be funded */
  | { readonly kind: 'not-funded'; readonly cite: CallSentence };

const numbers: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  uno: 1, una: 1, due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10,
}; // prettier-ignore

const count = String.raw`(\d{1,2}|${Object.keys(numbers).join('|')})`;
const least = String.raw`(?:at least|a minimum of|minimum|almeno|un minimo di)\s{1,4}${count}\s{1,4}`;
const inCountries = new RegExp(
  String.raw`${least}(?:different\s{1,4}|divers[ei]\s{1,4})?(?:countries|member states|paesi|stati membri)`,
  'i',
);
const eachFromAnother = new RegExp(
  String.raw`${least}([\p{L} -]{3,40}?),?\s{1,4}each\s{1,4}(?:from|in|located in)\s{1,4}a\s{1,4}different\s{1,4}(?:member state|country)`,
  'iu',
);
const someOf = new RegExp(String.raw`${least}(?:different\s{1,4})?([\p{L}-]+(?:\s[\p{L}-]+)?)`, 'iu');
const beneficiaries =
  /(?:the\s{1,4})?([\p{L} ,-]{3,60}?)\s{1,4}(?:must|should|shall)\s{1,4}participate\s{1,4}as\s{1,4}beneficiar/iu;
const activeBeneficiaries =
  /involvement,?\s{1,4}as\s{1,4}beneficiaries,?\s{1,4}of\s{1,4}([\p{L}/ ,-]{3,80}?)\s{1,4}(?:from|is|are)\b/iu;
const smes = /\b(?:SMEs?|small and medium(?:-|\s)sized enterprises|PMI|piccole e medie imprese)\b/;
const notFunded =
  /\b(?:does not provide direct funding to|(?:is|are) not expected to participate|not eligible for funding|non (?:è|sono) finanziat)/i;

/**
 * What a call demands beyond roles, in the order of its text. Only what a sentence says in so many words: what is not
 * found here may still be demanded (`data/rules` holds the conditions of topics that the check knows).
 */
export function callConstraints(sections: readonly TextSection[]): readonly CallConstraint[] {
  return callSentences(sections).flatMap((cite) =>
    [countriesIn(cite), beneficiariesIn(cite), smesIn(cite), notFundedIn(cite)].filter((one) => one !== null),
  );
}

function countriesIn(cite: CallSentence): CallConstraint | null {
  const each = eachFromAnother.exec(cite.text);
  if (each !== null)
    return { kind: 'countries', atLeast: numberOf(each[1]), of: each[2]?.trim() ?? null, cite };
  const countries = inCountries.exec(cite.text);
  if (countries !== null) return { kind: 'countries', atLeast: numberOf(countries[1]), of: null, cite };
  const some = someOf.exec(cite.text);
  const atLeast = numberOf(some?.[1]);
  const of = some?.[2]?.trim() ?? '';
  // `at least three of the following` is about aspects, not about partners or places
  return !cite.asks || !(atLeast >= 2) || /^of\b/i.test(of) ? null : { kind: 'count', atLeast, of, cite };
}

function beneficiariesIn(cite: CallSentence): CallConstraint | null {
  const who = (beneficiaries.exec(cite.text) ?? activeBeneficiaries.exec(cite.text))?.[1]?.trim();
  return who === undefined ? null : { kind: 'beneficiaries', who, cite };
}

function smesIn(cite: CallSentence): CallConstraint | null {
  if (!smes.test(cite.text) || !cite.asks) return null;
  return { kind: 'sme', must: /\b(must|shall|dev(?:e|ono))\b/i.test(cite.text), cite };
}

const notFundedIn = (cite: CallSentence): CallConstraint | null =>
  notFunded.test(cite.text) ? { kind: 'not-funded', cite } : null;

const numberOf = (text: string | undefined): number => numbers[text?.toLowerCase() ?? ''] ?? Number(text);
