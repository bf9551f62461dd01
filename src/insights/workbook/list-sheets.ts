import type { Match } from '../../matching/index.js';
import type { OpportunityCard } from '../../opportunities/index.js';
import { deadlinesAhead } from '../days-left.js';
import { isQuoted } from '../quoted-reasons.js';
import type { Cell, Sheet } from '../xlsx/spreadsheet.js';
import {
  callCells,
  callColumns,
  linesAbove,
  linkTo,
  matchCells,
  matchColumns,
  organisationCells,
  organisationColumns,
} from './shared-cells.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import {
  byOpportunity,
  callsPerMember,
  membersPerCall,
  pairKey,
  type WorkbookFindings,
} from './workbook-findings.js';
import { notStated, sheetNames, signalWords } from './workbook-words.js';

const rankColumn = { heading: 'Rank', width: 7 } as const;
const budgetColumns = [
  { heading: 'Per project, from €', width: 14 },
  { heading: 'Per project, to €', width: 14 },
] as const;

/** A row for each of the best organisations of each call; the call whose deadline comes first stands first. */
export function bestMembersSheet(findings: WorkbookFindings): Sheet {
  const lists = byOpportunity(findings.byOrganisation);
  const calls = [...findings.opportunities.values()].sort(nextDeadlineFirst(findings));
  const rows = calls.flatMap((card) => {
    const best = (lists.get(card.id) ?? []).filter((match) => findings.listed.has(pairKey(match)));
    return best
      .slice(0, membersPerCall)
      .map((match, at) => [
        ...callCells(card, findings),
        ...budgetCells(card.budget),
        count(at + 1),
        ...memberCells(match, findings),
        ...resultCells(match, findings),
      ]);
  });
  return {
    name: sheetNames.bestMembers,
    above: linesAbove(`the best ${membersPerCall} members for each call`, findings),
    columns: [...callColumns, ...budgetColumns, rankColumn, ...organisationColumns, ...matchColumns],
    rows,
    filtered: true,
  };
}

/** A row for each of the best calls of each organisation, in order of name. */
export function bestCallsSheet(findings: WorkbookFindings): Sheet {
  const members = [...findings.organisations.values()].sort((a, b) =>
    a.card.facts.legalName.localeCompare(b.card.facts.legalName, 'it'),
  );
  const rows = members.flatMap((member) => {
    const best = (findings.byOrganisation.get(member.card.id) ?? []).filter((match) =>
      findings.listed.has(pairKey(match)),
    );
    if (best.length === 0)
      return [[...organisationCells(member), null, 'no call fits with evidence on both sides']];
    return best
      .slice(0, callsPerMember)
      .map((match, at) => [
        ...organisationCells(member),
        count(at + 1),
        ...opportunityCells(match, findings),
        ...resultCells(match, findings),
      ]);
  });
  return {
    name: sheetNames.bestCalls,
    above: linesAbove(`the best ${callsPerMember} calls for each member`, findings),
    columns: [...organisationColumns, rankColumn, ...callColumns, ...matchColumns],
    rows,
    filtered: true,
  };
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
        callQuote,
        evidenceQuote,
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
      { heading: 'Call', width: 46 },
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

function memberCells({ organisation }: Match, { organisations }: WorkbookFindings): Cell[] {
  const member = organisations.get(organisation);
  return member ? organisationCells(member) : organisationColumns.map(() => null);
}

function opportunityCells({ opportunity }: Match, findings: WorkbookFindings): Cell[] {
  const card = findings.opportunities.get(opportunity);
  return card ? callCells(card, findings) : callColumns.map(() => null);
}

const resultCells = (match: Match, { listed }: WorkbookFindings): Cell[] =>
  matchCells(match.fit.band, match.trackRecord.band, listed.get(pairKey(match)));

function budgetCells(budget: OpportunityCard['budget']): Cell[] {
  const money = (value: number | null | undefined): Cell =>
    value === null || value === undefined ? notStated : { value, style: 'money' };
  return [money(budget?.perProjectMinEur), money(budget?.perProjectMaxEur)];
}

/** What has no deadline ahead stands last; then in order of identifier. */
function nextDeadlineFirst({ asOf }: WorkbookFindings): (a: OpportunityCard, b: OpportunityCard) => number {
  const next = (card: OpportunityCard): string => deadlinesAhead(card.deadlines, asOf)[0]?.at ?? '9999';
  const key = (card: OpportunityCard): string => `${next(card)} ${card.identifier.toLowerCase()}`;
  return (a, b) => Number(key(a) > key(b)) - Number(key(a) < key(b));
}
