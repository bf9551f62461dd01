import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { INestApplicationContext } from '@nestjs/common';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { openIngest } from '../../../test/support/ingest-app.js';
import { makeZip } from '../../../test/support/make-workbook.js';
import { systemScope } from '../../platform/database/scope.js';
import { newId } from '../../platform/ids/uuid.js';
import { ImportCordis } from './import-cordis.js';

const project = [
  'id,acronym,status,title,objective,keywords,startDate,endDate,topic,legalBasis,totalCost,contentUpdateDate',
  '101000001,OLD,CLOSED,Old project,Welding,"steel, laser",2021-05-01,2024-04-30,HORIZON-CL4-2021-X-01,HORIZON.2.4,0,2025-01-03 10:00:00',
  '101000002,NEW,SIGNED,New project,Cutting,,2024-01-01,,HORIZON-CL4-2023-X-01,HORIZON.2.4,1200.5,2025-06-01 10:00:00',
];
const organization = [
  'projectID,organisationID,vatNumber,name,shortName,activityType,SME,city,country,nutsCode,organizationURL,role,order,ecContribution,endOfParticipation',
  '101000001,900000001,IT01234567890,Alfa Old S.r.l.,ALFA,PRC,true,Milano,IT,ITC4C,http://alfa.example,coordinator,1,100,false',
  '101000002,900000001,,Alfa S.p.A.,,PRC,false,Milano,IT,ITC4C,,participant,2,50,true',
  '101000002,900000001,,Alfa S.p.A.,,PRC,false,Milano,IT,ITC4C,,participant,3,70,false',
  '101000002,900000002,,Beta,BETA,REC,false,Athina,EL,EL303,,coordinator,1,300,false',
];
const euroSciVoc = [
  'projectID,euroSciVocCode,euroSciVocTitle,euroSciVocPath',
  '101000001,/25/75,mechanical engineering,/engineering and technology/mechanical engineering',
  '101000002,/25/75,mechanical engineering,/engineering and technology/mechanical engineering',
];
const result = [
  'projectID,resultID,type,subtype,title,description',
  '101000001,r1,deliverable,R,Pilot line,What the line does',
  '101000001,r2,deliverable,DMP,Data plan,How data are kept',
  '101000001,r3,pubsum,,Periodic Reporting,periodic',
  '101000002,r4,ipr,PATENT,A METHOD,',
];
const files = { project, organization, euroSciVoc, result };

