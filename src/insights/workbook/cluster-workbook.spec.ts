import { readSpreadsheet, tableOf, type ReadSheet } from '../../../test/support/read-spreadsheet.js';
import {
  madeFindings,
  madeMember,
  madeOpportunity,
  madeOrganisation,
  madePair,
  madeSuggestionReason,
  match,
} from '../../../test/support/made-workbook.js';
import { writeSpreadsheet } from '../xlsx/write-spreadsheet.js';
import { clusterWorkbook } from './cluster-workbook.js';
import {
  byOpportunity,
  candidates,
  callsPerMember,
  membersPerCall,
  pairKey,
  shownOf,
} from './workbook-findings.js';
import type { WorkbookFindings } from './workbook-findings.js';
import { workbookContents, workbookFile } from './workbook-file.js';
import { workbookWords } from './workbook-words.js';

function sheetsOf(findings: WorkbookFindings): Record<string, ReadSheet> {
  const { sheets } = readSpreadsheet(writeSpreadsheet(clusterWorkbook(findings)));
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet]));
}

const table = (findings: WorkbookFindings, name: string): Record<string, string>[] =>
  tableOf(sheetsOf(findings)[name]!);

describe('the workbook of a cluster', () => {
  it('has a sheet for each question', () => {
    expect(Object.keys(sheetsOf(madeFindings()))).toEqual([
      'Best members per call',
      'Best calls per member',
      'Coverage',
      'Coverage rows',
      'Reasons',
      'About',
    ]);
  });

  it('says the same in Italian, and nothing in English', () => {
    const findings = madeFindings({
      words: workbookWords('it'),
      inventedLeftOut: 2,
      organisations: new Map([
        ['m1', madeMember('m1', { card: madeOrganisation('m1', { invented: true }) })],
      ]),
    });
    const book = sheetsOf(findings);
    expect(Object.keys(book)).toEqual([
      'Soci per bando',
      'Bandi per socio',
      'Copertura',
      'Righe della copertura',
      'Motivi',
      'Leggimi',
    ]);
    const [first] = tableOf(book['Soci per bando']!);
    expect(first).toMatchObject({ 'Inventata?': 'INVENTATA', 'Affinità di competenze': 'buona' });
    expect(first).toMatchObject({
      Stato: 'aperto, tempi stretti',
      'Ruolo probabile': 'fornitore di tecnologia',
    });
    const english = Object.values(book).flatMap(({ cells }) =>
      [...cells.values()].filter(({ value }) =>
        /\b(not stated|members?|calls?|deadline|strong|good|invented|the|of)\b/i.test(value),
      ),
    );
    // what the sources wrote stays as it is
    expect(english.filter(({ value }) => !/^(Robots|Title of|=|MADE)/.test(value))).toEqual([]);
  });

  it('ranks members for each call, the next deadline first', () => {
    const rows = table(madeFindings(), 'Best members per call');
    expect(rows.map((row) => [row['Call'], row['Rank'], row['Organisation']])).toEqual([
      ['MADE-c-late', '1', 'Officine m1'],
      ['MADE-c-next', '1', 'Officine m2'],
      ['MADE-c-next', '2', 'Officine m1'],
      ['MADE-c-next', '3', 'Officine m3'],
      ['MADE-c-pilot', '1', 'Officine m2'],
      ['MADE-c-pilot', '2', 'Officine m1'],
    ]);
    expect(rows[0]).toMatchObject({ Status: 'open, late', Deadline: '2026-12-01', 'Days left': '9' });
    expect(rows[1]).toMatchObject({ Status: 'open', 'Days left': '72', 'Competence fit': 'strong' });
    expect(rows[4]).toMatchObject({ Status: 'standing', Deadline: 'none', 'Days left': '', Action: 'RIA' });
  });

  it('ranks calls for each member, and says where none fits', () => {
    const findings = madeFindings();
    const rows = table(
      { ...findings, byOrganisation: new Map([...findings.byOrganisation, ['m3', []]]) },
      'Best calls per member',
    );
    expect(rows.map((row) => [row['Organisation'], row['Rank'], row['Call']])).toEqual([
      ['Officine m1', '1', 'MADE-c-next'],
      ['Officine m1', '2', 'MADE-c-late'],
      ['Officine m1', '3', 'MADE-c-pilot'],
      ['Officine m2', '1', 'MADE-c-next'],
      ['Officine m2', '2', 'MADE-c-pilot'],
      ['Officine m3', '', 'no call fits with evidence on both sides'],
    ]);
  });

  it('lists no pair without a reason quoted from both sides, and moves the others up', () => {
    const findings = madeFindings();
    const listed = new Map(findings.listed);
    listed.delete(pairKey({ organisation: 'm2', opportunity: 'c-next' }));
    const rows = table({ ...findings, listed }, 'Best members per call');
    expect(rows.filter((row) => row['Call'] === 'MADE-c-next').map((row) => row['Organisation'])).toEqual([
      'Officine m1',
      'Officine m3',
    ]);
  });

  it('counts in the coverage exactly the rows that stand behind each count, and leads to them', () => {
    const { Coverage: coverage, 'Coverage rows': behind } = sheetsOf(madeFindings());
    const rows = tableOf(behind!);
    const part = 'Digital, Industry and Space';
    const counts = tableOf(coverage!).slice(0, 3);
    expect(counts).toEqual([
      { 'Members that fit well': 'Nutrition', [part]: '1', 'No programme part stated': '1' },
      { 'Members that fit well': 'Advanced Manufacturing', [part]: '2', 'No programme part stated': '1' },
      { 'Members that fit well': 'No ecosystem told', [part]: '0', 'No programme part stated': '0' },
    ]);
    for (const [place, cell] of coverage!.cells) {
      if (cell.link === null) continue;
      const [, start] = /^#'Coverage rows'!(A\d+)$/.exec(cell.link) ?? [];
      const line = coverage!.cells.get(`A${place.replace(/\D/g, '')}`)?.value;
      expect(behind!.cells.get(start ?? '')?.value).toBe(line);
    }
    const manufacturing = rows.filter(
      (row) => row['Ecosystem'] === 'Advanced Manufacturing' && row['Programme part'] === part,
    );
    expect(manufacturing.map((row) => [row['Organisation'], row['Call'], row['Told by the words']])).toEqual([
      ['Officine m1', 'MADE-c-next', 'robot'],
      ['Officine m1', 'MADE-c-late', 'robot'],
      ['Officine m2', 'MADE-c-next', 'machine tool'],
    ]);
    expect(rows.every((row) => row['Competence fit'] !== 'possible')).toBe(true);
  });

  it('says how many calls members reach, and how many there are', () => {
    const lines = tableOf(sheetsOf(madeFindings())['Coverage']!);
    expect(lines.slice(3).map((line) => Object.values(line))).toEqual([
      ['Calls they reach', 'Digital, Industry and Space', 'No programme part stated'],
      ['Nutrition', '1', '1'],
      ['Advanced Manufacturing', '2', '1'],
      ['No ecosystem told', '0', '0'],
      ['Calls listed in all', '2', '1'],
    ]);
  });

  it('quotes both sides of every listed pair', () => {
    const rows = table(madeFindings(), 'Reasons');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({
      Organisation: 'Officine m1',
      Call: 'MADE-c-next',
      'The call says': 'Robots should open and sort used products.',
      'Its record says': 'Celle robotizzate per lo smontaggio.',
      Record: 'project',
      State: 'open data',
    });
  });

  it('leads from organisations, calls and projects to their pages, and nowhere else', () => {
    const findings = madeFindings();
    const evil = madeOpportunity('c-next', { url: 'https://example.org/phish' });
    const sheets = sheetsOf({
      ...findings,
      opportunities: new Map([...findings.opportunities, ['c-next', evil]]),
      listed: new Map(
        [...findings.listed.keys()].map((key) => [
          key,
          madePair({
            reasons: [
              madeSuggestionReason({
                evidence: { ...madeSuggestionReason().evidence!, url: 'javascript:alert(1)' },
              }),
            ],
          }),
        ]),
      ),
    });
    const links = Object.values(sheets)
      .flatMap(({ cells }) => [...cells.values()].map(({ link }) => link))
      .filter((link) => link !== null && !link.startsWith('#'));
    expect(new Set(links)).toEqual(
      new Set([
        'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/933772732',
        'https://ec.europa.eu/made',
      ]),
    );
  });

  it('keeps a name that looks like a formula a text on every sheet', () => {
    const name = '=HYPERLINK("https://example.org","click")';
    const card = madeOrganisation('m1');
    const findings = madeFindings();
    const member = madeMember('m1', {
      card: { ...card, facts: { ...card.facts, legalName: name } },
      ecosystems: [{ code: 'nutrition', words: ['+1'] }],
    });
    const book = readSpreadsheet(
      writeSpreadsheet(
        clusterWorkbook({ ...findings, organisations: new Map([...findings.organisations, ['m1', member]]) }),
      ),
    );
    expect(book.elements).not.toContain('f');
    const named = book.sheets.flatMap((sheet) =>
      [...sheet.cells.values()].filter(({ value }) => value === name),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.every(({ type, guarded }) => type === 'inlineStr' && guarded)).toBe(true);
  });

  describe('what is invented', () => {
    const invented = madeFindings({
      organisations: new Map(
        [...madeFindings().organisations].map(([id, member]) => [
          id,
          { ...member, card: { ...member.card, invented: true, pic: '100000101' } },
        ]),
      ),
    });

    it('is marked above every sheet and on every row of an organisation', () => {
      const sheets = sheetsOf(invented);
      for (const sheet of Object.values(sheets)) {
        expect(
          [...sheet.cells.values()].some(({ value }) => value.startsWith('INVENTED organisations')),
        ).toBe(true);
      }
      for (const name of ['Best members per call', 'Best calls per member', 'Coverage rows', 'Reasons']) {
        expect(tableOf(sheets[name]!).every((row) => row['Invented?'] === 'INVENTED')).toBe(true);
      }
    });

    it('has no page in the register of participants', () => {
      const cells = sheetsOf(invented)['Best members per call']!.cells;
      expect([...cells.values()].filter(({ link }) => link?.includes('org-details'))).toEqual([]);
    });

    it('leaves no mark where nothing is', () => {
      const cells = Object.values(sheetsOf(madeFindings())).flatMap((sheet) => [...sheet.cells.values()]);
      expect(cells.filter(({ value }) => value.startsWith('INVENTED'))).toEqual([]);
    });
  });

  it('says what is not stated rather than leaving a hole', () => {
    const [row] = table(madeFindings(), 'Best members per call');
    expect(row).toMatchObject({ Town: 'not stated', SME: 'not stated', 'Per project, to €': 'not stated' });
  });

  it('says of when its data are and which members were left out', () => {
    const about = Object.fromEntries(
      table(madeFindings({ inventedLeftOut: 12 }), 'About').map(({ What, Says }) => [What, Says]),
    );
    expect(about).toMatchObject({
      'As of': '2026-11-22',
      'Data on the calls': 'of 2025-12-11',
      'Source: Funding & Tenders portal': '2026-11-01 (old: renew it)',
      'Invented members left out because there are real ones': '12',
      'Snapshot of the evidence': 'a1b2c3d4e5f6',
    });
  });
});

