import type { FoundOpportunity } from './search-opportunities.js';

/** What a program that reads the text again could take for a formula. */
const opensAsFormula = /^[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/u;

const columns: readonly [string, (one: FoundOpportunity) => string | number | null][] = [
  ['identifier', ({ card }) => card.identifier],
  ['title', ({ card }) => card.title],
  ['kind', ({ card }) => card.kind],
  ['programme', ({ card }) => card.programme],
  ['part', ({ card }) => card.part],
  ['actionTypes', ({ card }) => card.actionTypes.join('; ')],
  ['status', ({ card }) => card.status],
  ['opensOn', ({ card }) => card.opensOn],
  ['deadlines', ({ card }) => card.deadlines.map(({ at }) => at.slice(0, 10)).join('; ')],
  ['projectMinEur', ({ card }) => card.budget?.perProjectMinEur ?? null],
  ['projectMaxEur', ({ card }) => card.budget?.perProjectMaxEur ?? null],
  ['fit', ({ fit }) => fit?.fit.band ?? null],
  ['trackRecord', ({ fit }) => fit?.trackRecord.band ?? null],
  ['saved', ({ saved }) => (saved ? 'yes' : 'no')],
  ['url', ({ card }) => card.url],
  ['invented', ({ card }) => (card.invented ? 'yes' : 'no')],
  ['observedAt', ({ card }) => card.observedAt],
];

/** A list as CSV by RFC 4180, with a mark of its encoding; nothing in it opens as a formula. */
export function opportunityTable(found: readonly FoundOpportunity[]): string {
  const lines = [
    columns.map(([name]) => name),
    ...found.map((one) => columns.map(([, value]) => cell(value(one)))),
  ];
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value).replaceAll('\u0000', '');
  const inert = opensAsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
