import { members, notes, problems, readMember, readMembers } from '../../../test/support/read-members.js';

describe('columns about persons', () => {
  it.each([
    'E-mail',
    'email',
    'PEC',
    'Telefono',
    'Tel.',
    'Cellulare',
    'Referente',
    'Nome e cognome',
    'Contact person',
    'Codice fiscale',
    'C.F.',
    'Legale rappresentante',
    'Surname',
    'Ruolo',
    'E-mail referente',
    'LinkedIn',
  ])('%j are left out and reported', async (heading) => {
    const file = await readMembers(`legalName;${heading}\nAlfa;CANARY\n`);
    expect(file.columns[1]).toMatchObject({ treatment: 'left out', field: null });
    expect(JSON.stringify(file.rows)).not.toContain('CANARY');
  });

  it('are told from the name of the organisation where both say "Nome"', async () => {
    const file = await readMembers('Nome;Cognome;Azienda\nAnna;Rossi;Alfa srl\n');
    expect(members(file)[0]?.facts.legalName).toBe('Alfa srl');
    expect(JSON.stringify(file.rows)).not.toMatch(/Anna|Rossi/);
    expect((await readMember('Nome;Paese', 'Alfa srl;IT')).facts.legalName).toBe('Alfa srl');
  });

  it.each(['Name;Surname;Company', 'Name;Country;Company'])(
    'are told from the company: %s',
    async (header) => {
      const file = await readMembers(`${header}\nCanary;IT;Alfa srl\n`);
      expect(members(file)[0]?.facts.legalName).toBe('Alfa srl');
      expect(file.columns[0]).toMatchObject({ treatment: 'left out' });
      expect(JSON.stringify(file.rows)).not.toContain('Canary');
    },
  );

  it('do not hide in columns we do not know', async () => {
    const file = await readMembers(
      'legalName;Note\nAlfa;scrivere a anna@alfa.example\nBeta;RSSMRA80A01F205X\nGamma;socio attivo\n',
    );
    expect(members(file).map(({ extra }) => extra)).toEqual([{}, {}, { Note: 'socio attivo' }]);
    expect(notes(file)).toEqual(['personal-value', 'personal-value']);
    expect(JSON.stringify(file.rows)).not.toMatch(/anna@|RSSMRA/);
  });

  it('do not show in refusals', async () => {
    const file = await readMembers('legalName;url\nAlfa;anna@alfa.example\n');
    expect(problems(file)).toMatchObject([{ column: 'url', value: null, problem: 'not-a-web-address' }]);
    expect(JSON.stringify(file.rows)).not.toContain('anna@');
  });

  it('may hold the VAT number: the tax code of a person in it is left out', async () => {
    const file = await readMembers(
      'Denominazione;Codice fiscale / Partita IVA\nAlfa;09999900989\nBeta;RSSMRA80A01F205X\n',
    );
    expect(members(file).map(({ vatNumber }) => vatNumber)).toEqual(['IT09999900989', null]);
    expect(JSON.stringify(file.rows)).not.toContain('RSSMRA');
  });
});

describe('headings', () => {
  it.each([
    ['ragione sociale', 'legalName'],
    ['Denominazione', 'legalName'],
    ['LEGAL_NAME', 'legalName'],
    ['Legal name*', 'legalName'],
    ['Ragione sociale / Company name', 'legalName'],
    ['Azienda', 'legalName'],
  ])('%j names the organisation', async (heading, field) => {
    expect((await readMembers(`${heading}\nAlfa srl\n`)).columns[0]).toMatchObject({ field });
  });

  it.each([
    ['P.IVA', 'vatNumber'],
    ['P. IVA', 'vatNumber'],
    ['Partita IVA', 'vatNumber'],
    ['VAT no.', 'vatNumber'],
    ['Nazione', 'country'],
    ['PAESE', 'country'],
    ['Comune', 'city'],
    ['Città', 'city'],
    ['citta', 'city'],
    ["Citta'", 'city'],
    ['Provincia (sigla)', 'province'],
    ['Prov.', 'province'],
    ['Tipologia', 'type'],
    ['Tipo / Type', 'type'],
    ['PMI (sì/no)', 'sme'],
    ['Dipendenti 2024', 'employees'],
    ['N. dipendenti', 'employees'],
    ['Numero di addetti', 'employees'],
    ['Sito web', 'url'],
    ['Descrizione attività', 'description'],
    ['Competenze', 'competences'],
    ['Categoria', 'category'],
    ['Tipologia socio', 'category'],
    ['Data di adesione', 'since'],
    ['Codice NUTS', 'nuts'],
    ['Lingue', 'languages'],
    ['Ecosistemi', 'ecosystems'],
    ['PIC code', 'pic'],
  ])('%j is read as %s', async (heading, field) => {
    expect((await readMembers(`legalName;${heading}\nAlfa;\n`)).columns[1]).toMatchObject({
      treatment: 'read',
      field,
    });
  });

  it('that could both be one field: the surer is read, the other kept as it is', async () => {
    const file = await readMembers('Azienda;Ragione sociale\nALFA;Alfa srl\n');
    expect(members(file)[0]).toMatchObject({ facts: { legalName: 'Alfa srl' }, extra: { Azienda: 'ALFA' } });
  });

  it('of several texts are read one after the other', async () => {
    const member = await readMember(
      'legalName;Descrizione;Attività;Competenze;Tecnologie',
      'Alfa;Una;Due;a|b;B|c',
    );
    expect(member).toMatchObject({ description: 'Una\n\nDue', competences: ['a', 'b', 'c'] });
  });

  it('of several codes or languages are all read', async () => {
    const header = 'legalName;ATECO primario;ATECO secondario;Lingua;Lingue';
    const member = await readMember(header, 'Alfa;25.62.00;62.01.00;italiano;inglese');
    expect(member).toMatchObject({ ateco: ['25.62.00', '62.01.00'], facts: { languages: ['it', 'en'] } });
  });

  it('of a size in numbers are kept as they are, in words read', async () => {
    const file = await readMembers('Company;Company size\nAlfa;11-50\nBeta;51-200 employees\n');
    expect(members(file).map(({ extra }) => extra['Company size'])).toEqual(['11-50', '51-200 employees']);
    const member = await readMember('Azienda;Dimensione', 'Alfa srl;Piccola');
    expect(member.facts.sme).toBe(true);
  });

  it.each([
    ['62,01', '62.01'],
    ['ATECO 2007: 62.01.00', '62.01.00'],
    ['25.62.00.', '25.62.00'],
  ])('ATECO %j is one code', async (written, code) => {
    expect((await readMember('Azienda;ATECO', `Alfa;${written}`)).ateco).toEqual([code]);
  });

  it('that stand twice are kept apart', async () => {
    expect((await readMember('legalName;Note;Note', 'Alfa;una;due')).extra).toEqual({
      Note: 'una',
      'Note (column 3)': 'due',
    });
  });

  it('that are missing are shown by number', async () => {
    expect((await readMember('legalName;;city', 'Alfa;x;Como')).extra).toEqual({ 'column 2': 'x' });
  });
});