describe('importing a CORDIS export', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let folder: string;
  beforeEach(async () => {
    database = await openTestDatabase();
    app = await openIngest(database, new Date('2026-11-21T00:00:00Z'));
    folder = mkdtempSync(join(tmpdir(), 'cordis-'));
  });
  afterEach(async () => {
    await app.close();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const write = (changed: Partial<Record<keyof typeof files, readonly string[]>> = {}): void => {
    for (const [name, lines] of Object.entries({ ...files, ...changed })) {
      writeFileSync(join(folder, `${name}.csv.gz`), gzipSync(lines.join('\n')));
    }
  };
  const importCordis = (path = folder, strict = false) => app.get(ImportCordis).run(path, { strict });
  const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.unitOfWork.run(systemScope(), (unit) => unit.manager.query<T[]>(sql, parameters));

  /** Everything but the runs themselves, as one text. */
  const everything = async (): Promise<string> => {
    const tables = [
      'organisation',
      'organisation_record',
      'project',
      'participation',
      'project_concept',
      'concept',
      'evidence',
    ];
    const parts = await Promise.all(
      tables.map((table) =>
        query(`select '${table}' as "table", to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`),
      ),
    );
    return JSON.stringify(parts);
  };

  it('writes projects, organisations, participations, classes and results', async () => {
    write();
    const { counts, problems } = await importCordis();
    expect(problems).toEqual([]);
    expect(counts).toEqual({
      projects: 2,
      projectsWritten: 2,
      organisations: 2,
      organisationsNew: 2,
      participations: 3,
      participationsWritten: 3,
      concepts: 2,
      projectConceptsWritten: 2,
      resultsWritten: 2,
      refused: 0,
      noted: 0,
    });
    expect(await query('select pic, listed, invented from organisation order by pic')).toEqual([
      { pic: '900000001', listed: true, invented: false },
      { pic: '900000002', listed: true, invented: false },
    ]);
    expect(await query('select code, label from concept order by code')).toEqual([
      { code: '/25', label: 'engineering and technology' },
      { code: '/25/75', label: 'mechanical engineering' },
    ]);
    expect(await query('select title, text, organisation_id, state from evidence order by title')).toEqual([
      { title: 'A METHOD', text: 'A METHOD', organisation_id: null, state: 'open' },
      { title: 'Pilot line', text: 'What the line does', organisation_id: null, state: 'open' },
    ]);
  });

  it('says of an organisation what its newest project says, and fills the rest from older ones', async () => {
    write();
    await importCordis();
    const [alfa] = await query<Record<string, unknown>>(
      `select r.legal_name, r.short_name, r.sme, r.url, r.observed_on::text, r.source, r.cluster_id, o.vat_number
       from organisation_record r join organisation o on o.id = r.organisation_id where o.pic = '900000001'`,
    );
    expect(alfa).toEqual({
      legal_name: 'Alfa S.p.A.',
      short_name: 'ALFA',
      sme: false,
      url: 'http://alfa.example',
      observed_on: '2025-06-01',
      source: 'cordis',
      cluster_id: null,
      vat_number: 'IT01234567890',
    });
  });

  it('joins the rows of one that left and came back', async () => {
    write();
    await importCordis();
    expect(
      await query(
        `select role, position, contribution_eur::int as eur, ended from participation p
         join organisation o on o.id = p.organisation_id join project j on j.id = p.project_id
         where o.pic = '900000001' and j.grant_id = '101000002'`,
      ),
    ).toEqual([{ role: 'participant', position: 2, eur: 70, ended: false }]);
  });

  it('changes nothing the second time, from a folder or a zip', async () => {
    write();
    await importCordis();
    const before = await everything();
    expect((await importCordis()).counts).toMatchObject({
      projectsWritten: 0,
      organisationsNew: 0,
      participationsWritten: 0,
      projectConceptsWritten: 0,
      resultsWritten: 0,
    });
    const zip = join(folder, 'export.zip');
    writeFileSync(
      zip,
      makeZip(
        Object.fromEntries(
          Object.entries(files).map(([name, lines]) => [`csv/${name}.csv`, lines.join('\n')]),
        ),
      ),
    );
    await importCordis(zip);
    expect(await everything()).toBe(before);
    expect(await query('select state from import_run')).toHaveLength(3);
  });

  it('takes an organisation that stands with that PIC for the same, and lists it', async () => {
    const id = newId();
    await query(
      `insert into organisation (id, pic, vat_number, listed) values ($1, '900000002', 'EL1', false)`,
      [id],
    );
    write();
    await importCordis();
    expect(await query(`select id, listed, vat_number from organisation where pic = '900000002'`)).toEqual([
      { id, listed: true, vat_number: 'EL1' },
    ]);
  });

  it('makes participants and classes what a later export says, and raises versions of what changed', async () => {
    write();
    await importCordis();
    write({
      project: [
        project[0] ?? '',
        project[1] ?? '',
        (project[2] ?? '').replace('New project', 'Renamed project'),
      ],
      organization: [
        ...organization.slice(0, 2),
        (organization[4] ?? '').replace('coordinator', 'participant'),
      ],
      euroSciVoc: euroSciVoc.slice(0, 2),
    });
    await importCordis();
    expect(await query('select grant_id, title, version from project order by grant_id')).toEqual([
      { grant_id: '101000001', title: 'Old project', version: 1 },
      { grant_id: '101000002', title: 'Renamed project', version: 2 },
    ]);
    expect(
      await query(
        `select j.grant_id, o.pic, p.role from participation p join organisation o on o.id = p.organisation_id
         join project j on j.id = p.project_id order by 1, 2`,
      ),
    ).toEqual([
      { grant_id: '101000001', pic: '900000001', role: 'coordinator' },
      { grant_id: '101000002', pic: '900000002', role: 'participant' },
    ]);
    expect(await query('select count(*)::int as n from project_concept')).toEqual([{ n: 1 }]);
  });

  it('leaves out wrong rows, says which, and takes the rest', async () => {
    write({
      project: [...project, '101000002,AGAIN,SIGNED,Twice,,,,,,,,', 'x,,,,,,,,,,,'],
      organization: [
        ...organization,
        '101000009,900000003,,Gamma,,PRC,,,,,,participant,1,,',
        '101000001,12,,Delta,,,,,,,,,,,',
      ],
    });
    const { counts, problems, runId } = await importCordis();
    expect(counts).toMatchObject({ projects: 2, organisations: 2, refused: 4 });
    expect(
      problems.map(({ file, row, column, value, problem }) => [file, row, column, value, problem]),
    ).toEqual([
      ['project.csv', 4, 'id', '101000002', 'duplicate'],
      ['project.csv', 5, 'id', 'x', 'not-a-grant-number'],
      ['organization.csv', 6, 'projectID', '101000009', 'unknown-project'],
      ['organization.csv', 7, 'organisationID', '12', 'not-a-pic'],
    ]);
    expect(
      await query('select line, verdict from import_row where run_id = $1 order by line', [runId]),
    ).toHaveLength(4);
  });

  it('changes nothing in strict mode where a row is wrong', async () => {
    write({ project: [...project, 'x,,,,,,,,,,,'] });
    await expect(importCordis(folder, true)).rejects.toMatchObject({ code: 'ingest.rows-refused' });
    expect(JSON.parse(await everything())).toEqual([[], [], [], [], [], [], []]);
    expect(await query('select * from import_run')).toEqual([]);
  });

  it('changes nothing where a later file is cut off', async () => {
    write();
    const cut = gzipSync(organization.join('\n')).subarray(0, 150);
    writeFileSync(join(folder, 'organization.csv.gz'), cut);
    await expect(importCordis()).rejects.toMatchObject({ code: 'ingest.archive-broken' });
    expect(await query('select * from project')).toEqual([]);
  });
});
