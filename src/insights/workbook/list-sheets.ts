import type { Match } from '../../matching/index.js';
import type { OpportunityCard } from '../../opportunities/index.js';
import { deadlinesAhead } from '../days-left.js';
import { asSentence } from '../excerpt.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import { isQuoted } from '../quoted-reasons.js';
import type { Cell, Sheet } from '../xlsx/spreadsheet.js';
import {
  callFacts,
  callName,
  linesAbove,
  linkTo,
  matchResult,
  organisationFacts,
  organisationName,
} from './shared-cells.js';
import {
  byOpportunity,
  callsPerMember,
  membersPerCall,
  pairKey,
  shownOf,
  type Member,
  type WorkbookFindings,
} from './workbook-findings.js';
import { notStated, sheetNames, signalWords } from './workbook-words.js';

const rankColumn = { heading: 'Rank', width: 7 } as const;

/** A row for each of the best organisations of each call; the call whose deadline comes first stands first. */
export function bestMembersSheet(findings: WorkbookFindings): Sheet {
  const { asOf, partOf, organisations, listed } = findings;
  const lists = byOpportunity(findings.byOrganisation);
  const calls = [...findings.opportunities.values()].sort(nextDeadlineFirst(asOf));
  const rows = calls.flatMap((card) => {
    const best = shownOf(lists.get(card.id) ?? [], listed, membersPerCall);
    return best.flatMap((match, at) => {
      const member = organisations.get(match.organisation);
      if (!member) return [];
      return [
        [
          ...callName.cells({ card, asOf }),
          count(at + 1),
          ...organisationName.cells(member),
          ...resultCells(match, findings),
          ...callFacts.cells({ card, asOf, partOf }),
          ...organisationFacts.cells(member),
        ],
      ];
    });
  });
  return {
    name: sheetNames.bestMembers,
    above: linesAbove(`the best ${membersPerCall} members for each call`, findings),
    columns: [
      ...callName.columns,
      rankColumn,
      ...organisationName.columns,
      ...matchResult.columns,
      ...callFacts.columns,
      ...organisationFacts.columns,
    ],
    rows,
    filtered: true,
  };
}

/** A row for each of the best calls of each organisation, in order of name. */
export function bestCallsSheet(findings: WorkbookFindings): Sheet {
  const members = [...findings.organisations.values()].sort((a, b) =>
    a.card.facts.legalName.localeCompare(b.card.facts.legalName, 'it'),
  );
  return {
    name: sheetNames.bestCalls,
    above: linesAbove(`the best ${callsPerMember} calls for each member`, findings),
    columns: [
      ...organisationName.columns,
      rankColumn,
      ...callName.columns,
      ...matchResult.columns,
      ...callFacts.columns,
      ...organisationFacts.columns,
    ],
    rows: members.flatMap((member) => bestCallsOf(member, findings)),
    filtered: true,
  };
}

function bestCallsOf(member: Member, findings: WorkbookFindings): Cell[][] {
  const { asOf, partOf, opportunities, listed } = findings;
  const best = shownOf(findings.byOrganisation.get(member.card.id) ?? [], listed, callsPerMember);
  if (best.length === 0) {
    return [[...organisationName.cells(member), null, 'no call fits with evidence on both sides']];
  }
  return best.flatMap((match, at) => {
    const card = opportunities.get(match.opportunity);
    if (!card) return [];
    return [
      [
        ...organisationName.cells(member),
        count(at + 1),
        ...callName.cells({ card, asOf }),
        ...resultCells(match, findings),
        ...callFacts.cells({ card, asOf, partOf }),
        ...organisationFacts.cells(member),
      ],
    ];
  });
}

/** What every listed pair rests on: a sentence of the call beside a sentence of the organisation's record. */
export function reasonsSheet(findings: WorkbookFindings): Sheet {
  const rows = [...findings.organisations.values()].flatMap((member) =>
    (findings.byOrganisation.get(member.card.id) ?? []).flatMap((match) => {
      const reasons = findings.listed.get(pairKey(match))?.reasons.filter(isQuoted) ?? [];
      const card = findings.opportunities.get(match.opportunity);
      return reasons.map(({ callQuote, evidenceQuote, terms, evidence, signal }): Cell[] => [
        { value: member.card.facts.legalName, style: 'bold' },
        { value: card?.identifier ?? '', style: 'bold', link: linkTo(fixedHostUrl(card?.url ?? null)) },
        asSentence(callQuote),
        asSentence(evidenceQuote),
        terms.join(', '),
        signalWords[signal] ?? signal,
        evidence.type,
        { value: evidence.title ?? notStated, link: linkTo(fixedHostUrl(evidence.url)) },
        evidence.date ?? notStated,
        evidence.state,
      ]);
    }),
  );
  return {
    name: sheetNames.reasons,
    above: linesAbove('why they fit, quoted from both sides', findings),
    columns: [
      { heading: 'Organisation', width: 30 },
      { heading: 'Call', width: 54 },
      { heading: 'The call says', width: 60 },
      { heading: 'Its record says', width: 60 },
      { heading: 'Shared words', width: 36 },
      { heading: 'Found by', width: 16 },
      { heading: 'Record', width: 13 },
      { heading: 'Title', width: 34 },
      { heading: 'Date', width: 12 },
      { heading: 'State', width: 13 },
    ],
    rows,
    filtered: true,
  };
}

const count = (value: number): Cell => ({ value, style: 'count' });

const resultCells = (match: Match, { listed }: WorkbookFindings): Cell[] =>
  matchResult.cells({
    fit: match.fit.band,
    trackRecord: match.trackRecord.band,
    pair: listed.get(pairKey(match)),
  });

/** What has no deadline ahead stands last; then in order of identifier. */
function nextDeadlineFirst(asOf: Date): (a: OpportunityCard, b: OpportunityCard) => number {
  const next = (card: OpportunityCard): string => deadlinesAhead(card.deadlines, asOf)[0]?.at ?? '9999';
  const key = (card: OpportunityCard): string => `${next(card)} ${card.identifier.toLowerCase()}`;
  return (a, b) => Number(key(a) > key(b)) - Number(key(a) < key(b));
}