describe('what is handed to the thread that writes the file', () => {
  it('gives the very same file, and holds nothing that cannot be handed over', () => {
    const findings = madeFindings();
    const handed = structuredClone(workbookContents(findings));
    expect(workbookFile(handed)).toEqual(writeSpreadsheet(clusterWorkbook(findings)));
  });

  it('leaves out the texts of calls and the matches that no sheet shows', () => {
    const long = madeOpportunity('c-next', {
      sections: [{ kind: 'scope', heading: null, text: 'long', language: 'en' }],
    });
    const handed = workbookContents(
      madeFindings({ opportunities: new Map([['c-next', long]]), listed: new Map() }),
    );
    expect(JSON.stringify([...handed.opportunities])).not.toContain('long');
    expect([...handed.byOrganisation.values()].flat().map(({ fit }) => fit.band)).not.toContain('possible');
  });
});

describe('what a list shows', () => {
  const bands = ['possible', 'good', 'possible', 'possible', 'strong', 'possible'] as const;
  const matches = bands.map((band, at) => match('m', `c${at}`, 1 - at / 10, band));
  const all = new Map(matches.map((one) => [pairKey(one), madePair()]));
  const shown = (listed: typeof all, most: number): string[] =>
    shownOf(matches, listed, most).map(({ opportunity }) => opportunity);

  it('is every good and strong match, and the first two that are only possible', () => {
    expect(shown(all, 10)).toEqual(['c0', 'c1', 'c2', 'c4']);
    expect(shown(all, 2)).toEqual(['c0', 'c1']);
  });

  it('is not one without a quoted reason, which takes no place from others', () => {
    const listed = new Map(all);
    listed.delete(pairKey(matches[0]!));
    expect(shown(listed, 10)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });
});

describe('the candidates for the lists', () => {
  const many = new Map(
    Array.from({ length: 12 }, (_, m) => [
      `m${m}`,
      Array.from({ length: 30 }, (_, c) => match(`m${m}`, `c${c}`, 1 - c / 100 - m / 1000, 'good')),
    ]),
  );

  it('are the first of each member and the first of each call', () => {
    const keys = new Set(candidates(many).map(pairKey));
    expect(keys).toContain(pairKey({ organisation: 'm11', opportunity: `c${callsPerMember - 1}` }));
    expect(keys).not.toContain(pairKey({ organisation: 'm11', opportunity: `c${callsPerMember}` }));
    expect(keys).toContain(pairKey({ organisation: `m${membersPerCall - 1}`, opportunity: 'c29' }));
    expect(keys).not.toContain(pairKey({ organisation: `m${membersPerCall}`, opportunity: 'c29' }));
  });

  it('stand in order of score, ties in order of id', () => {
    const tied = new Map([
      ['b', [match('b', 'c', 0.5, 'good')]],
      ['a', [match('a', 'c', 0.5, 'good')]],
      ['z', [match('z', 'c', 0.9, 'good')]],
    ]);
    expect(
      byOpportunity(tied)
        .get('c')
        ?.map(({ organisation }) => organisation),
    ).toEqual(['z', 'a', 'b']);
  });
});
