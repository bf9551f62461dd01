import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';

import { sharedBytes } from './shared-data.js';
import { throwAwayFolder } from './throw-away-folder.js';

/** One row of a table of CORDIS, by column. */
type Row = Readonly<Record<string, string>>;

/** Rows of the real export beside the repository, picked and written out as a small export of the same form. */
export interface RealCordis {
  /** participations of one project */
  participants(grant: string): readonly Row[];
  /** grant numbers of projects signed before a day in which one of these PICs takes part */
  before(day: string, pics: readonly string[]): readonly string[];
  /** grant numbers of a topic, in any letter case */
  ofTopic(topic: string): readonly string[];
  /** a folder with these projects alone, gone after `use` */
  withExport<T>(grants: readonly string[], use: (folder: string) => Promise<T>): Promise<T>;
}

/** Undefined, with one line said, where the data are not here. */
export function readRealCordis(): RealCordis | undefined {
  const [projects, organisations] = ['project', 'organization'].map((name) =>
    sharedBytes(`cordis-horizon-europe/${name}.csv.gz`),
  );
  if (projects === undefined || organisations === undefined) return undefined;
  const [project, organization] = [tableOf(projects), tableOf(organisations)];
  const participants = (grant: string): Row[] => organization.rows(organization.of(grant));
  const withExport: RealCordis['withExport'] = async (grants, use) => {
    const folder = await mkdtemp(join(throwAwayFolder(), 'tessera-cordis-'));
    try {
      for (const [name, table] of Object.entries({ project, organization }))
        await writeFile(join(folder, `${name}.csv`), table.text(grants.flatMap((grant) => table.of(grant))));
      return await use(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return {
    participants,
    withExport,
    before: (day, pics) => {
      const theirs = organization.all.filter((record) => pics.some((pic) => record.includes(`,${pic},`)));
      const grants = [...new Set(theirs.map(grantOf))].flatMap((grant) => project.of(grant));
      return project
        .rows(grants)
        .filter(({ ecSignatureDate = '' }) => ecSignatureDate !== '' && ecSignatureDate < day)
        .map(({ id = '' }) => id);
    },
    ofTopic: (topic) => {
      const named = project.all.filter((record) => record.toUpperCase().includes(topic.toUpperCase()));
      const rows = project.rows(named).filter((row) => row['topic']?.toUpperCase() === topic.toUpperCase());
      return rows.map(({ id = '' }) => id);
    },
  };
}

const grantOf = (record: string): string => record.slice(0, record.indexOf(','));

/** A table cut into records without reading their cells: 100 times faster, and only few are wanted. */
function tableOf(gzipped: Buffer) {
  const [heading = '', ...all] = gunzipSync(gzipped)
    .toString('utf8')
    .split(/\r?\n(?=\d{8,9},)/);
  const byGrant = new Map<string, string[]>();
  for (const record of all) {
    const grant = grantOf(record);
    byGrant.set(grant, [...(byGrant.get(grant) ?? []), record]);
  }
  const text = (records: readonly string[]): string => `${[heading, ...records].join('\n')}\n`;
  return {
    all,
    text,
    of: (grant: string): readonly string[] => byGrant.get(grant) ?? [],
    rows: (records: readonly string[]): Row[] =>
      parse(text(records), { columns: true, relax_column_count: true }),
  };
}
