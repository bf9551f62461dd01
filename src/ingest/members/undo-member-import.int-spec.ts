import type { OrganisationId } from '../../organisations/index.js';
import { MemberImportsUnderTest, verdictsOf } from '../../../test/support/member-imports.js';
import { ApplyMemberImport } from './apply-member-import.js';
import type { MemberImportReport } from './import-members.js';
import { UndoMemberImport } from './undo-member-import.js';

const header = 'legalName;pic;vatNumber;country;city;employees;description;competences;category;since;Note';
const alfa =
  'Alfa Inventata srl;100001001;IT09999900989;IT;Como;10;Alfa makes gears.;"Hobbing;Grinding";founder;2019-03-14;x';
const beta = 'Beta Inventata srl;;;IT;Lodi;;;;;;';
const gamma = 'Gamma Inventata;;IT00999990989;IT;;;;Casting;;;';
const file = [header, alfa, beta, gamma].join('\n');

describe('undoing an import of members', () => {
  let imports: MemberImportsUnderTest;
  beforeEach(async () => {
    imports = await MemberImportsUnderTest.open();
  });
  afterEach(() => imports.close());

  const undo = (report: MemberImportReport) =>
    imports.app.get(UndoMemberImport).run(imports.officer, report.runId ?? '');

  it('leaves what stood before, and the same file imports again', async () => {
    const nothing = await imports.facts();
    const first = await imports.run(file);
    expect(await undo(first)).toMatchObject({ state: 'undone' });
    expect(await imports.facts()).toEqual(nothing);
    expect(verdictsOf(await imports.run(file))).toEqual(['new', 'new', 'new']);
  });

  it('restores what it changed', async () => {
    await imports.run(file);
    const before = await imports.facts();
    const second = await imports.run(
      [header, alfa.replace(';10;', ';12;').replace('Hobbing', 'Lapping').replace('gears', 'cogs')].join(
        '\n',
      ),
    );
    expect(await imports.facts()).not.toEqual(before);
    await undo(second);
    expect(await imports.facts()).toEqual(before);
  });

  it('keeps what an organisation has confirmed since', async () => {
    const first = await imports.run(file);
    await imports.query(`update evidence set state = 'confirmed' where text = 'Hobbing'`);
    await undo(first);
    expect(await imports.query('select text, state from evidence')).toEqual([
      { text: 'Hobbing', state: 'confirmed' },
    ]);
    expect(await imports.query('select legal_name from organisation_record')).toEqual([
      { legal_name: 'Alfa Inventata srl' },
    ]);
    expect(await imports.query('select id from organisation')).toHaveLength(1);
  });

  it('waits for a later import of the same members to be undone first', async () => {
    const first = await imports.run(file);
    const second = await imports.run([header, alfa.replace(';10;', ';12;')].join('\n'));
    await expect(undo(first)).rejects.toMatchObject({ code: 'ingest.undo-blocked' });
    await undo(second);
    await undo(first);
    expect(await imports.query('select id from organisation')).toEqual([]);
  });

  it('asks again about a row that a person had said who it is', async () => {
    await imports.run(file);
    const alike = [header, 'ALFA INVENTATA S.p.A.;;;IT;Como;11;;;;;'].join('\n');
    const report = await imports.preview(alike);
    const suspect = report.plan.rows[0]?.suspects[0]?.organisationId as OrganisationId;
    await imports.app
      .get(ApplyMemberImport)
      .run(imports.officer, report.runId ?? '', new Map([[2, suspect]]));
    await undo(report);
    expect(verdictsOf(await imports.preview(alike))).toEqual(['suspected']);
  });

  it('is too late after thirty days', async () => {
    const first = await imports.run(file);
    await imports.asOwner(`alter table import_run no force row level security;
        update import_run set applied_at = now() - interval '31 days'`);
    await expect(undo(first)).rejects.toMatchObject({ code: 'ingest.undo-too-late' });
  });

  it('twice changes nothing more', async () => {
    const first = await imports.run(file);
    await undo(first);
    const before = await imports.everything();
    await undo(first);
    expect(await imports.everything()).toEqual(before);
  });

  it('leaves an organisation that another cluster has named since', async () => {
    const report = await imports.run([header, alfa].join('\n'));
    await imports.run([header, alfa].join('\n'), {}, 'theirs');
    await imports.app.get(UndoMemberImport).run(imports.officer, report.runId ?? '');
    expect(await imports.query('select cluster_id from organisation_record')).toEqual([
      { cluster_id: imports.theirs },
    ]);
    expect(await imports.query('select id from evidence', imports.stranger)).toHaveLength(3);
    expect(await imports.query('select id from evidence', imports.officer)).toEqual([]);
  });
});
