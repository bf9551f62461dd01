import type { CompetenceKind } from '../../organisations/index.js';
import { isAboutPerson } from '../members/personal-content.js';

/** A competence line proposed from a text, with the sentence it was found in; nothing of it counts before a person says so. */
export interface ProposedCompetence {
  /** at most 300 characters, in the text's own words */
  readonly statement: string;
  readonly kind: CompetenceKind;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly sentence: string;
}

/** What a text is read up to, in characters. */
export const longestText = 60_000;
const mostProposals = 12;
const longestStatement = 300;
const shortestSentence = 25;
const longestSentence = 1_000;

/** What firms say of what they do, in English and Italian: beginnings of words. */
const doing =
  /\b(design|develop|manufactur|produc|build|machin|test|offer|provid|suppl|speciali|integrat|operat|engineer|simulat|certif|prototyp|weld|mould|print|recycl|disassembl|coat|cast|assembl|automat|analys|progett|svilupp|realizz|costru|lavora[tz]|collaud|offr|fornis|fornit|gesti|dispon|dotat|ricicl|caratterizz|prototip|sald|stamp|assembl|impiant|macchin|laborator|equip|research|ricerc)/giu;
const possession =
  /\b(we|our|the company|nostr[aioe]|azienda|abbiamo|siamo|offriamo|dispone|disponiamo|realizziamo|produciamo|sviluppiamo|progettiamo|cerchiamo)\b/iu;
/** What stands on such pages and is no competence. */
const beside =
  /\b(cookie|privacy|copyright|all rights|diritti riservati|newsletter|p\.? ?iva|partita iva|capitale sociale|fatturato|turnover|founded in|fondata nel|careers|lavora con noi|telefono|orari|click|clicca|iscriviti|subscribe)\b/iu;

const kinds: readonly (readonly [CompetenceKind, RegExp])[] = [
  ['need', /\b(we (are )?(look|search)(ing)? for|we need|cerchiamo|stiamo cercando|abbiamo bisogno)\b/iu],
  [
    'test-site',
    /\b(test (bench|rig|facilit)|testing facilit|laborator|banc(o|hi) (di )?prova|camer[ae] climatic|sal[ae] prove)/iu,
  ],
  ['data', /\b(data ?sets?|databases?|banc[ah]e? dati|serie storiche)\b/iu],
  ['end-user-site', /\b(pilot site|our (own )?plant|production site|sito pilota|nostro stabilimento)\b/iu],
  [
    'equipment',
    /\b(machines?|press(es)?|furnaces?|ovens?|production lines?|machining cent|macchin[ae]|press[ae]|forn[oi]|line[ae] di produzione|centri di lavoro)\b/iu,
  ],
];

/**
 * What a text says that its author can do: sentences that speak of doing, the telling ones first, each once. Sentences
 * about people, addresses and money are left out.
 */
export function proposedCompetences(text: string): ProposedCompetence[] {
  const sentences = sentencesOf(text.slice(0, longestText));
  const weighed = sentences.map((sentence, at) => ({ sentence, at, weight: weightOf(sentence) }));
  const telling = weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, mostProposals)
    .sort((a, b) => a.at - b.at);
  return telling.map(({ sentence }) => ({
    statement: shortened(sentence),
    kind: kinds.find(([, cue]) => cue.test(sentence))?.[0] ?? 'offer',
    ...trlIn(sentence),
    sentence,
  }));
}

function weightOf(sentence: string): number {
  if (sentence.length < shortestSentence || sentence.length > longestSentence) return 0;
  if (beside.test(sentence) || isAboutPerson(sentence) || /\d{5,}|https?:|www\./i.test(sentence)) return 0;
  const verbs = sentence.match(doing)?.length ?? 0;
  if (verbs === 0) return 0;
  return Math.min(verbs, 3) + (possession.test(sentence) ? 1 : 0) + (/\bTRL\b/.test(sentence) ? 1 : 0);
}

/** Lines that were only wrapped are joined; a bullet, a blank line and the end of a sentence part them. */
function sentencesOf(text: string): string[] {
  const clean = text.normalize('NFC').replace(/[^\P{Cc}\n]|\p{Cf}/gu, ' ');
  const paragraphs: string[] = [];
  for (const line of clean.split('\n').map((one) => one.trim())) {
    const last = paragraphs.at(-1) ?? '';
    const goesOn = last !== '' && /^\p{Ll}/u.test(line) && !/[.!?:;]$/.test(last);
    if (!goesOn) paragraphs.push(line);
    else paragraphs.splice(-1, 1, /\p{L}-$/u.test(last) ? last.slice(0, -1) + line : `${last} ${line}`);
  }
  const found = paragraphs
    .flatMap((paragraph) => paragraph.replace(/^[-•–*·▪]\s*/u, '').split(/(?<=[.!?])\s+(?=[\p{Lu}"«“])/u))
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim());
  return [...new Set(found)];
}

/** As it stands, or up to the last comma, semicolon or word that fits. */
function shortened(sentence: string): string {
  const plain = sentence.replace(/[.;,]$/, '');
  if (plain.length <= longestStatement) return plain;
  const head = plain.slice(0, longestStatement - 1);
  const clause = Math.max(head.lastIndexOf(','), head.lastIndexOf(';'));
  const end = clause > longestStatement / 2 ? clause : head.lastIndexOf(' ');
  return `${head.slice(0, end > 0 ? end : head.length)}…`;
}

function trlIn(sentence: string): { trlFrom: number | null; trlTo: number | null } {
  const found = /\bTRL\s?([1-9])(?!\d)(?:\s?(?:-|–|to|a)\s?(?:TRL\s?)?([1-9])(?!\d))?/i.exec(sentence);
  if (!found) return { trlFrom: null, trlTo: null };
  const levels = [Number(found[1]), Number(found[2] ?? found[1])];
  return { trlFrom: Math.min(...levels), trlTo: Math.max(...levels) };
}
