import { type OrganisationId, OrganisationReadModel, OrganisationStore } from '../../organisations/index.js';
import { type Scope, systemScope } from '../../platform/database/scope.js';
import { newId } from '../../platform/ids/uuid.js';
import { spooled } from '../../../test/support/spooled.js';
import { MemberImportsUnderTest, verdictsOf } from '../../../test/support/member-imports.js';
import { ImportRunStore } from '../import-run.store.js';
import { ApplyMemberImport } from './apply-member-import.js';
import { UndoMemberImport } from './undo-member-import.js';

const header = 'legalName;pic;vatNumber;country;city;employees;description;competences;category;since;Note';
const alfa =
  'Alfa Inventata srl;100001001;IT09999900989;IT;Como;10;Alfa makes gears.;"Hobbing;Grinding";founder;2019-03-14;x';
const beta = 'Beta Inventata srl;;;IT;Lodi;;;;;;';
const gamma = 'Gamma Inventata;;IT00999990989;IT;;;;Casting;;;';
const file = [header, alfa, beta, gamma].join('\n');

describe('importing members', () => {
  let imports: MemberImportsUnderTest;
  beforeEach(async () => {
    imports = await MemberImportsUnderTest.open();
  });
  afterEach(() => imports.close());

  it('writes organisations, what the file says of them, memberships and evidence', async () => {
    const report = await imports.run(file);
    expect(report).toMatchObject({ applied: true, plan: { counts: { new: 3, refused: 0 } } });
    expect(
      await imports.query(`select o.pic, o.vat_number, o.listed, r.legal_name, r.city, r.employees, r.source, r.extra, m.category,
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
    expect(
      await imports.query('select kind, text, language, state from evidence order by kind, text'),
    ).toEqual([
      { kind: 'competence', text: 'Casting', language: expect.anything(), state: 'unconfirmed' },
      { kind: 'competence', text: 'Grinding', language: expect.anything(), state: 'unconfirmed' },
      { kind: 'competence', text: 'Hobbing', language: expect.anything(), state: 'unconfirmed' },
      { kind: 'profile', text: 'Alfa makes gears.', language: 'en', state: 'unconfirmed' },
    ]);
  });

  it('takes a membership for live up to the last day that the file says', async () => {
    await imports.run(
      [
        'Ragione sociale;Nazione;Comune;Scadenza',
        'Alfa Inventata srl;Italia;Como;31/12/2099',
        'Beta Inventata srl;Italia;Lodi;31/12/2020',
        'Gamma Inventata;Italia;Pavia;',
      ].join('\n'),
    );
    const members = await imports.database.unitOfWork.run(imports.officer, (unit) =>
      new OrganisationReadModel().list(unit, { limit: 10, clusterId: imports.ours }),
    );
    expect(members.total).toBe(2);
    expect(
      members.items.flatMap(({ memberships }) => memberships.map(({ until, live }) => [until, live])),
    ).toEqual(expect.arrayContaining([['2099-12-31', true], [null, true]])); // prettier-ignore
  });

  it('changes nothing when the same file comes again', async () => {
    await imports.run(file);
    const before = await imports.everything();
    const again = await imports.run(file);
    expect(verdictsOf(again)).toEqual(['same', 'same', 'same']);
    expect(await imports.everything()).toEqual(before);
  });

  it('writes what changed, and raises versions of nothing else', async () => {
    await imports.run(file);
    const later = await imports.run(
      [header, alfa.replace(';10;', ';12;').replace('Grinding', 'Lapping'), beta].join('\n'),
    );
    expect(verdictsOf(later)).toEqual(['changed', 'same']);
    expect(later.plan.absent).toHaveLength(1);
    expect(
      await imports.query(
        'select legal_name, employees, version from organisation_record order by legal_name',
      ),
    ).toEqual([
      { legal_name: 'Alfa Inventata srl', employees: 12, version: 2 },
      { legal_name: 'Beta Inventata srl', employees: null, version: 1 },
      { legal_name: 'Gamma Inventata', employees: null, version: 1 },
    ]);
    expect(
      await imports.query(`select text, version from evidence where kind = 'competence' order by text`),
    ).toEqual([
      { text: 'Casting', version: 1 },
      { text: 'Hobbing', version: 1 },
      { text: 'Lapping', version: 1 },
    ]);
  });

  it('keeps good rows and lists the refused, or with strict changes nothing at all', async () => {
    const mixed = [header, alfa, 'Bad;12;;;;;;;;;'].join('\n');
    const nothing = await imports.everything();
    await expect(imports.run(mixed, { strict: true })).rejects.toMatchObject({
      code: 'ingest.rows-refused',
      message:
        'soci.csv: 1 row is wrong, so nothing was changed; the first: line 3, column "pic", "12": a PIC has nine digits; ' +
        'correct it or leave the cell empty',
    });
    expect(await imports.everything()).toEqual(nothing);
    expect(await imports.query('select id from import_run')).toEqual([]);

    expect(verdictsOf(await imports.run(mixed))).toEqual(['new', 'refused']);
    expect(
      await imports.query("select verdict, problems->0->>'column' as column from import_row order by line"),
    ).toEqual([
      { verdict: 'new', column: null },
      { verdict: 'refused', column: 'pic' },
    ]);
  });

  it('says what a dry run would do, and does not', async () => {
    const nothing = await imports.everything();
    expect(await imports.run(file, { dryRun: true })).toMatchObject({
      runId: null,
      applied: false,
      plan: { counts: { new: 3 } },
    });
    expect(await imports.everything()).toEqual(nothing);
    expect(await imports.query('select id from import_run')).toEqual([]);
  });

  it('takes suspected members as new and lists them, and knows them the next time', async () => {
    await imports.run(file);
    const alike = [header, 'ALFA INVENTATA S.p.A.;;;IT;Como;;;;;;'].join('\n');
    const report = await imports.run(alike);
    expect(report.plan.rows).toMatchObject([
      { verdict: 'suspected', suspects: [{ legalName: 'Alfa Inventata srl' }] },
    ]);
    expect(await imports.query('select id from membership')).toHaveLength(4);
    expect(verdictsOf(await imports.run(alike))).toEqual(['same']);
  });

  it('is all or nothing when the database fails in the middle', async () => {
    await imports.asOwner(`create function boom() returns trigger language plpgsql as
      $$ begin if new.text = 'Casting' then raise exception 'boom'; end if; return new; end $$;
      create trigger boom before insert on evidence for each row execute function boom()`);
    const nothing = await imports.everything();
    await expect(imports.run(file)).rejects.toThrow('boom');
    expect(await imports.everything()).toEqual(nothing);
    expect(await imports.query('select id from import_run')).toEqual([]);
  });

  it('takes two imports of one file at once for one after the other', async () => {
    const reports = await Promise.all([imports.run(file), imports.run(file), imports.run(file)]);
    const all = reports.map((report) => verdictsOf(report).join()).sort();
    expect(all).toEqual(['new,new,new', 'same,same,same', 'same,same,same']);
    expect(await imports.query('select id from organisation')).toHaveLength(3);
  });

  it('answers alike for a cluster out of reach and one that does not exist', async () => {
    const messages = await Promise.all(
      ['theirs', 'nobody'].map(async (slug) => {
        const content = await spooled(file);
        return imports.members
          .run(imports.officer, { content, file: 'soci.csv', cluster: slug })
          .catch((error: Error) => error.message)
          .finally(() => content.close());
      }),
    );
    expect(messages).toEqual([
      'no cluster "theirs": give one of ours',
      'no cluster "nobody": give one of ours',
    ]);
  });

  describe('previewed', () => {
    it('stores the rows and changes nothing until it is applied', async () => {
      const nothing = await imports.everything();
      const { runId } = await imports.preview(file);
      expect(await imports.everything()).toEqual(nothing);
      const run = await imports.app.get(ApplyMemberImport).run(imports.officer, runId ?? '');
      expect(run).toMatchObject({ state: 'applied', counts: { new: 3 } });
      const applied = await imports.everything();
      expect(await imports.query('select id from membership')).toHaveLength(3);

      await imports.app.get(ApplyMemberImport).run(imports.officer, runId ?? '');
      expect(await imports.everything()).toEqual(applied);
    });

    it('is refused where what stands has changed since', async () => {
      const { runId } = await imports.preview(file);
      await imports.run([header, beta].join('\n'));
      const before = await imports.everything();
      await expect(
        imports.app.get(ApplyMemberImport).run(imports.officer, runId ?? ''),
      ).rejects.toMatchObject({
        code: 'ingest.preview-outdated',
        message: expect.stringContaining('line 3'),
      });
      expect(await imports.everything()).toEqual(before);
    });

    it('merges a suspected row where a person says who it is, and remembers the answer', async () => {
      await imports.run(file);
      const alike = [header, 'ALFA INVENTATA S.p.A.;;;IT;Como;11;;;;;'].join('\n');
      const { runId, plan } = await imports.preview(alike);
      const suspect = plan.rows[0]?.suspects[0]?.organisationId as OrganisationId;
      await imports.app.get(ApplyMemberImport).run(imports.officer, runId ?? '', new Map([[2, suspect]]));
      expect(
        await imports.query('select legal_name, employees from organisation_record order by employees'),
      ).toMatchObject([{ legal_name: 'ALFA INVENTATA S.p.A.', employees: 11 }, {}, {}]);
      expect(verdictsOf(await imports.run(alike))).toEqual(['same']);
    });

    it('takes no answer that was not asked for', async () => {
      const { runId } = await imports.preview(file);
      const answer = new Map([[2, newId() as OrganisationId]]);
      await expect(
        imports.app.get(ApplyMemberImport).run(imports.officer, runId ?? '', answer),
      ).rejects.toMatchObject({
        code: 'ingest.decision-wrong',
      });
      expect(await imports.query('select id from membership')).toEqual([]);
    });

    it('is not found by another cluster', async () => {
      const { runId } = await imports.preview(file);
      for (const useCase of [ApplyMemberImport, UndoMemberImport]) {
        await expect(imports.app.get(useCase).run(imports.stranger, runId ?? '')).rejects.toMatchObject({
          code: 'ingest.import-not-found',
        });
      }
    });
  });

  describe('of an organisation that others know', () => {
    it('in open data: links it by PIC, and leaves it there when undone', async () => {
      const listed = newId() as OrganisationId;
      await imports.database.unitOfWork.run(systemScope(), (unit) =>
        imports.app
          .get(OrganisationStore)
          .register(unit, [{ id: listed, pic: '100001001', vatNumber: null, listed: true, invented: false }]),
      );
      const report = await imports.run([header, alfa].join('\n'));
      expect(report.plan.rows).toMatchObject([{ verdict: 'new', organisationId: listed }]);
      expect(await imports.query('select organisation_id from membership')).toEqual([
        { organisation_id: listed },
      ]);
      await imports.app.get(UndoMemberImport).run(imports.officer, report.runId ?? '');
      expect(await imports.query('select id from organisation')).toEqual([{ id: listed }]);
    });

    it('A-09 in another cluster: is one organisation, but neither its id nor its texts are shown', async () => {
      await imports.run([header, alfa].join('\n'), {}, 'theirs');
      const before = await imports.facts();
      const report = await imports.run([header, 'Alfa;100001001;;;;;;;;;'].join('\n'));

      expect(report.plan.rows).toMatchObject([
        { verdict: 'new', organisationId: null, matchedBy: null, suspects: [] },
      ]);
      expect(await imports.query('select id from organisation')).toHaveLength(1);
      expect(await imports.query('select legal_name from organisation_record', imports.officer)).toEqual([
        { legal_name: 'Alfa' },
      ]);
      expect(await imports.query('select text from evidence', imports.officer)).toEqual([]);

      await imports.app.get(UndoMemberImport).run(imports.officer, report.runId ?? '');
      expect(await imports.facts()).toEqual(before);
    });
  });

  it('finds the run and its rows only in its own cluster', async () => {
    const { runId } = await imports.run(file);
    const rows = (scope: Scope) =>
      imports.database.unitOfWork.run(scope, (unit) =>
        imports.app.get(ImportRunStore).rows(unit, runId ?? ''),
      );
    expect(await rows(imports.officer)).toHaveLength(3);
    expect(await rows(imports.stranger)).toEqual([]);
  });
});
