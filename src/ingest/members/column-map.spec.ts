import { makeWorkbook } from '../../../test/support/make-workbook.js';
import { members, problems, readMembers } from '../../../test/support/read-members.js';

describe('a column map', () => {
  it('says which column is which, in YAML or JSON', async () => {
    const text = 'Chi;Dove;Quando\nAlfa;Como;03/04/2019\n';
    const yaml = 'dates: month-first\ncolumns:\n  legalName: CHI\n  city: Dove\n  since: Quando\n';
    expect(members(await readMembers(text, yaml))[0]).toMatchObject({
      facts: { legalName: 'Alfa', city: 'Como' },
      since: '2019-03-04',
    });
    expect(members(await readMembers(text, '{"legalName": "Chi", "city": "Dove"}'))[0]).toMatchObject({
      facts: { city: 'Como' },
      extra: { Quando: '03/04/2019' },
    });
  });

  it('goes before what the headings say, and leaves columns out', async () => {
    const file = await readMembers(
      'Ragione sociale;Insegna;Segreto\nAlfa srl;Alfa;CANARY\n',
      'legalName: Insegna\nleaveOut: segreto\n',
    );
    expect(members(file)[0]).toMatchObject({
      facts: { legalName: 'Alfa' },
      extra: { 'Ragione sociale': 'Alfa srl' },
    });
    expect(JSON.stringify(file.rows)).not.toContain('CANARY');
  });

  it('joins several columns into one text', async () => {
    const file = await readMembers('legalName;A;B\nAlfa;laser;plasma\n', 'competences: [A, B]\n');
    expect(members(file)[0]?.competences).toEqual(['laser', 'plasma']);
  });

  it('names the sheet of a workbook', async () => {
    const rows = [['Nome socio'], ['Alfa']];
    const workbook = makeWorkbook({
      sheets: [
        { name: '2024', rows },
        { name: '2025', rows: [...rows, ['Beta']] },
      ],
    });
    expect(members(await readMembers(workbook, 'sheet: 2025\n'))).toHaveLength(2);
  });

  it.each([
    [
      'a column that is not there',
      'legalName: Chi\ncity: Luogo\n',
      /soci\.csv, column "Luogo": .*city.*there are: "Chi", "Dove"/,
    ],
    [
      'a field we do not have',
      'legalNam: Chi\n',
      /map\.yaml: unknown field "legalNam"; our fields are: legalName/,
    ],
    ['two columns for one name', 'legalName: [Chi, Dove]\n', /name one/],
    ['no text', 'legalName: {a: b}\n', /names no column/],
    ['broken YAML', 'legalName: "Chi\ncity: x\n', /map\.yaml, line \d+: not valid YAML/],
    ['a list', '- legalName\n', /not a list of fields/],
    ['an order of dates we do not know', 'dates: american\nlegalName: Chi\n', /day-first/],
    ['an unknown setting', 'columns: {legalName: Chi}\nsheets: x\n', /unknown key "sheets"/],
    [
      'references without end',
      'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n',
      /references|unknown field/,
    ],
  ])('is refused for %s', async (_, map, message) => {
    await expect(readMembers('Chi;Dove\nAlfa;Como\n', map)).rejects.toMatchObject({
      code: 'ingest.map-invalid',
      kind: 'invalid',
      message: expect.stringMatching(message),
    });
  });

  it('says of every row what no column does, and makes no member of a total', async () => {
    const map = 'columns:\n  legalName: Chi\nfixed:\n  country: IT\n  category: Fiera\n  city: Como\n';
    const file = await readMembers('Chi;N\nAlfa;1\nTotale;1\n', map);
    expect(members(file).map(({ category }) => category)).toEqual(['Fiera']);
    expect(problems(file)).toMatchObject([{ line: 3, problem: 'total-row' }]);
  });

  it('may not read a person into a field', async () => {
    await expect(
      readMembers('Chi;Telefono\nAlfa;1\n', 'legalName: Chi\ncity: Telefono\n'),
    ).rejects.toMatchObject({
      message: expect.stringContaining('about persons'),
    });
  });
});
