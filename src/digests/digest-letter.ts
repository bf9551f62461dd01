import type { Block, Letter } from '../platform/mail/index.js';
import type { DigestContent, DigestItem, Waiting } from './digest.js';
import { digestWords, type DigestWords } from './digest-words.js';

/** What a digest is written from, beside its content. */
export interface DigestEnvelope {
  readonly language: 'en' | 'it';
  readonly name: string;
  readonly organisation: string;
  readonly cluster: string;
  readonly base: string;
  /** what the links carry */
  readonly subscriptionToken: string;
  readonly digestToken: string;
}

/** An item with its place in the digest as it was chosen. */
export type NumberedItem = DigestItem & { readonly at: number };

/** The weekly digest. Its items keep the numbers that they were chosen with: the links name them. */
export function digestLetter(
  { items, saved, waiting }: Omit<DigestContent, 'items'> & { readonly items: readonly NumberedItem[] },
  envelope: DigestEnvelope,
): Letter {
  const words = digestWords(envelope.language);
  const blocks: Block[] = [
    { kind: 'paragraph', text: words.opening(items.length) },
    ...requestBlocks(waiting, envelope, words),
    ...items.flatMap((item) => itemBlocks(item, envelope, words)),
    ...needBlocks(waiting, envelope, words),
  ];
  if (saved.length > 0) {
    const lines = saved.map(({ title, day, daysLeft }) =>
      words.savedLine(title, writtenDay(day, envelope.language), daysLeft),
    );
    blocks.push({ kind: 'divider' }, { kind: 'heading', text: words.saved }, { kind: 'list', items: lines });
  }
  blocks.push({ kind: 'divider' }, { kind: 'note', text: words.indicative });
  return {
    ...frame(envelope, words),
    subject: words.subject(items.length + waiting.needs.length, envelope.organisation, waiting.requests),
    preheader: words.preheader([
      ...items.map(({ title }) => title),
      ...waiting.needs.map(({ text }) => text),
    ]),
    blocks,
  };
}

/** Says once, after four weeks of silence, that nothing fitted, and what would change it. */
export function silenceLetter(envelope: DigestEnvelope): Letter {
  const words = digestWords(envelope.language);
  return {
    ...frame(envelope, words),
    subject: words.noteSubject,
    preheader: words.noteAction,
    blocks: [
      { kind: 'paragraph', text: words.note },
      { kind: 'actions', actions: [{ label: words.noteAction, url: `${envelope.base}/profile` }] },
    ],
  };
}

/** Characters of a need; its page has the rest. */
const longestNeed = 300;

/** What is asked of the reader comes first. */
const requestBlocks = ({ requests }: Waiting, { base }: DigestEnvelope, words: DigestWords): Block[] =>
  requests === 0
    ? []
    : [
        { kind: 'paragraph', text: words.requests(requests) },
        { kind: 'actions', actions: [{ label: words.toRequests, url: `${base}/introductions` }] },
      ];

function needBlocks({ needs }: Waiting, { base, language }: DigestEnvelope, words: DigestWords): Block[] {
  if (needs.length === 0) return [];
  const lines = needs.map(({ text, cluster, call, deadline }) => {
    const day = deadline === null ? null : writtenDay(deadline, language);
    return words.needLine({ text: text.slice(0, longestNeed), cluster, call, day });
  });
  return [
    { kind: 'divider' },
    { kind: 'heading', text: words.needs },
    { kind: 'list', items: lines },
    { kind: 'actions', actions: [{ label: words.toNeeds, url: `${base}/seats` }] },
  ];
}

function itemBlocks(item: NumberedItem, { base, digestToken }: DigestEnvelope, words: DigestWords): Block[] {
  const answer = (verdict: string): string => `${base}/digest/answer#${digestToken}.${item.at}.${verdict}`;
  const { title, url, what, callQuote, recordQuote, facts, changed } = item;
  return [
    { kind: 'divider' },
    { kind: 'title', text: title, language: null, url },
    { kind: 'note', text: changed ? `${what} · ${words.changed}` : what },
    { kind: 'quotation', label: words.theyWrite, text: callQuote, language: null },
    { kind: 'quotation', label: words.youWrote, text: recordQuote, language: null },
    { kind: 'facts', facts },
    {
      kind: 'actions',
      actions: [
        { label: words.useful, url: answer('useful') },
        { label: words.notForUs, url: answer('not-for-us') },
      ],
    },
  ];
}

function frame(
  { name, organisation, cluster, base, subscriptionToken }: DigestEnvelope,
  words: DigestWords,
): Pick<Letter, 'greeting' | 'why' | 'footerLinks' | 'unsubscribe'> {
  const settings = `${base}/subscriptions#${subscriptionToken}`;
  return {
    greeting: words.greeting(name),
    why: words.why(organisation, cluster),
    footerLinks: [
      { label: words.settings, url: settings },
      { label: words.stop, url: `${settings}.stop` },
    ],
    unsubscribe: `${base}/api/v1/subscriptions/${subscriptionToken}/unsubscribe`,
  };
}

/** @param day `2026-11-24` @returns `24 November 2026` */
const writtenDay = (day: string, language: 'en' | 'it'): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(day));
