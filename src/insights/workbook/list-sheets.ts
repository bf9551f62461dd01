import type { Match } from '../../matching/index.js';
import { deadlinesAhead, type OpportunityCard } from '../../opportunities/index.js';
import { asSentence } from '../excerpt.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import { isQuoted } from '../quoted-reasons.js';
import type { Cell, Column, Sheet } from '../xlsx/spreadsheet.js';
import {
  callFacts,
  callName,
  inventedCell,
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
import type { WorkbookWords } from './workbook-words.js';

const rankColumn = ({ headings }: WorkbookWords): Column => ({ heading: headings.rank, width: 7 });

/** A row for each of the best organisations of each call; the call whose deadline comes first stands first. */
export function bestMembersSheet(findings: WorkbookFindings): Sheet {
  const { organisations, listed, words } = findings;
  const lists = byOpportunity(findings.byOrganisation);
  const calls = [...findings.opportunities.values()].sort(nextDeadlineFirst(findings.asOf));
  const rows = calls.flatMap((card) => {
    const best = shownOf(lists.get(card.id) ?? [], listed, membersPerCall);
    return best.flatMap((match, at) => {
      const member = organisations.get(match.organisation);
      if (!member) return [];
      return [
        [
          ...callName.cells(card, findings),
          count(at + 1),
          ...organisationName.cells(member, findings),
          ...resultCells(match, findings),
          ...callFacts.cells(card, findings),
          ...organisationFacts.cells(member, findings),
        ],
      ];
    });
  });
  return {
    name: words.sheets.bestMembers,
    above: linesAbove(words.above.bestMembers(membersPerCall), findings),
    columns: [
      ...callName.columns(words),
      rankColumn(words),
      ...organisationName.columns(words),
      ...matchResult.columns(words),
      ...callFacts.columns(words),
      ...organisationFacts.columns(words),
    ],
    rows,
    filtered: true,
  };
}

/** A row for each of the best calls of each organisation, in order of name. */
export function bestCallsSheet(findings: WorkbookFindings): Sheet {
  const { words } = findings;
  const members = [...findings.organisations.values()].sort((a, b) =>
    a.card.facts.legalName.localeCompare(b.card.facts.legalName, 'it'),
  );
  return {
    name: words.sheets.bestCalls,
    above: linesAbove(words.above.bestCalls(callsPerMember), findings),
    columns: [
      ...organisationName.columns(words),
      rankColumn(words),
      ...callName.columns(words),
      ...matchResult.columns(words),
      ...callFacts.columns(words),
      ...organisationFacts.columns(words),
    ],
    rows: members.flatMap((member) => bestCallsOf(member, findings)),
    filtered: true,
  };
}

function bestCallsOf(member: Member, findings: WorkbookFindings): Cell[][] {
  const { opportunities, listed, words } = findings;
  const best = shownOf(findings.byOrganisation.get(member.card.id) ?? [], listed, callsPerMember);
  if (best.length === 0) {
    return [[...organisationName.cells(member, findings), null, words.noCallFits]];
  }
  return best.flatMap((match, at) => {
    const card = opportunities.get(match.opportunity);
    if (!card) return [];
    return [
      [
        ...organisationName.cells(member, findings),
        count(at + 1),
        ...callName.cells(card, findings),
        ...resultCells(match, findings),
        ...callFacts.cells(card, findings),
        ...organisationFacts.cells(member, findings),
      ],
    ];
  });
}

/** What every listed pair rests on: a sentence of the call beside a sentence of the organisation's record. */
export function reasonsSheet(findings: WorkbookFindings): Sheet {
  const { words } = findings;
  const { headings, notStated } = words;
  const rows = [...findings.organisations.values()].flatMap((member) =>
    (findings.byOrganisation.get(member.card.id) ?? []).flatMap((match) => {
      const reasons = findings.listed.get(pairKey(match))?.reasons.filter(isQuoted) ?? [];
      const card = findings.opportunities.get(match.opportunity);
      return reasons.map(({ callQuote, evidenceQuote, terms, evidence, signal }): Cell[] => [
        { value: member.card.facts.legalName, style: 'bold' },
        inventedCell(member.card.invented, words),
        { value: card?.identifier ?? '', style: 'bold', link: linkTo(fixedHostUrl(card?.url ?? null)) },
        asSentence(callQuote),
        asSentence(evidenceQuote),
        terms.join(', '),
        words.signals[signal] ?? signal,
        words.records[evidence.type] ?? evidence.type,
        { value: evidence.title ?? notStated, link: linkTo(fixedHostUrl(evidence.url)) },
        evidence.date ?? notStated,
        words.states[evidence.state] ?? evidence.state,
      ]);
    }),
  );
  return {
    name: words.sheets.reasons,
    above: linesAbove(words.above.reasons(0), findings),
    columns: [
      { heading: headings.organisation, width: 26 },
      { heading: headings.invented, width: 12 },
      { heading: headings.call, width: 54 },
      { heading: headings.callSays, width: 60 },
      { heading: headings.recordSays, width: 60 },
      { heading: headings.sharedWords, width: 27 },
      { heading: headings.foundBy, width: 13 },
      { heading: headings.record, width: 12 },
      { heading: headings.recordTitle, width: 34 },
      { heading: headings.date, width: 12 },
      { heading: headings.state, width: 13 },
    ],
    rows,
    filtered: true,
  };
}

const count = (value: number): Cell => ({ value, style: 'count' });

const resultCells = (match: Match, findings: WorkbookFindings): Cell[] =>
  matchResult.cells(
    { fit: match.fit.band, trackRecord: match.trackRecord.band, pair: findings.listed.get(pairKey(match)) },
    findings,
  );

/** What has no deadline ahead stands last; then in order of identifier. */
function nextDeadlineFirst(asOf: Date): (a: OpportunityCard, b: OpportunityCard) => number {
  const next = (card: OpportunityCard): string => deadlinesAhead(card.deadlines, asOf)[0]?.at ?? '9999';
  const key = (card: OpportunityCard): string => `${next(card)} ${card.identifier.toLowerCase()}`;
  return (a, b) => Number(key(a) > key(b)) - Number(key(a) < key(b));
}
