import { isoDay, lateBelowDays } from '../../opportunities/index.js';
import type { Cell, Sheet } from '../xlsx/spreadsheet.js';
import { possiblePerList } from '../worthwhile.js';
import { linesAbove } from './shared-cells.js';
import { callsPerMember, membersPerCall, type WorkbookFindings } from './workbook-findings.js';

/** Where the figures come from, of when they are, and what the words mean. */
export function aboutSheet(findings: WorkbookFindings): Sheet {
  const { words } = findings;
  return {
    name: words.sheets.about,
    above: linesAbove(words.above.about(0), findings),
    columns: [
      { heading: words.headings.what, width: 50 },
      { heading: words.headings.says, width: 110 },
    ],
    rows: [...figures(findings), ...meanings(findings)].map(([what, says]): Cell[] => [
      { value: what, style: 'bold' },
      String(says),
    ]),
    filtered: false,
  };
}

type Line = readonly [string, string | number];

function figures({
  words,
  cluster,
  asOf,
  organisations,
  opportunities,
  ...findings
}: WorkbookFindings): Line[] {
  const { about, language } = words;
  const invented = [...organisations.values()].filter(({ card }) => card.invented).length;
  const days = [...opportunities.values()].map(({ observedAt }) => observedAt.slice(0, 10)).sort();
  return [
    [about.cluster, language === 'it' ? cluster.nameIt : cluster.nameEn],
    [about.asOf, isoDay(asOf)],
    [about.calls, opportunities.size],
    [about.callData, days.length === 0 ? about.noCallData : about.fromTo(days[0] ?? '', days.at(-1) ?? '')],
    ...findings.sources.map((source): Line => [
      `${about.source}: ${about.sources[source.name]}`,
      `${source.day ?? words.notStated}${source.state === 'fresh' ? '' : ` (${about.oldSource})`}`,
    ]),
    [about.members, organisations.size],
    [about.ofWhichInvented, invented],
    [about.leftOut, findings.inventedLeftOut],
    [about.snapshot, findings.snapshot],
    [about.model, findings.model],
  ];
}

function meanings({ words: { about, sheets, headings } }: WorkbookFindings): Line[] {
  return [
    [sheets.bestMembers, about.bestMembers(membersPerCall, possiblePerList)],
    [sheets.bestCalls, about.bestCalls(callsPerMember, possiblePerList)],
    [sheets.coverage, about.coverage],
    [headings.fit, about.fit],
    [headings.trackRecord, about.trackRecord],
    [headings.role, about.role],
    [about.late[0], about.late[1](lateBelowDays)],
    about.notStated,
    about.beforeDeciding,
  ];
}
