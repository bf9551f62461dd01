import type { HandKind } from './hand-call.js';
import type { NamedPlace } from './region-names.js';

/** A value found in a text, with the sentence that says it. */
export interface Proposed<T> {
  readonly value: T;
  readonly sentence: string;
}

/** What a pasted text says of a call, field by field; null and empty: it does not say. Nothing of it is kept. */
export interface ProposedHandCall {
  readonly kind: Proposed<HandKind> | null;
  readonly title: Proposed<string> | null;
  readonly programme: Proposed<string> | null;
  readonly phase: Proposed<string> | null;
  readonly regions: readonly Proposed<NamedPlace>[];
  readonly needs: readonly Proposed<string>[];
  /** calendar date */
  readonly deadline: Proposed<string> | null;
  readonly budgetEur: Proposed<number> | null;
  readonly url: Proposed<string> | null;
}

const mostRegions = 12;
const mostNeeds = 12;
const longestNeed = 600;
const longestTitle = 300;

const kinds: readonly (readonly [HandKind, RegExp])[] = [
  ['demo-case', /\b(demo[- ]?cases?|casi? dimostrativ[oi])\b/iu],
  [
    'cascade',
    /\b(cascade|third part(y|ies)|sub-?grants?|fstp|open calls?|euroclusters?|a cascata|terze parti)\b/iu,
  ],
  ['pilot', /\b(pilots?|pilota|progett[oi] pilota)\b/iu],
  [
    'window',
    /\b(window|vinnovate|interregional|regional (call|fund)|sportello|bando|finestra|avviso pubblico|call)\b/iu,
  ],
];

const programmes: readonly (readonly [string, RegExp])[] = [
  ['VINNOVATE', /\bvinnovate\b/iu],
  ['VANGUARD', /\bvanguard\b/iu],
  ['EUROCLUSTERS', /\beuroclusters?\b/iu],
  ['I3', /\bI3\b|interregional innovation investments?/u],
  ['INTERREG', /\binterreg\b/iu],
  ['CASCADE', /\b(cascade|third part(y|ies)|fstp|a cascata|terze parti)\b/iu],
  ['REGIONAL', /\b(regione|regional (call|fund|programme)|PR FESR|POR FESR|bando regionale|ERDF)\b/iu],
];

const phases: readonly (readonly [string, RegExp])[] = [
  ['learn', /\b(learn(ing)? phase|phase[: ]+learn|fase di apprendimento)\b/iu],
  ['connect', /\b(connect(ing)? phase|phase[: ]+connect|fase di connessione)\b/iu],
  ['demonstrate', /\b(demonstrat(e|ion|ing)( phase)?|phase[: ]+demonstrate|fase di dimostrazione)\b/iu],
  ['commercialise', /\b(commerciali[sz](e|ation|ing)( phase)?|fase di commercializzazione)\b/iu],
];

const needCue =
  /\b(we (are )?(look|search)(ing)? for|looking for|needs?|needed|required|seek(s|ing)?|sought|wanted|partners? (with|who|that)|cerchiamo|cerca(no|si)?|si cercano|servono|serve|richiest[oaie]|abbiamo bisogno|competenze in)\b/iu;
const deadlineCue =
  /\b(deadline|clos(es|ing|ure)|due|submit|until|by|scad(e|enza)|entro|chiusura|termine|presentare)\b/iu;
const budgetCue =
  /\b(budget|total|up to|maximum|grants?|fund(ing|s)?|dotazione|contribut[oi]|fino a|massimo|risorse|importo)\b/iu;

