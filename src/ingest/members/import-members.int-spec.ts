import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ClusterStore } from '../../accounts/index.js';
import { type OrganisationId, OrganisationStore } from '../../organisations/index.js';
import { Clock, FixedClock } from '../../platform/clock/clock.js';
import { type Scope, systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { IngestModule } from '../ingest.module.js';
import { ImportRunStore } from '../import-run.store.js';
import { ApplyMemberImport } from './apply-member-import.js';
import { ImportMembers, type ImportMembersOptions, type MemberImportReport } from './import-members.js';
import { UndoMemberImport } from './undo-member-import.js';

const header = 'legalName;pic;vatNumber;country;city;employees;description;competences;category;since;Note';
const alfa =
  'Alfa Inventata srl;100001001;IT09999900989;IT;Como;10;Alfa makes gears.;"Hobbing;Grinding";founder;2019-03-14;x';
const beta = 'Beta Inventata srl;;;IT;Lodi;;;;;;';
const gamma = 'Gamma Inventata;;IT00999990989;IT;;;;Casting;;;';
const file = [header, alfa, beta, gamma].join('\n');

describe('importing members', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let clock: FixedClock;
  const ours = newId();
  const theirs = newId();
  const officer: Scope = { role: 'officer', clusters: [ours], user: 'officer' };

  beforeEach(async () => {
    database = await openTestDatabase();
    clock = new FixedClock(new Date());
    app = await NestFactory.createApplicationContext(onTestDatabase(database, clock), { logger: false });
    await database.unitOfWork.run(systemScope([ours, theirs]), (unit) =>
      app.get(ClusterStore).save(unit, [cluster(ours, 'ours'), cluster(theirs, 'theirs')]),
    );
  });
  afterEach(async () => {
    await app.close();
    await database.close();
  });

  const run = (
    text: string,
    options: ImportMembersOptions = {},
    scope = officer,
    slug = 'ours',
  ): Promise<MemberImportReport> =>
    app.get(ImportMembers).run(scope, { bytes: Buffer.from(text), file: 'soci.csv', cluster: slug }, options);
  const preview = (text: string): Promise<MemberImportReport> =>
    app.get(ImportMembers).preview(officer, { bytes: Buffer.from(text), file: 'soci.csv', cluster: 'ours' });
  const query = <T>(sql: string, scope: Scope = systemScope([ours, theirs])): Promise<T[]> =>
    database.unitOfWork.run(scope, (unit) => unit.manager.query<T[]>(sql));
  /** Every fact that stands, with its version. */
  const everything = async (): Promise<unknown[]> =>
    Promise.all(
      ['organisation', 'organisation_record', 'membership', 'evidence'].map((table) =>
        query(`select to_jsonb(t) - 'created_at' as row from ${table} t order by id`),
      ),
    );
  /** The same without versions and runs: what undo must restore. */
  const facts = async (): Promise<string> =>
    JSON.stringify(await everything()).replace(/"(version|import_run_id)": ?("[^"]*"|\d+|null),?/g, '');
  const verdicts = ({ plan }: MemberImportReport): string[] => plan.rows.map(({ verdict }) => verdict);

  it('writes organisations, what the file says of them, memberships and evidence', async () => {
    const report = await run(file);
    expect(report).toMatchObject({ applied: true, plan: { counts: { new: 3, refused: 0 } } });
    expect(
      await query(`select o.pic, o.vat_number, o.listed, r.legal_name, r.city, r.employees, r.source, r.extra, m.category,
        m.since::text from organisation o join organisation_record r on r.organisation_id = o.id
        join membership m on m.organisation_id = o.id order by r.legal_name`),
    ).toMatchObject([
      {
        pic: '100001001', vat_number: 'IT09999900989', listed: false, legal_name: 'Alfa Inventata srl', city: 'Como',
        employees: 10, source: 'members', extra: { Note: 'x' }, category: 'founder', since: '2019-03-14',
      },
      { pic: null, vat_number: null, legal_name: 'Beta Inventata srl', employees: null, extra: {}, category: null, since: null },
      { vat_number: 'IT00999990989', city: null },
    ]); // prettier-ignore
    expect(await query('select kind, text, language, state from evidence order by kind, text')).toEqual([
      { kind: 'competence', text: 'Casting', language: expect.anything(), state: 'unconfirmed' },
      { kind: 'competence', text: 'Grinding', language: expect.anything(), state: 'unconfirmed' },
      { kind: 'competence', text: 'Hobbing', language: expect.anything(), state: 'unconfirmed' },
      { kind: 'profile', text: 'Alfa makes gears.', language: 'en', state: 'unconfirmed' },
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    await run(file);
    const before = await everything();
    const again = await run(file);
    expect(verdicts(again)).toEqual(['same', 'same', 'same']);
    expect(await everything()).toEqual(before);
  });

  it('writes what changed, and raises versions of nothing else', async () => {
    await run(file);
    const later = await run(
      [header, alfa.replace(';10;', ';12;').replace('Grinding', 'Lapping'), beta].join('\n'),
    );
    expect(verdicts(later)).toEqual(['changed', 'same']);
    expect(later.plan.absent).toHaveLength(1);
    expect(
      await query('select legal_name, employees, version from organisation_record order by legal_name'),
    ).toEqual([
      { legal_name: 'Alfa Inventata srl', employees: 12, version: 2 },
      { legal_name: 'Beta Inventata srl', employees: null, version: 1 },
      { legal_name: 'Gamma Inventata', employees: null, version: 1 },
    ]);
    expect(await query(`select text, version from evidence where kind = 'competence' order by text`)).toEqual(
      [
        { text: 'Casting', version: 1 },
        { text: 'Hobbing', version: 1 },
        { text: 'Lapping', version: 1 },
      ],
    );
  });

  it('keeps good rows and lists the refused, or with strict changes nothing at all', async () => {
    const mixed = [header, alfa, 'Bad;12;;;;;;;;;'].join('\n');
    const nothing = await everything();
    await expect(run(mixed, { strict: true })).rejects.toMatchObject({
      code: 'ingest.rows-refused',
      message:
        'soci.csv: 1 row is wrong, so nothing was changed; the first: line 3, column "pic", "12": a PIC has nine digits; ' +
        'correct it or leave the cell empty',
    });
    expect(await everything()).toEqual(nothing);
    expect(await query('select id from import_run')).toEqual([]);

    expect(verdicts(await run(mixed))).toEqual(['new', 'refused']);
    expect(
      await query("select verdict, problems->0->>'column' as column from import_row order by line"),
    ).toEqual([
      { verdict: 'new', column: null },
      { verdict: 'refused', column: 'pic' },
    ]);
  });

  it('says what a dry run would do, and does not', async () => {
    const nothing = await everything();
    expect(await run(file, { dryRun: true })).toMatchObject({
      runId: null,
      applied: false,
      plan: { counts: { new: 3 } },
    });
    expect(await everything()).toEqual(nothing);
    expect(await query('select id from import_run')).toEqual([]);
  });

  it('takes suspected members as new and lists them, and knows them the next time', async () => {
    await run(file);
    const alike = [header, 'ALFA INVENTATA S.p.A.;;;IT;Como;;;;;;'].join('\n');
    const report = await run(alike);
    expect(report.plan.rows).toMatchObject([
      { verdict: 'suspected', suspects: [{ legalName: 'Alfa Inventata srl' }] },
    ]);
    expect(await query('select id from membership')).toHaveLength(4);
    expect(verdicts(await run(alike))).toEqual(['same']);
  });

  it('is all or nothing when the database fails in the middle', async () => {
    const owner = new pg.Client({ ...database.owner });
    await owner.connect();
    await owner.query(`create function boom() returns trigger language plpgsql as
      $$ begin if new.text = 'Casting' then raise exception 'boom'; end if; return new; end $$;
      create trigger boom before insert on evidence for each row execute function boom()`);
    await owner.end();
    const nothing = await everything();
    await expect(run(file)).rejects.toThrow('boom');
    expect(await everything()).toEqual(nothing);
    expect(await query('select id from import_run')).toEqual([]);
  });

  it('takes two imports of one file at once for one after the other', async () => {
    const reports = await Promise.all([run(file), run(file), run(file)]);
    const all = reports.map((report) => verdicts(report).join()).sort();
    expect(all).toEqual(['new,new,new', 'same,same,same', 'same,same,same']);
    expect(await query('select id from organisation')).toHaveLength(3);
  });

  it('answers alike for a cluster out of reach and one that does not exist', async () => {
    const messages = await Promise.all(
      ['theirs', 'nobody'].map((slug) => run(file, {}, officer, slug).catch((error: Error) => error.message)),
    );
    expect(messages).toEqual([
      'no cluster "theirs": give one of ours',
      'no cluster "nobody": give one of ours',
    ]);
  });

  describe('previewed', () => {
    it('stores the rows and changes nothing until it is applied', async () => {
      const nothing = await everything();
      const { runId } = await preview(file);
      expect(await everything()).toEqual(nothing);
      const run = await app.get(ApplyMemberImport).run(officer, runId ?? '');
      expect(run).toMatchObject({ state: 'applied', counts: { new: 3 } });
      const applied = await everything();
      expect(await query('select id from membership')).toHaveLength(3);

      await app.get(ApplyMemberImport).run(officer, runId ?? '');
      expect(await everything()).toEqual(applied);
    });

    it('is refused where what stands has changed since', async () => {
      const { runId } = await preview(file);
      await run([header, beta].join('\n'));
      const before = await everything();
      await expect(app.get(ApplyMemberImport).run(officer, runId ?? '')).rejects.toMatchObject({
        code: 'ingest.preview-outdated',
        message: expect.stringContaining('line 3'),
      });
      expect(await everything()).toEqual(before);
    });

    it('merges a suspected row where a person says who it is, and remembers the answer', async () => {
      await run(file);
      const alike = [header, 'ALFA INVENTATA S.p.A.;;;IT;Como;11;;;;;'].join('\n');
      const { runId, plan } = await preview(alike);
      const suspect = plan.rows[0]?.suspects[0]?.organisationId as OrganisationId;
      await app.get(ApplyMemberImport).run(officer, runId ?? '', new Map([[2, suspect]]));
      expect(
        await query('select legal_name, employees from organisation_record order by employees'),
      ).toMatchObject([{ legal_name: 'ALFA INVENTATA S.p.A.', employees: 11 }, {}, {}]);
      expect(verdicts(await run(alike))).toEqual(['same']);
    });

    it('takes no answer that was not asked for', async () => {
      const { runId } = await preview(file);
      const answer = new Map([[2, newId() as OrganisationId]]);
      await expect(app.get(ApplyMemberImport).run(officer, runId ?? '', answer)).rejects.toMatchObject({
        code: 'ingest.decision-wrong',
      });
      expect(await query('select id from membership')).toEqual([]);
    });

    it('is not found by another cluster', async () => {
      const { runId } = await preview(file);
      const stranger: Scope = { role: 'officer', clusters: [theirs] };
      for (const useCase of [ApplyMemberImport, UndoMemberImport]) {
        await expect(app.get(useCase).run(stranger, runId ?? '')).rejects.toMatchObject({
          code: 'ingest.import-not-found',
        });
      }
    });
  });

  describe('undone', () => {
    const undo = (report: MemberImportReport) => app.get(UndoMemberImport).run(officer, report.runId ?? '');

    it('leaves what stood before, and the same file imports again', async () => {
      const nothing = await facts();
      const first = await run(file);
      expect(await undo(first)).toMatchObject({ state: 'undone' });
      expect(await facts()).toEqual(nothing);
      expect(verdicts(await run(file))).toEqual(['new', 'new', 'new']);
    });

    it('restores what it changed', async () => {
      await run(file);
      const before = await facts();
      const second = await run(
        [header, alfa.replace(';10;', ';12;').replace('Hobbing', 'Lapping').replace('gears', 'cogs')].join(
          '\n',
        ),
      );
      expect(await facts()).not.toEqual(before);
      await undo(second);
      expect(await facts()).toEqual(before);
    });

    it('keeps what an organisation has confirmed since', async () => {
      const first = await run(file);
      await query(`update evidence set state = 'confirmed' where text = 'Hobbing'`);
      await undo(first);
      expect(await query('select text, state from evidence')).toEqual([
        { text: 'Hobbing', state: 'confirmed' },
      ]);
      expect(await query('select legal_name from organisation_record')).toEqual([
        { legal_name: 'Alfa Inventata srl' },
      ]);
      expect(await query('select id from organisation')).toHaveLength(1);
    });

    it('waits for a later import of the same members to be undone first', async () => {
      const first = await run(file);
      const second = await run([header, alfa.replace(';10;', ';12;')].join('\n'));
      await expect(undo(first)).rejects.toMatchObject({ code: 'ingest.undo-blocked' });
      await undo(second);
      await undo(first);
      expect(await query('select id from organisation')).toEqual([]);
    });

    it('is too late after thirty days', async () => {
      const first = await run(file);
      const owner = new pg.Client({ ...database.owner });
      await owner.connect();
      await owner.query(`alter table import_run no force row level security;
        update import_run set applied_at = now() - interval '31 days'`);
      await owner.end();
      await expect(undo(first)).rejects.toMatchObject({ code: 'ingest.undo-too-late' });
    });

    it('twice changes nothing more', async () => {
      const first = await run(file);
      await undo(first);
      const before = await everything();
      await undo(first);
      expect(await everything()).toEqual(before);
    });
  });

  describe('of an organisation that others know', () => {
    it('in open data: links it by PIC, and leaves it there when undone', async () => {
      const listed = newId() as OrganisationId;
      await database.unitOfWork.run(systemScope(), (unit) =>
        app
          .get(OrganisationStore)
          .register(unit, [{ id: listed, pic: '100001001', vatNumber: null, listed: true, invented: false }]),
      );
      const report = await run([header, alfa].join('\n'));
      expect(report.plan.rows).toMatchObject([{ verdict: 'new', organisationId: listed }]);
      expect(await query('select organisation_id from membership')).toEqual([{ organisation_id: listed }]);
      await app.get(UndoMemberImport).run(officer, report.runId ?? '');
      expect(await query('select id from organisation')).toEqual([{ id: listed }]);
    });

    it('in another cluster: is one organisation, but neither its id nor its texts are shown', async () => {
      const stranger: Scope = { role: 'officer', clusters: [theirs] };
      await run([header, alfa].join('\n'), {}, stranger, 'theirs');
      const before = await facts();
      const report = await run([header, 'Alfa;100001001;;;;;;;;;'].join('\n'));

      expect(report.plan.rows).toMatchObject([
        { verdict: 'new', organisationId: null, matchedBy: null, suspects: [] },
      ]);
      expect(await query('select id from organisation')).toHaveLength(1);
      expect(await query('select legal_name from organisation_record', officer)).toEqual([
        { legal_name: 'Alfa' },
      ]);
      expect(await query('select text from evidence', officer)).toEqual([]);

      await app.get(UndoMemberImport).run(officer, report.runId ?? '');
      expect(await facts()).toEqual(before);
    });
  });

  it('finds the run and its rows only in its own cluster', async () => {
    const { runId } = await run(file);
    const rows = (scope: Scope) =>
      database.unitOfWork.run(scope, (unit) => app.get(ImportRunStore).rows(unit, runId ?? ''));
    expect(await rows(officer)).toHaveLength(3);
    expect(await rows({ role: 'officer', clusters: [theirs] })).toEqual([]);
  });
});

function onTestDatabase(database: TestDatabase, clock: Clock) {
  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: database.unitOfWork },
      { provide: Clock, useValue: clock },
    ],
    exports: [UnitOfWork, Clock],
  })
  class PlatformOfTest {}

  @Module({ imports: [PlatformOfTest, IngestModule] })
  class Application {}
  return Application;
}

function cluster(id: string, slug: string): Parameters<ClusterStore['save']>[1][number] {
  return {
    id: id as Parameters<ClusterStore['save']>[1][number]['id'],
    slug,
    nameEn: slug,
    nameIt: slug,
    ecosystems: [],
    technologyAreas: [],
    networks: null,
    pilots: [],
    memberCount: null,
    memberCountSource: null,
    city: null,
    nuts: null,
    url: null,
    organisationId: null,
  };
}
