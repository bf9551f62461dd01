import type { Language } from '../language.js';

/** What may be said of an approved need to anybody: nothing of who is on the board. */
export interface PublicNeed {
  readonly role: string;
  readonly text: string;
  readonly cites: readonly string[];
  readonly countries: readonly string[];
  readonly trl: readonly [number | null, number | null];
  readonly call: { readonly identifier: string; readonly title: string } | null;
  /** calendar date; null: none */
  readonly deadline: string | null;
  readonly cluster: string;
}

/** Texts to publish elsewhere, each in the form that place asks for. */
export interface NeedTexts {
  /** announcement of a partner search on the Funding & Tenders portal: English, at most 2,000 characters */
  readonly portal: string;
  /** post on the European Cluster Collaboration Platform: English */
  readonly eccp: string;
  /** expression of interest for the Enterprise Europe Network: English, its questions in order */
  readonly een: string;
  /** news for the sites of associations: Italian */
  readonly news: string;
}

export function needTexts(need: PublicNeed, labels: Readonly<Record<Language, string>>): NeedTexts {
  return {
    portal: portal(need, labels.en),
    eccp: eccp(need, labels.en),
    een: een(need, labels.en),
    news: news(need, labels.it),
  };
}

const longestPortal = 2_000;

function portal(need: PublicNeed, role: string): string {
  const lines = [
    `Partner wanted: ${role}.`,
    need.text,
    ...need.cites.filter((cite) => cite !== need.text).map((cite) => `The topic says: "${cite}"`),
    where(need),
    `Contact: ${need.cluster}.`,
  ];
  return clip(lines.filter((line) => line !== '').join('\n\n'), longestPortal);
}

function eccp(need: PublicNeed, role: string): string {
  return [
    `${need.cluster} looks for a partner: ${role}`,
    need.call === null
      ? ''
      : `For ${need.call.identifier}, "${need.call.title}"${closes(need, ', closing on ')}.`,
    need.text,
    where(need),
    'Clusters are welcome to pass this on to their members.',
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

function een(need: PublicNeed, role: string): string {
  const { call } = need;
  return [
    `Type of co-operation: research and development partnership${call === null ? '' : ` (${call.identifier})`}`,
    `Title: ${role} wanted${call === null ? '' : ` for "${call.title}"`}`,
    `What is looked for: ${need.text}`,
    `Readiness level: ${trlOf(need.trl) || 'not stated'}`,
    `Countries: ${need.countries.length === 0 ? 'any that may take part' : need.countries.join(', ')}`,
    `Deadline: ${need.deadline ?? 'not stated'}`,
    `Who asks: ${need.cluster}`,
  ].join('\n');
}

function news(need: PublicNeed, role: string): string {
  const { call } = need;
  return [
    `Cercasi partner: ${role.charAt(0).toLowerCase()}${role.slice(1)}`,
    `${need.cluster} cerca un partner${call === null ? '' : ` per il bando europeo ${call.identifier} ("${call.title}")`}${closes(need, ', in scadenza il ')}.`,
    // the need's own words stay as they were approved
    `Che cosa serve: ${need.text}`,
    need.countries.length === 0 ? '' : `Paesi: ${need.countries.join(', ')}.`,
    `Le imprese e gli enti interessati possono scrivere a ${need.cluster}.`,
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

function where(need: PublicNeed): string {
  const trl = trlOf(need.trl);
  return [
    need.countries.length === 0 ? '' : `Countries: ${need.countries.join(', ')}.`,
    trl === '' ? '' : `Readiness level: ${trl}.`,
  ]
    .filter((line) => line !== '')
    .join(' ');
}

const closes = ({ deadline }: PublicNeed, words: string): string =>
  deadline === null ? '' : words + deadline;

function trlOf([from, to]: PublicNeed['trl']): string {
  if (from === null && to === null) return '';
  return from === to || to === null || from === null ? `TRL ${from ?? to ?? ''}` : `TRL ${from} to ${to}`;
}

const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
