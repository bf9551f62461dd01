import { makeWorkbook } from '../../../test/support/make-workbook.js';
import { members, notes, problems, readMember, readMembers } from '../../../test/support/read-members.js';

describe('a member file', () => {
  it('in canonical columns is read field by field', async () => {
    const file = await readMembers(
      'legalName,pic,vatNumber,country,city,nuts,type,sme,employees,url,description,competences,category,since,until,site,languages,ecosystems\n' +
        'Officine Invento srl,100001001,IT09999900989,IT,Bergamo,ITC46,PRC,yes,42,www.invento.example,"Makes things.\nWell.","Laser welding; 5-axis milling",founder,2019-03-01,,Dalmine,it;en,Advanced Manufacturing\n',
    );
    expect(members(file)).toEqual([
      {
        line: 2,
        pic: '100001001',
        vatNumber: 'IT09999900989',
        facts: {
          legalName: 'Officine Invento srl',
          shortName: null,
          country: 'IT',
          city: 'Bergamo',
          nuts: 'ITC46',
          type: 'PRC',
          sme: true,
          employees: 42,
          url: 'https://www.invento.example',
          site: 'Dalmine',
          languages: ['it', 'en'],
        },
        category: 'founder',
        since: '2019-03-01',
        until: null,
        description: 'Makes things.\nWell.',
        competences: ['Laser welding', '5-axis milling'],
        ateco: [],
        ecosystems: ['Advanced Manufacturing'],
        extra: {},
      },
    ]);
    expect(file).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      language: 'en',
      headerLine: 1,
    });
    expect(notes(file)).toEqual([]);
  });

  it('as an Italian office keeps it is accepted without a question', async () => {
    const text =
      'Elenco soci aggiornato;;;;;;;;;;;\r\n' +
      'RAGIONE SOCIALE;P. IVA;Comune;Prov.;CAP;PMI;N. Addetti;Sito Web;Attività;Competenze;Data Adesione;Categoria Socio;ATECO;PEC;Referente\r\n' +
      'Meccanica Fittizia S.r.l.;9999900989;Treviglio;BG;24047;sì;12,5;www.fittizia.example;Lavorazioni meccaniche;"Tornitura; Fresatura";03/04/2019;aderente;25.62;x@pec.example;Anna Rossi\r\n' +
      'Ateneo Immaginario;n.d.;Milano;MI;20100;No;;;Didattica;;31.12.2020;fondatore;;;\r\n';
    const file = await readMembers(
      Buffer.from(text.replaceAll('à', '\xe0').replaceAll('ì', '\xec'), 'latin1'),
    );

    expect(problems(file)).toEqual([]);
    expect(members(file)).toMatchObject([
      {
        line: 3,
        vatNumber: 'IT09999900989',
        facts: {
          country: 'IT',
          city: 'Treviglio',
          nuts: 'ITC46',
          sme: true,
          employees: 13,
          url: 'https://www.fittizia.example',
        },
        since: '2019-04-03',
        category: 'aderente',
        competences: ['Tornitura', 'Fresatura'],
        ateco: ['25.62'],
        extra: {},
      },
      {
        line: 4,
        vatNumber: null,
        facts: { nuts: 'ITC4C', sme: false, employees: null, url: null },
        since: '2020-12-31',
        extra: {},
      },
    ]);
    expect(file).toMatchObject({ encoding: 'windows-1252', delimiter: ';', language: 'it' });
    expect(file.notes).toEqual([
      'encoding Windows-1252, told from the bytes: check the accented letters',
      'delimiter semicolon',
      'columns about persons, left out (we take in none until those persons can be told so): "PEC", "Referente"',
    ]);
    expect(JSON.stringify(file)).not.toMatch(/Anna Rossi|pec\.example/);
  });

  it('as a workbook is read the same, with dates by their style and zeros put back', async () => {
    const file = await readMembers(
      makeWorkbook({
        sheets: [
          { name: 'Legenda', rows: [['Campo', 'Significato']] },
          {
            name: 'Soci',
            rows: [
              ['Denominazione', 'Partita IVA', 'Provincia', 'Dal', 'PMI', 'Addetti'],
              [
                'Alfa Immaginaria spa',
                9999900989,
                'Milano',
                { number: 43558, format: 'dd/mm/yyyy' },
                true,
                { formula: 'A1', result: 7 },
              ],
            ],
          },
        ],
      }),
    );
    expect(problems(file)).toEqual([]);
    expect(members(file)[0]).toMatchObject({
      line: 2,
      vatNumber: 'IT09999900989',
      since: '2019-04-03',
      facts: { nuts: 'ITC4C', sme: true, employees: 7 },
    });
    expect(file.sheet).toBe('Soci');
    expect(notes(file)).toEqual(['country-from-place', 'vat-number-zeros-restored']);
  });

  it('keeps good rows, and refuses each bad one with every reason, column and value', async () => {
    const file = await readMembers(
      'legalName;pic;country;since;until;vatNumber\n' +
        'Buona;;IT;;;\n' +
        ';123;Atlantide;2020-01-01;2019-01-01;IT09999900158\n' +
        'Ottima;;FR;;;\n',
    );
    expect(members(file).map(({ facts }) => facts.legalName)).toEqual(['Buona', 'Ottima']);
    expect(problems(file)).toEqual([
      { line: 3, column: 'legalName', value: '', problem: 'legal-name-missing', message: expect.any(String) },
      {
        line: 3,
        column: 'country',
        value: 'Atlantide',
        problem: 'country-unknown',
        message: expect.any(String),
      },
      { line: 3, column: 'pic', value: '123', problem: 'pic-not-nine-digits', message: expect.any(String) },
      {
        line: 3,
        column: 'vatNumber',
        value: 'IT09999900158',
        problem: 'vat-number-check-digit',
        message: expect.any(String),
      },
      {
        line: 3,
        column: 'until',
        value: '2019-01-01',
        problem: 'end-before-start',
        message: expect.stringContaining('2020-01-01'),
      },
    ]);
  });

  it.each([
    ['a cell beyond the header', 'Alfa;IT;x', 'cells-beyond-header', null],
    ['a control character', 'Al\u0007fa;IT', 'control-character', 'legalName'],
    ['a formula that failed', 'Alfa;#REF!', 'formula-error', 'country'],
    ['a formula that failed in Italian', '#NOME?;IT', 'formula-error', 'legalName'],
    ['a name of one letter', 'A;IT', 'legal-name-too-short', 'legalName'],
    ['a name of 301 characters', `${'A'.repeat(301)};IT`, 'too-long', 'legalName'],
    ['a line of totals', 'Totale soci: 143;', 'total-row', 'legalName'],
  ])('refuses a row with %s', async (_, row, problem, column) => {
    expect(problems(await readMembers(`legalName;country\nBuona;IT\n${row}\n`))).toMatchObject([
      { line: 3, problem, column },
    ]);
  });

  it('reads a name of 300 characters, with its accents composed', async () => {
    const member = await readMember('legalName;country', `${'A'.repeat(298)}e\u0300è;IT`);
    expect(member.facts.legalName).toBe(`${'A'.repeat(298)}èè`);
  });

  it('refuses a date that could be read two ways, unless another row or the language tells', async () => {
    expect(problems(await readMembers('legalName,since\nAlfa,03/04/2019\n'))).toMatchObject([
      { line: 2, column: 'since', value: '03/04/2019', problem: 'date-two-ways' },
    ]);
    expect(
      members(await readMembers('legalName,since\nAlfa,03/04/2019\nBeta,25/12/2019\n')).map(
        ({ since }) => since,
      ),
    ).toEqual(['2019-04-03', '2019-12-25']);
    expect(
      members(await readMembers('legalName,since\nAlfa,03/04/2019\nBeta,12/25/2019\n')).map(
        ({ since }) => since,
      ),
    ).toEqual(['2019-03-04', '2019-12-25']);
    expect(
      problems(await readMembers('Ragione sociale;Dal;Al\nAlfa;03/04/2019;25/12/2019\nBeta;;12/25/2019\n')),
    ).toMatchObject([{ line: 2, problem: 'date-two-ways' }]);
    expect((await readMember('Ragione sociale;Dal', 'Alfa;03/04/2019')).since).toBe('2019-04-03');
  });

  it('refuses a file with a header and no rows', async () => {
    await expect(readMembers('legalName;country\n')).rejects.toMatchObject({ code: 'ingest.file-empty' });
  });

  it('flags two members with one and the same paragraph, and keeps both', async () => {
    const text =
      'We are a cluster member with a very long paragraph that nobody would write twice by accident.';
    const file = await readMembers(
      `legalName;description\nAlfa;${text}\nBeta;short\nGamma; ${text.toUpperCase()}\n`,
    );
    expect(members(file)).toHaveLength(3);
    expect(file.rows.map((row) => (row.ok ? row.notes.map(({ message }) => message) : []))).toEqual([
      ['the description is the same as in line 4: copied?'],
      [],
      ['the description is the same as in line 2: copied?'],
    ]);
  });

  it('is plain data, so that a child process can hand it over', async () => {
    const file = await readMembers('legalName;country;Altro\nAlfa;IT;x\n;ZZ;\n');
    expect(JSON.parse(JSON.stringify(file))).toEqual(file);
  });

  it('carries an unknown column that is named like a part of every object', async () => {
    const member = await readMember('legalName;__proto__;constructor', 'Alfa;x;y');
    expect(Object.entries(member.extra)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});
