import { italianMemberList } from '../../../test/support/italian-member-list.js';
import { MemberImportsUnderTest } from '../../../test/support/member-imports.js';
import { ApplyMemberImport } from './apply-member-import.js';
import type { MemberImportReport } from './import-members.js';
import { UndoMemberImport } from './undo-member-import.js';

const list = italianMemberList(800, 1);

describe('a member list of 800 rows as an Italian cluster keeps it', () => {
  let imports: MemberImportsUnderTest;
  let nothing: string;
  let previewed: MemberImportReport;
  beforeAll(async () => {
    imports = await MemberImportsUnderTest.open();
    nothing = await imports.facts();
    previewed = await imports.preview(list.bytes);
  });
  afterAll(() => imports.close());

  const rowAt = (line: number) => previewed.plan.rows.find((row) => row.line === line);

  it('B-01 is previewed: each bad row with a reason that names its column and value, the good ones as new', async () => {
    expect([list.wrong.size, list.repeated.size > 10, list.zerosLost.size > 500]).toEqual([16, true, true]);
    expect(await imports.facts()).toBe(nothing);
    expect(previewed.plan.rows).toHaveLength(list.rows);
    const refused = previewed.plan.rows.filter(({ verdict }) => verdict === 'refused');
    expect(refused.map(({ line }) => line)).toEqual([...list.wrong.keys()]);
    for (const { line, findings } of refused) {
      expect(findings.map(({ column }) => column)).toContain(list.wrong.get(line));
      expect(findings.every(({ value, message }) => value !== null && message !== '')).toBe(true);
    }
    expect(previewed.plan.counts).toMatchObject({ refused: list.wrong.size, changed: 0, same: 0 });
    for (const [line, first] of list.repeated)
      expect(rowAt(line)).toMatchObject({
        verdict: 'duplicate',
        duplicateOf: first,
        matchedBy: 'vat-number',
      });
  });

  it('B-01 shows how odd values were read, and leaves out what is about persons', () => {
    for (const [line, full] of list.zerosLost) {
      expect(rowAt(line)?.member?.vatNumber).toBe(`IT${full}`);
      expect(rowAt(line)?.findings.map(({ problem }) => problem)).toContain('vat-number-zeros-restored');
    }
    const problems = new Set(
      previewed.plan.rows.flatMap(({ findings }) => findings.map((one) => one.problem)),
    );
    for (const problem of [
      'repeated-text', 'period-backwards', 'period-long', 'count-differs', 'list-missing', 'ecosystem-not-recognised',
      'employees-range', 'employees-rounded', 'year-only', 'postal-code-zeros-restored', 'end-before-start',
    ]) expect(problems).toContain(problem); // prettier-ignore
    const leftOut = previewed.file.columns.filter(({ treatment }) => treatment === 'left out');
    expect(leftOut.map(({ heading }) => heading)).toEqual(['PEC', 'Referente', 'Cell.']);
    expect(JSON.stringify(previewed)).not.toMatch(/Anna Rossi|@pec\.|anna@|333 1234567|RSSMRA/);
    const ecosystems = new Set(previewed.plan.rows.flatMap(({ member }) => member?.ecosystems ?? []));
    expect([...ecosystems].sort()).toEqual([
      'Advanced Manufacturing',
      'Connectivity & Information',
      'Ecosistema dei sogni',
      'Health & Life Science',
      'Smart Mobility & Architecture',
      'Social Development',
    ]);
  });

  it('B-01 is applied as it was previewed, and changes nothing when it comes again', async () => {
    await imports.app.get(ApplyMemberImport).run(imports.officer, previewed.runId ?? '');
    const members = list.rows - list.wrong.size - list.repeated.size;
    expect(await imports.query('select count(*)::int as members from membership')).toEqual([{ members }]);
    const applied = await imports.everything();
    const again = await imports.run(list.bytes);
    expect(again.plan.counts).toMatchObject({ new: 0, changed: 0, suspected: 0, same: members });
    expect(await imports.everything()).toEqual(applied);
  });

  it('B-02 keeps what is missing as "not stated", never as 0 or empty text', async () => {
    expect(
      await imports.query(
        `select count(*) filter (where employees is null)::int > 100 as unstated, bool_or(employees = 0) as zero,
           bool_or('' in (legal_name, city, url, type, nuts, short_name, site)) as empty
         from organisation_record`,
      ),
    ).toEqual([{ unstated: true, zero: false, empty: null }]);
    expect(await imports.query(`select id from evidence where text in ('', 'n.d.', '-', 'N/A')`)).toEqual([]);
  });

  it('B-03 is undone as a whole, except what members have confirmed since', async () => {
    const [own] = await imports
      .query<{ id: string; organisation_id: string }>(
        `update evidence set state = 'confirmed' where id = (select id from evidence where kind = 'competence' limit 1)
       returning id, organisation_id`,
      )
      .then(([first]) => first as unknown as { id: string; organisation_id: string }[]);
    const [latest] = await imports.query<{ id: string }>(
      `select id from import_run where state = 'applied' order by applied_at desc limit 1`,
    );
    await imports.app.get(UndoMemberImport).run(imports.officer, latest?.id ?? '');
    await imports.app.get(UndoMemberImport).run(imports.officer, previewed.runId ?? '');
    expect(await imports.query('select id, state from evidence')).toEqual([
      { id: own?.id, state: 'confirmed' },
    ]);
    expect(await imports.query('select organisation_id from membership')).toEqual([
      { organisation_id: own?.organisation_id },
    ]);
  });

  it('B-01 comes in again after it was undone', async () => {
    const { plan } = await imports.run(list.bytes);
    expect(plan.counts.refused).toBe(list.wrong.size);
    expect(plan.counts.new + plan.counts.same + plan.counts.changed).toBe(
      list.rows - list.wrong.size - list.repeated.size,
    );
  });
});
