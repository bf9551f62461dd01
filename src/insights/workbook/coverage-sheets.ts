import type { Match } from '../../matching/index.js';
import type { OpportunityCard } from '../../opportunities/index.js';
import { lineOf, type Cell, type Column, type Sheet } from '../xlsx/spreadsheet.js';
import { bandCell, inventedCell, linesAbove, linkTo } from './shared-cells.js';
import { fixedHostUrl } from '../fixed-host-url.js';
import type { ProgrammePartName } from '../programme-part.js';
import type { EcosystemTag, Member, WorkbookFindings } from './workbook-findings.js';
import type { WorkbookWords } from './workbook-words.js';
import { isMoreThanPossible } from '../worthwhile.js';

/** One good or strong match of an organisation of an ecosystem with a call of a programme part. */
interface CoverageRow {
  readonly ecosystem: string;
  readonly part: string;
  readonly member: Member;
  readonly tag: EcosystemTag | null;
  readonly card: OpportunityCard;
  readonly match: Match;
}

/** The code of what no text and no source tells. */
const untold = '';

const noEcosystem = (words: WorkbookWords): ProgrammePartName => ({ code: untold, name: words.noEcosystem });

/**
 * Ecosystem × programme part: how many members fit well, and how many calls they reach; and a sheet with the rows
 * behind every count, to which the counts link.
 */
export function coverageSheets(findings: WorkbookFindings): [Sheet, Sheet] {
  const parts = partsOf(findings);
  const { words } = findings;
  const ecosystems = [...findings.ecosystems, noEcosystem(words)];
  const cells = coverageRows(findings, parts);
  const inOrder = ecosystems.flatMap(({ code }) =>
    parts.list.map((part) => cells.get(keyOf(code, part.code)) ?? []),
  );
  const detail = detailSheet(inOrder.flat(), findings, parts.list);
  const starts = startsOf(inOrder);

  const block = (countOf: (rows: readonly CoverageRow[]) => number): Cell[][] =>
    ecosystems.map(({ name }, line) => [
      { value: name, style: 'bold' },
      ...parts.list.map((_, column): Cell => {
        const place = line * parts.list.length + column;
        const rows = inOrder[place] ?? [];
        if (rows.length === 0) return count(0);
        const link = { sheet: detail.name, cell: `A${lineOf(detail, starts[place] ?? 0)}` };
        return { value: countOf(rows), style: 'count', link };
      }),
    ]);

  const summary: Sheet = {
    name: words.sheets.coverage,
    above: linesAbove(words.above.coverage(0), findings),
    columns: [{ heading: words.membersThatFit, width: 30 }, ...parts.list.map(columnOf)],
    rows: [
      ...block((rows) => new Set(rows.map(({ member }) => member.card.id)).size),
      [],
      [heading(words.callsReached), ...parts.list.map(({ name }) => heading(name))],
      ...block((rows) => new Set(rows.map(({ card }) => card.id)).size),
      [{ value: words.callsInAll, style: 'bold' }, ...parts.list.map(({ code }) => count(parts.calls(code)))],
    ],
    filtered: false,
  };
  return [summary, detail];
}

/** How many rows come before each group. */
function startsOf(groups: readonly (readonly unknown[])[]): number[] {
  let rows = 0;
  return groups.map((group) => {
    const start = rows;
    rows += group.length;
    return start;
  });
}

const count = (value: number): Cell => ({ value, style: value === 0 ? 'none' : 'count' });
const heading = (value: string): Cell => ({ value, style: 'header' });

function detailSheet(
  rows: readonly CoverageRow[],
  findings: WorkbookFindings,
  parts: readonly ProgrammePartName[],
): Sheet {
  const { words } = findings;
  const { headings } = words;
  const ecosystemNames = new Map(
    [...findings.ecosystems, noEcosystem(words)].map(({ code, name }) => [code, name]),
  );
  const partNames = new Map(parts.map(({ code, name }) => [code, name]));
  return {
    name: words.sheets.coverageRows,
    above: linesAbove(words.above.coverageRows(0), findings),
    columns: [
      { heading: headings.ecosystem, width: 26 },
      { heading: headings.toldBy, width: 34 },
      { heading: headings.part, width: 26 },
      { heading: headings.organisation, width: 32 },
      { heading: headings.invented, width: 12 },
      { heading: headings.call, width: 54 },
      { heading: headings.title, width: 46 },
      { heading: headings.fit, width: 15 },
      { heading: headings.trackRecord, width: 13 },
    ],
    rows: rows.map(({ ecosystem, part, member, tag, card, match }) => [
      ecosystemNames.get(ecosystem) ?? ecosystem,
      tag?.words.join(', ') ?? null,
      partNames.get(part) ?? part,
      { value: member.card.facts.legalName, style: 'bold' },
      inventedCell(member.card.invented, words),
      { value: card.identifier, style: 'bold', link: linkTo(fixedHostUrl(card.url)) },
      card.title,
      bandCell(match.fit.band, words),
      bandCell(match.trackRecord.band, words),
    ]),
    filtered: true,
  };
}

/** Good and strong matches by ecosystem and part; a member stands in every ecosystem it speaks of. */
function coverageRows(findings: WorkbookFindings, parts: Parts): Map<string, CoverageRow[]> {
  const cells = new Map<string, CoverageRow[]>();
  for (const member of findings.organisations.values()) {
    const tags = member.ecosystems.length > 0 ? member.ecosystems : [null];
    for (const match of findings.byOrganisation.get(member.card.id) ?? []) {
      const card = findings.opportunities.get(match.opportunity);
      if (!card || !isMoreThanPossible(match)) continue;
      const part = parts.of(card);
      for (const tag of tags) {
        const ecosystem = tag?.code ?? untold;
        const key = keyOf(ecosystem, part);
        const row = { ecosystem, part, member, tag, card, match };
        const rows = cells.get(key);
        if (rows) rows.push(row);
        else cells.set(key, [row]);
      }
    }
  }
  return cells;
}

interface Parts {
  /** of everything listed, in order of name; what states none stands last */
  readonly list: readonly ProgrammePartName[];
  /** the part's code */
  readonly of: (card: OpportunityCard) => string;
  /** how many opportunities are listed in a part */
  readonly calls: (code: string) => number;
}

function partsOf({ opportunities, partOf, words }: WorkbookFindings): Parts {
  const parts = new Map<string, ProgrammePartName>();
  const counts = new Map<string, number>();
  const ofCard = new Map<string, string>();
  for (const card of opportunities.values()) {
    const part = partOf(card) ?? { code: untold, name: words.noPart };
    parts.set(part.code, part);
    ofCard.set(card.id, part.code);
    counts.set(part.code, (counts.get(part.code) ?? 0) + 1);
  }
  const last = ({ code }: ProgrammePartName): number => Number(code === untold);
  return {
    list: [...parts.values()].sort((a, b) => last(a) - last(b) || a.name.localeCompare(b.name, words.locale)),
    of: (card) => ofCard.get(card.id) ?? untold,
    calls: (code) => counts.get(code) ?? 0,
  };
}

const columnOf = ({ name }: ProgrammePartName): Column => ({ heading: name, width: 18 });

const keyOf = (ecosystem: string, part: string): string => `${ecosystem} ${part}`;