/** What a pasted text says of a call, each with the sentence it was found in. @param regionsIn names regions in a sentence */
export function proposeHandCall(
  text: string,
  regionsIn: (sentence: string) => readonly NamedPlace[],
): ProposedHandCall {
  const sentences = sentencesOf(text);
  const first = <T>(read: (sentence: string) => T | null): Proposed<T> | null => {
    for (const sentence of sentences) {
      const value = read(sentence);
      if (value !== null) return { value, sentence };
    }
    return null;
  };
  const named = <T>(cues: readonly (readonly [T, RegExp])[]): Proposed<T> | null => {
    for (const [value, cue] of cues) {
      const sentence = sentences.find((one) => cue.test(one));
      if (sentence !== undefined) return { value, sentence };
    }
    return null;
  };
  return {
    kind: named(kinds),
    title: titleOf(sentences),
    programme: named(programmes),
    phase: named(phases),
    regions: regionsOf(sentences, regionsIn),
    needs: needsOf(text, sentences),
    deadline: first((sentence) => (deadlineCue.test(sentence) ? dateIn(sentence) : null)),
    budgetEur: first((sentence) => (budgetCue.test(sentence) ? eurIn(sentence) : null)),
    url: first(
      (sentence) => /https?:\/\/[^\s<>"')]{4,300}/.exec(sentence)?.[0].replace(/[.,;]$/, '') ?? null,
    ),
  };
}

/** The first line that reads like a heading. */
function titleOf(sentences: readonly string[]): Proposed<string> | null {
  const line = sentences.find((sentence) => sentence.length >= 8 && !/^https?:/.test(sentence));
  if (line === undefined) return null;
  const bare = line.replace(/^(title|titolo|call|bando|pilot|subject|oggetto)\s*[:–-]\s*/iu, '');
  return { value: bare.replace(/[.;:]$/, '').slice(0, longestTitle), sentence: line };
}

function regionsOf(
  sentences: readonly string[],
  regionsIn: (sentence: string) => readonly NamedPlace[],
): Proposed<NamedPlace>[] {
  const found = new Map<string, Proposed<NamedPlace>>();
  for (const sentence of sentences)
    for (const value of regionsIn(sentence))
      if (!found.has(value.code)) found.set(value.code, { value, sentence });
  return [...found.values()].slice(0, mostRegions);
}

/** Sentences that look for something; after a heading that does ("Needs:"), the items of its list. */
function needsOf(text: string, sentences: readonly string[]): Proposed<string>[] {
  const listed = new Set<string>();
  let isListed = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = /^[-•–*·▪]\s*(.+)$/u.exec(line)?.[1] ?? /^\d{1,2}[.)]\s+(.+)$/u.exec(line)?.[1];
    if (item !== undefined && isListed) listed.add(oneLine(item));
    else if (line !== '') isListed = needCue.test(line) && line.endsWith(':');
  }
  const said = sentences.filter(
    (sentence) => listed.has(sentence) || (needCue.test(sentence) && !sentence.endsWith(':')),
  );
  return said
    .filter(({ length }) => length >= 12 && length <= longestNeed)
    .slice(0, mostNeeds)
    .map((sentence) => ({ value: sentence.replace(/[;,]$/, ''), sentence }));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Lines and sentences, each once, without the marks of lists. */
function sentencesOf(text: string): string[] {
  const lines = text
    .normalize('NFC')
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, ' ')
    .split('\n')
    .map((line) => oneLine(line.replace(/^\s*(?:[-•–*·▪]|\d{1,2}[.)]\s)\s*/u, '')));
  const sentences = lines.flatMap((line) => line.split(/(?<=[.!?;])\s+(?=[\p{Lu}"«“])/u));
  return [...new Set(sentences.filter((sentence) => sentence !== ''))];
}

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['january', 'gennaio', 'jan', 'gen'],
    ['february', 'febbraio', 'feb', 'feb'],
    ['march', 'marzo', 'mar', 'mar'],
    ['april', 'aprile', 'apr', 'apr'],
    ['may', 'maggio', 'may', 'mag'],
    ['june', 'giugno', 'jun', 'giu'],
    ['july', 'luglio', 'jul', 'lug'],
    ['august', 'agosto', 'aug', 'ago'],
    ['september', 'settembre', 'sep', 'set'],
    ['october', 'ottobre', 'oct', 'ott'],
    ['november', 'novembre', 'nov', 'nov'],
    ['december', 'dicembre', 'dec', 'dic'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

/** A date as people write it, day first where it is figures alone: `2027-09-17`, `17/09/2027`, `17 September 2027`. */
export function dateIn(sentence: string): string | null {
  const iso = /\b(20\d\d)-(\d\d)-(\d\d)\b/.exec(sentence);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /\b(\d{1,2})[./](\d{1,2})[./](20\d\d)\b/.exec(sentence);
  if (figures) return calendarDate(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th|°)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(20\d\d)\b/iu.exec(
    sentence,
  );
  if (dayFirst) return byName(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d\d)\b/iu.exec(sentence);
  return monthFirst ? byName(monthFirst[3], monthFirst[1], monthFirst[2]) : null;
}

function byName(year = '', month = '', day = ''): string | null {
  const number = months[month.toLowerCase()];
  return number === undefined ? null : calendarDate(Number(year), number, Number(day));
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

const figure = /\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?/u.source;
const scale = /(?:m|mln|mio|million[ei]?|milion[ei]|millions?|k|mila|thousand)?/iu.source;
const before = new RegExp(`(?:€|eur(?:o)?)\\s?(${figure})\\s?(${scale})\\b`, 'iu');
const after = new RegExp(`(${figure})\\s?(${scale})\\s?(?:di\\s)?(?:€|eur(?:o|os)?\\b)`, 'iu');

/** An amount in euro: `€ 1.500.000`, `EUR 2 million`, `300 mila euro`. */
export function eurIn(sentence: string): number | null {
  const found = before.exec(sentence) ?? after.exec(sentence);
  if (!found) return null;
  const digits = (found[1] ?? '').replace(/[.,\s](?=\d{3}(?!\d))/gu, '').replace(',', '.');
  const unit = (found[2] ?? '').toLowerCase();
  const factor = /^m(?!ila)/.test(unit) ? 1_000_000 : unit === '' ? 1 : 1_000;
  const amount = Math.round(Number(digits) * factor);
  return Number.isSafeInteger(amount) && amount > 0 && amount <= 100_000_000_000 ? amount : null;
}
