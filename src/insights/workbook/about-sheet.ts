import { isoDay, lateBelowDays } from '../days-left.js';
import type { Cell, Sheet } from '../xlsx/spreadsheet.js';
import { linesAbove } from './shared-cells.js';
import {
  callsPerMember,
  membersPerCall,
  possiblePerList,
  type WorkbookFindings,
} from './workbook-findings.js';
import { inventedMark, sheetNames } from './workbook-words.js';

/** Where the figures come from, of when they are, and what the words mean. */
export function aboutSheet(findings: WorkbookFindings): Sheet {
  const { cluster, asOf, organisations, opportunities, inventedLeftOut } = findings;
  const invented = [...organisations.values()].filter(({ card }) => card.invented).length;
  const days = [...opportunities.values()].map(({ observedAt }) => observedAt.slice(0, 10)).sort();
  const facts: (readonly [string, string | number])[] = [
    ['Cluster', cluster.nameEn],
    ['As of', isoDay(asOf)],
    ['Calls listed (open, forthcoming or standing on that day)', opportunities.size],
    ['Data on the calls', days.length === 0 ? 'none' : `from ${days[0] ?? ''} to ${days.at(-1) ?? ''}`],
    ['Members in this file', organisations.size],
    [`of which ${inventedMark}`, invented],
    ['Invented members left out because there are real ones', inventedLeftOut],
    ['Snapshot of the evidence', findings.snapshot],
    ['Ranking model', findings.model],
    [
      sheetNames.bestMembers,
      `At most ${membersPerCall} members for each call, of whom at most ${possiblePerList} with a fit that is only possible. A call for which no member has a reason quoted from both sides is left out.`,
    ],
    [
      sheetNames.bestCalls,
      `At most ${callsPerMember} calls for each member, of which at most ${possiblePerList} with a fit that is only possible. A call without a reason quoted from both sides is left out; a list is never filled up.`,
    ],
    [
      sheetNames.coverage,
      'Members whose competence fit is good or strong for at least one call of that part, and the calls they reach. A member counts in every ecosystem its own texts speak of; each count leads to its rows.',
    ],
    [
      'Competence fit',
      'What its texts and projects show of what the call asks. Strong, good and possible compare with all who could answer the same call; they are not chances of success.',
    ],
    ['Track record', 'Past projects, how recent they are, and with whom. Never mixed with the fit.'],
    [
      'Likely role',
      'From the kind of competence that answers the call (equipment, test site, data, end user), else from the type of organisation. A guess to talk about.',
    ],
    ['Late', `Fewer than ${lateBelowDays} days to the next deadline.`],
    ['Not stated', 'No source says so. It is not zero and not no.'],
    ['Before deciding', 'Read the official text of the call; dates can move.'],
  ];
  return {
    name: sheetNames.about,
    above: linesAbove('about this file', findings),
    columns: [
      { heading: 'What', width: 50 },
      { heading: 'Says', width: 110 },
    ],
    rows: facts.map(([what, says]): Cell[] => [{ value: what, style: 'bold' }, String(says)]),
    filtered: false,
  };
}
