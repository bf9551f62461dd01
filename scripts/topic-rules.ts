/**
 * `node --import ./scripts/typescript.mjs scripts/topic-rules.ts FILE.csv`: writes the facts of the topics of
 * 2026-2027 that the eligibility check needs to data/rules/topics/horizon-2026-2027.yaml.
 *
 * The file is the table of topics mined from the work programmes, in the form that `tessera import topics` reads. Only
 * identifier, part, type of action, dates and flags are taken; conditions in words go into conditions.yaml by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

const out = 'data/rules/topics/horizon-2026-2027.yaml';

const ruleSets: Readonly<Record<string, string>> = {
  RIA: 'horizon-ria',
  IA: 'horizon-ia',
  CSA: 'horizon-csa',
  COFUND: 'horizon-cofund',
  PCP: 'horizon-pcp',
  PPI: 'horizon-ppi',
  TMA: 'horizon-tma',
};

/** Column → flag. */
const flags: Readonly<Record<string, string>> = {
  annexBExceptions: 'own-conditions',
  chinaControlExcluded: 'china-control-excluded',
  countryRestricted: 'country-restricted',
  networkSupplierRestricted: 'network-supplier-restricted',
  usEntitiesFundable: 'us-entities-fundable',
  fstp: 'financial-support-to-third-parties',
  lumpSum: 'lump-sum',
  blindFirstStage: 'blind-first-stage',
};

const header = `# Topics of the work programmes 2026-2027, parts 3 to 12: the facts that the eligibility check needs, one line each.
# Written by scripts/topic-rules.ts; conditions in words are in conditions.yaml. The flags come from a search for phrases:
# good for a warning, no legal advice. own-conditions: the topic changes the general rules and must be read.
source: Horizon Europe Work Programme 2026-2027, parts 3 to 12, December 2025 edition (European Union, CC BY 4.0)
flags:
${Object.values(flags)
  .map((flag) => `  - ${flag}`)
  .join('\n')}
topics:
`;

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('topic-rules: name the table of topics (CSV)');
  process.exit(1);
}
const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true });
writeFileSync(out, header + rows.map(line).join(''));
console.log(`${out}: ${rows.length} topics`);

function line(row: Record<string, string>): string {
  const action = row['typeOfAction'] ?? '';
  const set = ruleSets[action];
  if (set === undefined) throw new Error(`${row['topicId']}: no rule set for the type of action '${action}'`);
  const deadlines = [row['deadline1'], row['deadline2']].filter((day) => day !== undefined && day !== '');
  const raised = Object.entries(flags).flatMap(([column, flag]) => (row[column] === '1' ? [flag] : []));
  const facts = [
    `id: ${row['topicId']}`,
    `rules: ${set}`,
    `part: ${row['part'] === 'CL1' ? 'HLTH' : row['part']}`,
    ...(row['opening'] ? [`opens: ${row['opening']}`] : []),
    `deadlines: [${deadlines.join(', ')}]`,
    ...(raised.length > 0 ? [`flags: [${raised.join(', ')}]`] : []),
  ];
  return `  - { ${facts.join(', ')} }\n`;
}
