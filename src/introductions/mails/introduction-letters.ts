import type { Block, Letter } from '../../platform/mail/index.js';
import type { Side } from '../introduction.js';
import { introductionWords, type IntroductionWords } from './introduction-words.js';
import type { ProgressStep } from './introduction-mails.js';

/** One side as a mail may name it: what `ShowIntroduction` lets through, in words. */
export interface LetterParty {
  /** null: masked */
  readonly name: string | null;
  readonly country: string | null;
  readonly contact: { readonly name: string; readonly email: string } | null;
}

/** What a mail about a request is written from: already masked for its reader. */
export interface AboutRequest {
  readonly language: 'en' | 'it';
  /** the reader's */
  readonly name: string;
  /** of the request */
  readonly id: string;
  readonly subject: string;
  readonly role: string;
  readonly replacement: boolean;
  readonly sender: LetterParty;
  readonly recipient: LetterParty;
  /** the first lines of the request, masked */
  readonly lines: readonly string[];
  /** the day by which an answer is asked for, `24 November 2026`; null: none */
  readonly due: string | null;
  readonly base: string;
  /** of the link that answers without an account; null: none */
  readonly token: string | null;
  /** the reader has no account, and so no page but that of a link */
  readonly isGuest: boolean;
}

/** Asks, or reminds. Nothing in it does anything by being opened. */
export function requestLetter(about: AboutRequest, reminder: boolean): Letter {
  const words = introductionWords(about.language);
  return {
    ...frame(about, words, words.whyRequest),
    subject: words.requestSubject(about.subject, reminder),
    preheader: words.requestPreheader(about.role),
    blocks: [
      { kind: 'paragraph', text: reminder ? words.reminded : words.asked(party(about.sender, words)) },
      { kind: 'facts', facts: facts(about, words) },
      ...about.lines.map((text): Block => ({
        kind: 'quotation',
        label: words.theyWrite,
        text,
        language: null,
      })),
      { kind: 'actions', actions: answers(about, words) },
      { kind: 'note', text: words.noAccount },
    ],
  };
}

/** The same for a guest: who runs the service, what is done with the address. */
export function guestLetter(about: AboutRequest, reminder: boolean): Letter {
  const words = introductionWords(about.language);
  const letter = requestLetter(about, reminder);
  return {
    ...letter,
    blocks: [
      ...letter.blocks,
      { kind: 'heading', text: words.privacyTitle },
      { kind: 'note', text: words.privacy },
    ],
    why: words.whyGuest,
  };
}

/** What became of a request. */
export function progressLetter(
  about: AboutRequest,
  {
    step,
    reason,
    note,
  }: { readonly step: ProgressStep; readonly reason: string | null; readonly note: string | null },
): Letter {
  const words = introductionWords(about.language);
  const said = words.progress[step];
  const said2: Block[] =
    note === null ? [] : [{ kind: 'quotation', label: words.theyAnswer, text: note, language: null }];
  const why = reason === null ? [] : [[words.reason, words.reasons[reason] ?? reason] as const];
  return {
    ...frame(about, words, words.whySender),
    subject: words.progressSubject(said.short, about.subject),
    preheader: said.next,
    blocks: [
      { kind: 'paragraph', text: said.status(party(about.recipient, words)) },
      { kind: 'facts', facts: [...facts(about, words), ...why] },
      ...said2,
      { kind: 'paragraph', text: said.next },
      { kind: 'actions', actions: [{ label: words.open, url: page(about) }] },
    ],
  };
}

/** Nobody answered: an officer of theirs may call. */
export function escalationLetter(about: AboutRequest): Letter {
  const words = introductionWords(about.language);
  return {
    ...frame(about, words, words.whyOfficer),
    subject: words.escalationSubject(about.subject),
    preheader: words.escalationNext,
    blocks: [
      {
        kind: 'paragraph',
        text: words.escalation(party(about.recipient, words), party(about.sender, words)),
      },
      { kind: 'facts', facts: facts(about, words) },
      { kind: 'paragraph', text: words.escalationNext },
      { kind: 'actions', actions: [{ label: words.willCall, url: page(about) }] },
    ],
  };
}

