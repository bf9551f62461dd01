import { problems, readMember, readMembers } from '../../../test/support/read-members.js';

describe('what only looks odd is read right', () => {
  it.each([
    ['EL', 'GR'],
    ['UK', 'GB'],
    ['NO', 'NO'],
    ['no', 'NO'],
    ['NA', 'NA'],
    ['Norvegia', 'NO'],
    ['Regno Unito', 'GB'],
    ['Czech Republic', 'CZ'],
    ['Italia (IT)', 'IT'],
    ['IT - Italia', 'IT'],
    ['n.a.', null],
    ['n/d', null],
    ['-', null],
  ])('the country %j is %j', async (text, country) => {
    expect((await readMember('legalName;country', `Alfa;${text}`)).facts.country).toBe(country);
  });

  it('NO is Norway in the country column and "no" in the column beside it', async () => {
    expect((await readMember('legalName;country;sme', 'Alfa;NO;NO')).facts).toMatchObject({
      country: 'NO',
      sme: false,
    });
  });

  it('NA is Napoli as a province, Namibia as a country, missing elsewhere', async () => {
    const italian = await readMember('Denominazione;Provincia;Addetti', 'Alfa;NA;NA');
    expect(italian.facts).toMatchObject({ country: 'IT', nuts: 'ITF33', employees: null });
    expect((await readMember('legalName;country;city', 'Alfa;NA;NA')).facts).toMatchObject({
      country: 'NA',
      city: null,
    });
  });

  it('an empty cell is "not stated", never no, zero or an empty text', async () => {
    const { facts, ...member } = await readMember(
      'legalName;sme;employees;city;type;url;description;competences;note',
      'Alfa;;;;;;;;',
    );
    expect(facts).toMatchObject({ sme: null, employees: null, city: null, type: null, url: null });
    expect(member).toMatchObject({ description: null, competences: [], extra: {} });
  });

  it.each([
    ['Sesto San Giovanni (MI)', 'Sesto San Giovanni', 'ITC4C'],
    ['Dalmine, BG', 'Dalmine', 'ITC46'],
    ['MILANO', 'MILANO', 'ITC4C'],
  ])('the town %j tells its province', async (text, city, nuts) => {
    expect((await readMember('Denominazione;Comune', `Alfa;"${text}"`)).facts).toMatchObject({
      city,
      nuts,
      country: 'IT',
    });
  });

  it('a province abroad does not make a foreign member Italian', async () => {
    expect((await readMember('Denominazione;Nazione;Provincia', 'Alfa;Germania;EE')).facts).toMatchObject({
      country: 'DE',
      nuts: null,
    });
    expect((await readMember('Denominazione;Nazione;Provincia', 'Alfa;Svizzera;Ticino')).facts.country).toBe(
      'CH',
    );
  });

  it('"Stato" is a country only where its values are countries', async () => {
    expect((await readMember('Denominazione;Stato', 'Alfa;Italia')).facts.country).toBe('IT');
    const active = await readMember('Denominazione;Stato', 'Alfa;attivo');
    expect(active).toMatchObject({ facts: { country: null }, extra: { Stato: 'attivo' } });
  });
});

describe('a place that is wrong', () => {
  it.each([
    ['an unknown country', 'legalName;country', 'Alfa;Atlantide', 'country-unknown', 'country'],
    ['an unknown NUTS code', 'legalName;nuts', 'Alfa;ITX99', 'nuts-unknown', 'nuts'],
    ['a NUTS code of another country', 'legalName;country;nuts', 'Alfa;FR;ITC4C', 'nuts-elsewhere', 'nuts'],
    [
      'an unknown Italian province',
      'legalName;country;provincia',
      'Alfa;IT;QQ',
      'province-unknown',
      'provincia',
    ],
  ])('refuses the row: %s', async (...[, header, row, problem, column]) => {
    expect(problems(await readMembers(`${header}\n${row}\n`))).toMatchObject([{ problem, column }]);
  });
});
