import type { Block, Letter } from '../../platform/mail/index.js';
import type { SeatStep } from './seat-mails.js';
import { seatWords, type SeatWords } from './seat-words.js';

export type Light = 'pass' | 'fail' | 'needs-review';

interface AboutBoard {
  readonly language: 'en' | 'it';
  /** the reader's */
  readonly name: string;
  readonly base: string;
  /** title of the call or the idea */
  readonly title: string;
  /** of the call; null: an idea of one's own */
  readonly identifier: string | null;
  /** calendar date; null: none */
  readonly deadline: string | null;
  readonly cluster: string;
  readonly eligibility: Light;
}

/** What a mail about a seat is written from: no more than the seat's page shows its reader. */
export interface AboutSeat extends AboutBoard {
  readonly offer: string;
  readonly participation: string;
  /** what it is to cover, as approved */
  readonly covers: readonly string[];
  readonly effortMonths: number | null;
  /** who is in: by name only where the reader has a seat too */
  readonly partners: readonly string[];
}

/** One line of the sheet. */
export interface SheetLine {
  readonly pic: string | null;
  readonly legalName: string | null;
  readonly country: string | null;
  readonly participation: string;
  readonly contact: string | null;
}

export interface AboutAgreed extends AboutBoard {
  /** the co-ordinator first */
  readonly partners: readonly SheetLine[];
  readonly ruleSet: string | null;
  readonly rulesVersion: string | null;
  /** calendar date of the check */
  readonly checkedOn: string;
  /** what staff went on without, each with its reason */
  readonly waived: readonly string[];
}

/** Texts quoted of what a seat covers, and how long each may be. */
const quoted = { texts: 3, characters: 300 };

/** A seat is offered, confirmed, or another now. */
export function seatLetter(about: AboutSeat, step: SeatStep): Letter {
  const words = seatWords(about.language);
  const { title, offer, base } = about;
  return {
    ...frame(about, words),
    subject: words.subject[step](title),
    preheader: `${words.participation(about.participation)} · ${words.light[about.eligibility]}`,
    blocks: [
      { kind: 'paragraph', text: words.opening[step](about.cluster) },
      {
        kind: 'facts',
        facts: stated([
          ...callFacts(about, words),
          [words.seat, words.participation(about.participation)],
          [words.effort, about.effortMonths === null ? null : words.months(about.effortMonths)],
          [words.partners, about.partners.length === 0 ? words.nobodyYet : about.partners.join('; ')],
          [words.eligibility, words.light[about.eligibility]],
        ]),
      },
      ...about.covers.slice(0, quoted.texts).map((text): Block => ({
        kind: 'quotation',
        label: words.covers,
        text: text.slice(0, quoted.characters),
        language: null,
      })),
      { kind: 'note', text: words.aid },
      { kind: 'actions', actions: [{ label: words.toSeat[step], url: `${base}/seats/${offer}` }] },
    ],
  };
}

/** Thanks to whoever was asked as well. */
export function seatTakenLetter(about: AboutSeat): Letter {
  const words = seatWords(about.language);
  return {
    ...frame(about, words),
    subject: words.takenSubject(about.title),
    preheader: words.takenPreheader,
    blocks: [
      { kind: 'paragraph', text: words.taken(about.cluster) },
      { kind: 'facts', facts: stated(callFacts(about, words)) },
      { kind: 'paragraph', text: words.keepMe },
      { kind: 'actions', actions: [{ label: words.toNeeds, url: `${about.base}/seats` }] },
    ],
  };
}

/** The sheet, the same for all: in the order in which the portal asks. */
export function agreedSheetLetter(about: AboutAgreed): Letter {
  const words = seatWords(about.language);
  const lead = about.partners.find(({ participation }) => participation === 'coordinator');
  return {
    ...frame(about, words),
    subject: words.agreedSubject(about.title),
    preheader: words.agreedPreheader(about.partners.length),
    blocks: [
      { kind: 'paragraph', text: words.agreed(about.cluster) },
      {
        kind: 'facts',
        facts: stated([
          ...callFacts(about, words),
          [words.participation('coordinator'), lead?.legalName ?? null],
          [words.eligibility, words.light[about.eligibility]],
          [words.rules, rulesOf(about, words)],
        ]),
      },
      { kind: 'heading', text: words.sheet },
      ...about.partners.flatMap((partner, place): Block[] => [
        {
          kind: 'title',
          text: `${place + 1}. ${partner.legalName ?? words.notStated}`,
          language: null,
          url: null,
        },
        {
          kind: 'facts',
          facts: [
            ['PIC', partner.pic ?? words.notStated],
            [words.country, partner.country ?? words.notStated],
            [words.seat, words.participation(partner.participation)],
            [words.contact, partner.contact ?? words.notStated],
          ],
        },
      ]),
      ...(about.waived.length === 0
        ? []
        : [{ kind: 'heading', text: words.waived } as const, { kind: 'list', items: about.waived } as const]),
      { kind: 'note', text: words.notSigned },
      { kind: 'note', text: words.aid },
    ],
  };
}

const frame = (
  { name }: AboutBoard,
  words: SeatWords,
): Pick<Letter, 'greeting' | 'why' | 'footerLinks' | 'unsubscribe'> => ({
  greeting: words.greeting(name),
  why: words.why,
  footerLinks: [],
  unsubscribe: null,
});

const callFacts = (about: AboutBoard, words: SeatWords): [string, string | null][] => [
  [words.call, about.identifier === null ? about.title : `${about.title} (${about.identifier})`],
  [words.deadline, about.deadline && dayIn(about.language, about.deadline)],
];

function rulesOf({ ruleSet, rulesVersion, checkedOn, language }: AboutAgreed, words: SeatWords): string {
  if (ruleSet === null) return words.noRules;
  const day = (date: string): string => dayIn(language, date);
  return words.edition(ruleSet, rulesVersion === null ? words.notStated : day(rulesVersion), day(checkedOn));
}

/** @param date calendar date; what is none stays as it is written */
function dayIn(language: 'en' | 'it', date: string): string {
  const at = Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(at)) return date;
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}

/** What is not stated is left out. */
const stated = (facts: readonly (readonly [string, string | null])[]): (readonly [string, string])[] =>
  facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