/** Both agreed: names, and where to talk. */
export function agreedLetter(about: AboutRequest, reader: Side, nudge: boolean): Letter {
  const words = introductionWords(about.language);
  const other = reader === 'sender' ? about.recipient : about.sender;
  const { contact } = other;
  const reach = contact ? [[words.contact, `${contact.name}, ${contact.email}`] as const] : [];
  const next = about.isGuest ? words.agreedWrite : words.agreedNext;
  const talk = { label: words.talk, url: page(about) };
  return {
    ...frame(about, words, reader === 'sender' ? words.whySender : words.whyRequest),
    subject: nudge ? words.nudgeSubject(about.subject) : words.agreedSubject(about.subject),
    preheader: next,
    blocks: [
      { kind: 'paragraph', text: nudge ? words.nudge : words.agreed(party(other, words)) },
      { kind: 'facts', facts: [[words.otherSide, party(other, words)], ...reach, ...facts(about, words)] },
      { kind: 'paragraph', text: next },
      ...(about.isGuest ? [] : [{ kind: 'actions', actions: [talk] } as const]),
    ],
  };
}

/** The seat is filled. */
export function filledLetter(about: AboutRequest): Letter {
  const words = introductionWords(about.language);
  const { base, token } = about;
  const keep = { label: words.filledKeep, url: `${base}/introductions/answer#${token ?? ''}.keep` };
  return {
    ...frame(about, words, words.whyRequest),
    subject: words.filledSubject(about.subject),
    preheader: words.filledNext,
    blocks: [
      { kind: 'paragraph', text: words.filled },
      { kind: 'facts', facts: facts(about, words) },
      { kind: 'paragraph', text: words.filledNext },
      ...(token === null ? [] : [{ kind: 'actions', actions: [keep] } as const]),
    ],
  };
}

/** The same words went to many. */
export function floodLetter(about: AboutRequest, count: number): Letter {
  const words = introductionWords(about.language);
  return {
    ...frame(about, words, words.whyOfficer),
    subject: words.floodSubject,
    preheader: words.floodNext,
    blocks: [
      { kind: 'paragraph', text: words.flood(party(about.sender, words), count) },
      { kind: 'facts', facts: facts(about, words) },
      { kind: 'paragraph', text: words.floodNext },
      { kind: 'actions', actions: [{ label: words.open, url: `${about.base}/introductions` }] },
    ],
  };
}

function frame(
  { name }: AboutRequest,
  words: IntroductionWords,
  why: string,
): Pick<Letter, 'greeting' | 'why' | 'footerLinks' | 'unsubscribe'> {
  return { greeting: words.greeting(name), why, footerLinks: [], unsubscribe: null };
}

const page = ({ base, id }: AboutRequest): string => `${base}/introductions/${id}`;

/** Without an account one declines and asks; a guest accepts too. The token is behind `#`: no server is told. */
function answers({ base, id, token }: AboutRequest, words: IntroductionWords) {
  const link = token === null ? `${base}/introductions/${id}` : `${base}/introductions/answer#${token}`;
  return [
    { label: words.accept, url: token === null ? link : `${link}.accept` },
    { label: words.ask, url: token === null ? link : `${link}.ask` },
    { label: words.decline, url: token === null ? link : `${link}.decline` },
  ];
}

const party = ({ name, country }: LetterParty, words: IntroductionWords): string =>
  name ?? words.masked(country);

function facts(about: AboutRequest, words: IntroductionWords): (readonly [string, string])[] {
  const { subject, role, due, replacement } = about;
  return [
    [words.subject, subject],
    [words.role, role],
    ...(replacement ? [[words.kind, words.replacement] as const] : []),
    ...(due === null ? [] : [[words.due, due] as const]),
  ];
}
