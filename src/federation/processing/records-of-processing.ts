import type { Cluster, RetentionPeriod } from '../../accounts/index.js';
import type { Agreement } from '../agreement.store.js';
import { processingWords, type ProcessingLanguage } from './processing-words.js';

/** What the records of one cluster are made of. */
export interface ProcessingFacts {
  readonly cluster: Cluster;
  readonly periods: readonly RetentionPeriod[];
  /** those in force */
  readonly agreements: readonly (Agreement & { readonly other: Cluster | undefined })[];
  /** calendar date */
  readonly day: string;
}

/** The records of processing of one cluster, as Markdown: a model to be completed and checked, with our own figures in it. */
export function recordsOfProcessing(facts: ProcessingFacts, language: ProcessingLanguage): string {
  const words = processingWords[language];
  const nameOf = (cluster: Cluster | undefined): string =>
    (language === 'it' ? cluster?.nameIt : cluster?.nameEn) ?? '';
  const activities = words.activities.map((one) => [
    one.name,
    one.purpose,
    one.ground,
    one.people,
    one.data,
    one.recipients,
  ]);
  const periods = facts.periods.map(({ data, kept }) => [
    words.classes[data] ?? data,
    kept.map((period) => inWords(period, words.units)).join(' / ') || words.untilItsEnd,
  ]);
  const agreements = facts.agreements.map(({ other, kind, fromOn, untilOn }) => [
    nameOf(other),
    words.kinds[kind] ?? kind,
    fromOn,
    untilOn ?? words.open,
  ]);
  return [
    `# ${words.title}`,
    `**${words.model}**`,
    `${words.controller}: ${plain(nameOf(facts.cluster))}, ${words.fillIn}. ${facts.day}.`,
    table(words.headings, activities),
    `## ${words.retention}`,
    words.retentionLead,
    table(words.retentionHeadings, periods),
    words.backups,
    `## ${words.agreements}`,
    agreements.length === 0 ? words.noAgreement : table(words.agreementHeadings, agreements),
    `## ${words.transfers}`,
    words.transfersText,
    `## ${words.measures}`,
    words.measuresText,
    '',
  ].join('\n\n');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A name that others gave is text in a cell, and neither a column, a link nor markup. */
const plain = (text: string): string =>
  text.replace(/[|\\`[\]<>\r\n]/g, (sign) => (/[\r\n]/.test(sign) ? ' ' : `\\${sign}`));

/** `12 months` → `12 mesi` */
function inWords(period: string, units: Readonly<Record<string, readonly [string, string]>>): string {
  const [count = '', unit = ''] = period.split(' ');
  const [one, many] = units[unit.replace(/s$/, '')] ?? [unit, unit];
  return `${count} ${count === '1' ? one : many}`;
}
