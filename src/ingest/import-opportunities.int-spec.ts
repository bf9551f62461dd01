import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { INestApplicationContext } from '@nestjs/common';

import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { openIngest } from '../../test/support/ingest-app.js';
import { portalPage, portalRecord } from '../../test/support/portal-record.js';
import { textFile } from '../../test/support/source-text.js';
import { systemScope } from '../platform/database/scope.js';
import { ImportOpportunities } from './import-opportunities.js';

const identifier = 'HORIZON-CL4-2027-09-ABC-01';
const tableHeader = 'topicId,title,typeOfAction,opening,deadline1,deadline2,budgetMeur,lumpSum';

describe('importing calls', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let folder: string;
  let imports: ImportOpportunities;
  beforeEach(async () => {
    database = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'calls-'));
    app = await openIngest(database, new Date('2026-11-21T00:00:00Z'));
    imports = app.get(ImportOpportunities);
  });
  afterEach(async () => {
    await app.close();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const page = (day: string, ...records: unknown[]): string =>
    file(`${day}-page-01.json`, portalPage(records));
  const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.unitOfWork.run(systemScope(), (unit) => unit.manager.query<T[]>(sql, parameters));
  const titles = async (): Promise<string[]> =>
    (await query<{ title: string }>('select title from opportunity order by identifier_key')).map(
      ({ title }) => title,
    );
  const everything = async (): Promise<string> =>
    JSON.stringify([
      await query('select to_jsonb(o) from opportunity o order by id'),
      await query('select to_jsonb(r) from opportunity_record r order by id'),
      await query('select to_jsonb(c) from opportunity_change c order by id'),
    ]);

  it('changes nothing the second time', async () => {
    const path = page(
      '2026-07-24',
      portalRecord({}),
      portalRecord({ identifier: ['I3-2026-X'], frameworkProgramme: ['44416173'] }),
    );
    expect((await imports.portal(path)).counts).toEqual({
      new: 2,
      changed: 0,
      same: 0,
      older: 0,
      refused: 0,
      noted: 0,
    });
    const before = await everything();
    expect((await imports.portal(path)).counts).toMatchObject({ new: 0, changed: 0, same: 2 });
    expect(await everything()).toBe(before);
  });

  it('keeps what changed, and never lets an older pass replace a newer one', async () => {
    const newer = page('2026-07-24', portalRecord({ title: ['New title'] }));
    const older = page('2026-05-07', portalRecord({ title: ['Old title'] }));
    await imports.portal(older);
    await imports.portal(newer);
    expect(await titles()).toEqual(['New title']);
    expect(await query('select field, old_value, new_value, source from opportunity_change')).toEqual([
      { field: 'title', old_value: 'Old title', new_value: 'New title', source: 'portal' },
    ]);
    expect((await imports.portal(older)).counts).toMatchObject({ older: 1, changed: 0 });
    expect(await titles()).toEqual(['New title']);
  });

  it('never closes a call because a pass missed it', async () => {
    await imports.portal(
      page('2026-07-23', portalRecord({}), portalRecord({ identifier: ['HORIZON-CL4-2027-09-ABC-02'] })),
    );
    await imports.portal(page('2026-07-24', portalRecord({})));
    expect(await query('select stated_status, count(*)::int as n from opportunity group by 1')).toEqual([
      { stated_status: 'open', n: 2 },
    ]);
  });

  it('takes a call for withdrawn that two complete passes of our own missed, and only those', async () => {
    const kept = portalRecord({ identifier: ['KEPT'] });
    const gone = portalRecord({ identifier: ['GONE'] });
    const pass = (day: number, records: readonly unknown[], asked: boolean, total = records.length) =>
      imports.portalFiles(
        'portal',
        [
          textFile('crawl-meta.json', `{"fetchedAt": "2026-11-${day}T03:00:00Z"}`),
          textFile('page-1.json', portalPage(records, total)),
        ],
        { asked },
      );
    const statuses = () => query('select identifier, stated_status as status from opportunity order by 1');
    const open = { identifier: 'GONE', status: 'open' };
    await pass(16, [kept, gone], true);
    await pass(17, [kept], true);
    expect(await statuses()).toContainEqual(open);
    await pass(18, [kept], false);
    await pass(18, [kept], true, 2);
    expect(await statuses()).toContainEqual(open);
    const { counts } = await pass(19, [kept], true);
    expect(counts).toMatchObject({ withdrawn: 1 });
    expect(await statuses()).toEqual([
      { identifier: 'GONE', status: 'withdrawn' },
      { identifier: 'KEPT', status: 'open' },
    ]);
    expect((await pass(20, [kept], true)).counts).toMatchObject({ withdrawn: 0, changed: 0, same: 1 });
    expect((await pass(21, [kept, gone], true)).counts).toMatchObject({ changed: 1 });
    expect(await statuses()).toContainEqual(open);
  });

  it('trusts the portal before the work programme, field by field, whichever came first', async () => {
    const table = file(
      'wp.csv',
      `${tableHeader}\n${identifier.toLowerCase()},From the programme,RIA,2026-09-01,2027-04-13,,36,1\n`,
    );
    await imports.topics(table);
    await imports.portal(page('2026-07-24', portalRecord({ typesOfAction: ['HORIZON Innovation Actions'] })));
    const [topic] = await query<Record<string, unknown>>(
      `select title, action_types, deadlines->0->>'at' as deadline, (budget->>'totalEur')::int as eur, flags->'lumpSum' as lump,
         provenance->>'title' as title_from, provenance->>'budget' as budget_from from opportunity`,
    );
    expect(topic).toEqual({
      title: 'Invented welding of things',
      action_types: ['IA'],
      deadline: '2027-02-02T16:00:00.000Z',
      eur: 36000000,
      lump: true,
      title_from: 'portal',
      budget_from: 'work-programme',
    });
    expect((await imports.topics(table)).counts).toMatchObject({ same: 1, changed: 0 });
  });

  it('takes pilots of a file, as edited', async () => {
    const pilots = (needs: string): string =>
      file(
        'p.yaml',
        `asOf: 2026-11-21\nopportunities:\n  - id: weld\n    kind: pilot\n    title: Welding\n    needs: [${needs}]\n`,
      );
    expect((await imports.pilots(pilots('A firm that welds.'))).counts).toMatchObject({ new: 1 });
    expect((await imports.pilots(pilots('A firm that cuts.'))).counts).toMatchObject({ changed: 1 });
    expect((await imports.pilots(pilots('A firm that cuts.'))).counts).toMatchObject({ same: 1, changed: 0 });
  });

  it('leaves out wrong rows and takes the rest; in strict mode it changes nothing', async () => {
    const table = file('wp.csv', `${tableHeader}\n${identifier},Good,RIA,,,,,\n,No identifier,RIA,,,,,\n`);
    await expect(imports.topics(table, { strict: true })).rejects.toMatchObject({
      code: 'ingest.rows-refused',
      kind: 'invalid',
    });
    expect(await titles()).toEqual([]);
    const { counts, problems } = await imports.topics(table);
    expect(counts).toMatchObject({ new: 1, refused: 1 });
    expect(problems).toMatchObject([{ file: 'wp.csv', row: 3, column: 'topicId' }]);
    expect(await titles()).toEqual(['Good']);
  });

  it('changes nothing where the last page is cut off', async () => {
    page('2026-07-24', portalRecord({}));
    file('2026-07-24-page-02.json', portalPage([portalRecord({})]).slice(0, -20));
    await expect(imports.portal(folder)).rejects.toMatchObject({ code: 'ingest.json-cut-off' });
    expect(await titles()).toEqual([]);
  });

  it('writes down what it did and what it saw', async () => {
    const { runId } = await imports.portal(page('2026-07-24', portalRecord({ status: ['1'] })));
    expect(
      await query('select source, file_name, state, counts, notes from import_run where id = $1', [runId]),
    ).toEqual([
      {
        source: 'portal',
        file_name: '2026-07-24-page-01.json',
        state: 'applied',
        counts: { new: 1, changed: 0, same: 0, older: 0, refused: 0, noted: 1 },
        notes: ['1 records of 1 calls in 1 files; 0 are no calls', 'every call the portal counted was seen'],
      },
    ]);
    expect(await query('select problems from import_row where run_id = $1', [runId])).toMatchObject([
      { problems: [{ column: 'status', value: '1', problem: 'unknown-status' }] },
    ]);
  });
});
