import type { TextSection } from '../../opportunities/index.js';
import { detectLanguage, sentences } from '../../ranking/text/index.js';
import type { NeedLanguage } from './need-cues.js';

/** A sentence of a call, and where it stands. */
export interface CallSentence {
  /** place of the section in the call */
  readonly section: number;
  readonly kind: TextSection['kind'];
  /** in the text of the section, in UTF-16 units */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: NeedLanguage;
  /** it says what is to be done: it has a verb of duty, or stands in a list under one */
  readonly asks: boolean;
}

/** Sections that say what a project must achieve and do; the rest is context. */
const read: ReadonlySet<TextSection['kind']> = new Set([
  'outcome',
  'scope',
  'need',
  'summary',
  'theme',
  'other',
]);

const duty = {
  en: /\b(should|must|shall|(?:is|are) (?:expected|required|requested|encouraged|invited|compulsory|needed)|requires?|need(?:s|ed)? to|welcome)\b/i,
  it: /(?<!\p{L})(dov(?:rà|ranno|rebbe|rebbero)|dev(?:e|ono)|è (?:richiest[ao]|necessari[ao]|prevista?)|sono (?:richiest[ie]|necessari[ei]|previst[ie])|si (?:richiede|cerca|cercano))(?!\p{L})/iu,
};

/** Notes below the text and bare addresses. */
const footnote = /^\s*(\[\d+\]|https?:|null$)/;

/**
 * What a call says, sentence by sentence, in order. A line that ends in a colon makes the lines below it, up to the next
 * full sentence that asks for nothing, part of what it asks.
 */
export function callSentences(sections: readonly TextSection[]): readonly CallSentence[] {
  return sections.flatMap((section, at) => (read.has(section.kind) ? sentencesOf(section, at) : []));
}

function sentencesOf(section: TextSection, at: number): CallSentence[] {
  const language = section.language ?? detectLanguage(section.text);
  // below `Expected outcome` everything is what must come of it
  const whole = section.kind === 'outcome' || section.kind === 'need';
  let listed = false;
  let headed = false;
  return sentences(section.text).flatMap(({ start, end }) => {
    const text = section.text.slice(start, end);
    if (footnote.test(text)) return [];
    const own = duty[language].test(text);
    const heads = text.endsWith(':') || (own && following[language].test(text));
    if (heads) headed = listed = own || listed;
    else if (headed && bullet.test(text)) listed = true;
    else if (prose[language].test(text)) listed = false;
    return [{ section: at, kind: section.kind, start, end, text, language, asks: own || listed || whole }];
  });
}

const bullet = /^[-–•]\s/;
const following = { en: /\bfollowing\b/i, it: /\bseguenti\b/i };

/** How plain sentences begin: what follows a list stands under its heading no longer. */
const prose = {
  en: /^(The|This|These|Those|In|It|They|For|To|As|Such|Additionally|Moreover|Furthermore|Finally|Overall|However|While|When|Where|Within|Given|Project|Proposal|Action|Applicant|Beneficiar)/,
  it: /^(Il|Lo|La|I|Gli|Le|Quest|In|Per|Inoltre|Infine|Tuttavia|Quando|Dove|Progett|Propost|Azion|Candidat|Beneficiar)/,
};
