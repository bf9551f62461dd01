import type { Budget, OpportunityRecord, TextSection } from '../../opportunities/index.js';
import type { JsonObject } from '../reading/json-source.js';
import { trlIn } from '../reading/trl.js';
import { type TopicReading, topicRecord } from './topic-record.js';

/**
 * One topic with its text, from a work programme's PDF (amounts in sentences) or from the portal cut into outcome and
 * scope (amounts in figures): the two shapes are told apart by what the amounts are.
 *
 * @returns null where identifier or title is missing
 */
export function fromTopicText(line: JsonObject, reading: TopicReading): OpportunityRecord | null {
  const text = (name: string): string => (typeof line[name] === 'string' ? line[name].trim() : '');
  const trl = trlIn(text('trl'));
  const destination = text('destination');
  return topicRecord(
    {
      identifier: text('topicId'),
      title: text('title').replace(/\s+/g, ' '),
      callIdentifier: null,
      action: text('actionCode') || wholeAction(text('typeOfAction')),
      opensOn: null,
      deadlines: [],
      budget: budgetIn(line, text),
      trlFrom: trl.from,
      trlTo: trl.to,
      sections: [
        section('outcome', 'Expected Outcome', text('expectedOutcome')),
        section('scope', 'Scope', text('scope')),
        ...conditions.map(([name, heading]) => section('conditions', heading, text(name))),
      ].filter((part) => part.text !== ''),
      flags: {
        ...(/lump sum/i.test(text('legalFinancial') + text('procedure')) ? { lumpSum: true } : {}),
        ...(/support to third parties/i.test(text('legalFinancial')) ? { fstp: true } : {}),
        ...(destination === '' ? {} : { destination }),
        ...(text('documentStatus').startsWith('draft') ? { draft: true } : {}),
      },
    },
    reading,
  );
}

const conditions = [
  ['trl', 'Technology readiness level'],
  ['admissibility', 'Admissibility conditions'],
  ['eligibility', 'Eligibility conditions'],
  ['procedure', 'Procedure'],
  ['legalFinancial', 'Legal and financial set-up'],
] as const;

function section(kind: TextSection['kind'], heading: string, text: string): TextSection {
  return { kind, heading, text: paragraphs(text), language: 'en' };
}

/** Lines become paragraphs, bullets list items. */
function paragraphs(text: string): string {
  const lines = text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^[•·▪●◦‣-]\s+/, '- '),
    )
    .filter((line) => line !== '');
  return lines
    .map((line, at) =>
      at === 0
        ? line
        : line.startsWith('- ') && lines[at - 1]?.startsWith('- ')
          ? `\n${line}`
          : `\n\n${line}`,
    )
    .join('');
}

const actions = [
  'Research and Innovation Actions',
  'Innovation Actions',
  'Coordination and Support Actions',
  'Programme Co-fund Action',
  'Pre-commercial Procurement',
  'Framework Partnership Agreement',
];

/**
 * The PDF's table loses the first letters of a line ("ordination and Support Actions"): the type of action that lacks
 * the fewest.
 */
function wholeAction(text: string): string {
  const ending = actions.filter((action) => action.endsWith(text)).sort((a, b) => a.length - b.length);
  return text === '' ? '' : (ending[0] ?? text);
}

function budgetIn(line: JsonObject, text: (name: string) => string): Budget | null {
  const figure = (name: string): number | null =>
    typeof line[name] === 'number' && line[name] > 0 ? line[name] : null;
  const perProject = contributionIn(text('expectedEuContribution'));
  const total = /EUR (\d+(?:\.\d+)?) million/.exec(text('indicativeBudget'))?.[1];
  const budget = {
    totalEur: figure('indicativeBudget') ?? millions(total),
    shared: false,
    perProjectMinEur: figure('minContribution') ?? perProject.min,
    perProjectMaxEur: figure('maxContribution') ?? perProject.max,
    expectedGrants: null,
  };
  return budget.totalEur === null && budget.perProjectMinEur === null && budget.perProjectMaxEur === null
    ? null
    : budget;
}

/**
 * "between EUR 3.00 and 3.50 million", "around EUR 4 million".
 *
 * Where the first letters of lines are lost, so are the first digits of an amount that began one. An amount was in the
 * middle of its line, and is whole, where letters are missing right behind it ("around EUR 4.00 illion").
 */
function contributionIn(text: string): { readonly min: number | null; readonly max: number | null } {
  const isCut = text !== '' && !text.includes('The Commission estimates');
  const between = /between EUR\s+([\d.]+)\s+(\S*?)\s*(\d+(?:\.\d+)?)\s+million/.exec(text);
  if (between)
    return { min: isCut && between[2] === 'and' ? null : millions(between[1]), max: millions(between[3]) };
  const around = /around EUR\s+([\d.]+)\s+(\S+)/.exec(text);
  const amount = around === null || (isCut && around[2] === 'million') ? null : millions(around[1]);
  return { min: amount, max: amount };
}

function millions(text: string | undefined): number | null {
  const amount = Number(text);
  return text !== undefined && /^\d/.test(text) && amount > 0 ? Math.round(amount * 1_000_000) : null;
}
