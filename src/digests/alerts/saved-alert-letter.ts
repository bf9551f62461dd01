import type { Budget, Deadline } from '../../opportunities/index.js';
import type { Block, Letter } from '../../platform/mail/index.js';
import { savedAlertWords, type SavedAlertWords } from './saved-alert-words.js';
import type { ToldChange } from './told-change.js';

type Language = 'en' | 'it';

/** What somebody is told of one call. */
export interface ToldCall {
  readonly identifier: string;
  readonly title: string;
  readonly changes: readonly ToldChange[];
  /** a deadline that has come near, and the whole days until then; null: none has */
  readonly near: { readonly deadline: Deadline; readonly daysLeft: number } | null;
}

export interface AlertEnvelope {
  readonly language: Language;
  readonly name: string;
  readonly base: string;
  readonly subscriptionToken: string;
}

/** Tells somebody what happened to what they saved, with what stood before. */
export function savedAlertLetter(calls: readonly ToldCall[], envelope: AlertEnvelope): Letter {
  const { language, name, base, subscriptionToken } = envelope;
  const words = savedAlertWords(language);
  const [first] = calls;
  return {
    subject: first && calls.length === 1 ? words.subject(first.title) : words.subjectMany(calls.length),
    preheader: calls.map(({ title }) => title).join(' · '),
    greeting: words.greeting(name),
    blocks: [
      { kind: 'paragraph', text: words.opening(calls.length) },
      ...calls.flatMap((call) => callBlocks(call, envelope, words)),
      { kind: 'divider' },
      { kind: 'note', text: words.indicative },
    ],
    why: words.why,
    footerLinks: [
      { label: words.saved, url: `${base}/saved` },
      { label: words.stop, url: `${base}/subscriptions#${subscriptionToken}.stop` },
    ],
    unsubscribe: `${base}/api/v1/subscriptions/${subscriptionToken}/unsubscribe`,
  };
}

function callBlocks(call: ToldCall, { language, base }: AlertEnvelope, words: SavedAlertWords): Block[] {
  const { identifier, title, changes, near } = call;
  const facts = changes.map(({ field, before, now }): [string, string] => [
    words.labels[field],
    words.fromTo(shown(field, before, language, words), shown(field, now, language, words)),
  ]);
  if (near) facts.push([words.left, words.daysLeft(near.daysLeft, moment(near.deadline, language, words))]);
  const url = `${base}/opportunities/${encodeURIComponent(identifier)}`;
  return [
    { kind: 'divider' },
    { kind: 'title', text: title, language: null, url: null },
    { kind: 'note', text: identifier },
    { kind: 'facts', facts },
    { kind: 'actions', actions: [{ label: words.open, url }] },
  ];
}

/** A value as its source stated it, in words; what cannot be read is not stated. */
function shown(
  field: ToldChange['field'],
  value: unknown,
  language: Language,
  words: SavedAlertWords,
): string {
  if (field === 'statedStatus') return words.states[String(value)] ?? words.notStated;
  if (field === 'opensOn')
    return typeof value === 'string' ? dayOf(new Date(value), 'UTC', language) : words.notStated;
  if (field === 'deadlines')
    return Array.isArray(value) && value.length > 0
      ? (value as Deadline[]).map((deadline) => moment(deadline, language, words)).join('; ')
      : words.notStated;
  return budget(value as Budget | null, language, words);
}

function moment({ at, zone }: Deadline, language: Language, words: SavedAlertWords): string {
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const place = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const named = language === 'it' && place === 'Brussels' ? 'Bruxelles' : place;
  return words.at(dayOf(new Date(at), zone, language), time.format(new Date(at)), named);
}

const dayOf = (at: Date, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it' : 'en-GB', { dateStyle: 'long', timeZone }).format(at);

function budget(value: Budget | null, language: Language, words: SavedAlertWords): string {
  const euro = new Intl.NumberFormat(language === 'it' ? 'it' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const said = [
    ...(value?.perProjectMaxEur ? [words.perProject(euro.format(value.perProjectMaxEur))] : []),
    ...(value?.totalEur ? [words.inAll(euro.format(value.totalEur))] : []),
  ];
  return said.length > 0 ? said.join('; ') : words.notStated;
}
