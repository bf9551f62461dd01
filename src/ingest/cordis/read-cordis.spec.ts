import { gzipSync } from 'node:zlib';

import { all, textFile } from '../../../test/support/source-text.js';
import { cordisSource } from './read-cordis.js';

const projectHeader =
  '"id";"acronym";"status";"title";"startDate";"totalCost";"ecMaxContribution";"topics";"keywords";"objective"';
const organisationHeader =
  '"projectID";"organisationID";"vatNumber";"name";"SME";"activityType";"street";"city";"country";"nutsCode";"organizationURL";"order";"role";"ecContribution";"endOfParticipation"';

/** One organisation row of the official shape, with what a test changes. */
function organisation(changed: Record<string, string> = {}): string {
  const cells: Record<string, string> = {
    projectID: '101000001',
    organisationID: '900000001',
    vatNumber: 'IT01234567890',
    name: 'Officine Invented SRL',
    SME: 'true',
    activityType: 'PRC',
    street: 'Via Inventata 1',
    city: 'Milano',
    country: 'IT',
    nutsCode: 'ITC4C',
    organizationURL: 'https://example.org',
    order: '2',
    role: 'participant',
    ecContribution: '250000,5',
    endOfParticipation: 'false',
    ...changed,
  };
  return organisationHeader
    .split(';')
    .map((name) => `"${(cells[name.slice(1, -1)] ?? '').replaceAll('"', '""')}"`)
    .join(';');
}

const project =
  '"101000001";"INVENT";"SIGNED";"A title";"2023-01-01";"100,25";"90";"HORIZON-CL4-2022-X-01";"a;b";"Text"';

const source = (files: Record<string, string | Buffer>) =>
  cordisSource(
    'export.zip',
    Object.entries({
      'project.csv': `${projectHeader}\n${project}\n`,
      'organization.csv': `${organisationHeader}\n${organisation()}\n`,
      ...files,
    }).map(([name, text]) => textFile(name, text, 64)),
  );

const participation = async (changed: Record<string, string>) => {
  const [row] = await all(
    source({ 'organization.csv': `${organisationHeader}\n${organisation(changed)}\n` }).participations(),
  );
  return {
    value: row?.value,
    problems: row?.problems.map(({ problem, column, value }) => [problem, column, value]),
  };
};

describe('projects of CORDIS', () => {
  const projects = (row: string) => all(source({ 'project.csv': `${projectHeader}\n${row}\n` }).projects());

  it('reads the official shape: semicolons, decimal commas, a line break and a semicolon inside the objective', async () => {
    const [row] = await projects(
      '"101000002";"ACR";"SIGNED";"A, title";"2023-01-01";"3499076,25";"3000000";"HORIZON-CL4-2022-X-01";"steel; scrap, sorted";"One; two\nthree ""four"""',
    );
    expect(row).toEqual({
      place: { file: 'project.csv', row: 2 },
      value: {
        framework: 'HORIZON',
        grantId: '101000002',
        acronym: 'ACR',
        title: 'A, title',
        objective: 'One; two\nthree "four"',
        keywords: ['steel', 'scrap, sorted'],
        status: 'SIGNED',
        startDate: '2023-01-01',
        endDate: null,
        topic: 'HORIZON-CL4-2022-X-01',
        callIdentifier: null,
        fundingScheme: null,
        legalBasis: null,
        totalCostEur: 3499076.25,
        maxContributionEur: 3000000,
        updatedOn: null,
      },
      problems: [],
    });
  });

  it('reads the column names of copies: comma, topic, sourceUpdateDate, keywords parted by commas', async () => {
    const [row] = await all(
      source({
        'project.csv':
          '\uFEFFid,title,topic,legalBasis,sourceUpdateDate,keywords\n8,T,x,H2020-EU.2.1,2025-01-03 10:00:00,"a, b"\n101000003,T,x,H2020-EU.2.1,2025-01-03 10:00:00,"a, b"\n',
      }).projects(),
    ).then((rows) => rows.slice(1));
    expect(row?.value).toMatchObject({
      framework: 'H2020',
      topic: 'x',
      updatedOn: '2025-01-03',
      keywords: ['a', 'b'],
    });
  });

  it('takes a total cost of 0 as not declared', async () => {
    const [row] = await projects('"101000002";"A";"SIGNED";"T";"";"0";"0,00";"";"";""');
    expect(row?.value).toMatchObject({
      totalCostEur: null,
      maxContributionEur: null,
      topic: null,
      objective: null,
    });
    expect(row?.problems).toEqual([]);
  });

  it('keeps a terminated project', async () => {
    const [row] = await projects('"101000002";"A";"TERMINATED";"T";"2023-01-01";"1";"1";"";"";""');
    expect(row?.value?.status).toBe('TERMINATED');
  });

  it('notes what it cannot read, with row, column and value, and uses the rest', async () => {
    const [row] = await projects('"101000002";"A";"SIGNED";"T";"2023-02-30";"1.000,5";"12";"";"";""');
    expect(row?.value).toMatchObject({ startDate: null, totalCostEur: null, maxContributionEur: 12 });
    expect(row?.problems).toMatchObject([
      {
        severity: 'noted',
        file: 'project.csv',
        row: 2,
        column: 'startDate',
        value: '2023-02-30',
        problem: 'not-a-date',
      },
      { severity: 'noted', column: 'totalCost', value: '1.000,5', problem: 'not-an-amount' },
    ]);
  });

  it('refuses a row without a grant number and goes on', async () => {
    const rows = await projects(
      `"";"A";"";"T";"";"";"";"";"";""\n"x1";"A";"";"T";"";"";"";"";"";""\n${project}`,
    );
    expect(rows.map(({ value }) => value?.grantId ?? null)).toEqual([null, null, '101000001']);
    expect(rows[0]?.problems).toMatchObject([
      { severity: 'refused', row: 2, column: 'id', problem: 'missing-value' },
    ]);
    expect(rows[1]?.problems).toMatchObject([{ row: 3, value: 'x1', problem: 'not-a-grant-number' }]);
  });
});

describe('participations of CORDIS', () => {
  it('reads a row, and nothing of street or contact', async () => {
    expect(await participation({})).toEqual({
      value: {
        grantId: '101000001',
        pic: '900000001',
        vatNumber: 'IT01234567890',
        name: 'Officine Invented SRL',
        shortName: null,
        type: 'PRC',
        sme: true,
        city: 'Milano',
        country: 'IT',
        nuts: 'ITC4C',
        url: 'https://example.org',
        role: 'participant',
        position: 2,
        contributionEur: 250000.5,
        ended: false,
      },
      problems: [],
    });
  });

  it.each([
    ['EL is Greece', { country: 'EL' }, { country: 'GR' }],
    ['UK is the United Kingdom', { country: 'UK' }, { country: 'GB' }],
    ['NO is Norway, not a no', { country: 'NO' }, { country: 'NO' }],
    ['NA is Namibia, not a blank', { country: 'NA' }, { country: 'NA' }],
    ['SME empty is not stated', { SME: '' }, { sme: null }],
    ['an old NUTS code is kept as it is', { nutsCode: 'nl310' }, { nuts: 'NL310' }],
    ['a NUTS code of two letters too', { nutsCode: 'FR' }, { nuts: 'FR' }],
    ['a VAT number with blanks', { vatNumber: 'IT 0123 4567 890' }, { vatNumber: 'IT01234567890' }],
    ['a placeholder for a VAT number', { vatNumber: 'NOTAPPLICABLE' }, { vatNumber: null }],
    [
      'an associated partner without money',
      { role: 'associatedPartner', ecContribution: '' },
      { contributionEur: null },
    ],
    ['nothing received is a statement', { ecContribution: '0' }, { contributionEur: 0 }],
    ['a role of older programmes', { role: 'internationalPartner' }, { role: 'associatedPartner' }],
    ['roles in any letter case', { role: 'ThirdParty' }, { role: 'thirdParty' }],
    ['one that left', { endOfParticipation: 'true' }, { ended: true }],
    [
      'an address without its scheme',
      { organizationURL: 'www.example.org' },
      { url: 'http://www.example.org' },
    ],
    ['a name of another script, quoted', { name: 'ΙΔΡΥΜΑ "ΤΕΣΤ"' }, { name: 'ΙΔΡΥΜΑ "ΤΕΣΤ"' }],
  ])('reads right: %s', async (_name, changed, expected) => {
    const { value, problems } = await participation(changed);
    expect(value).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it.each([
    ['country', 'Italy', 'not-a-country', { country: null }],
    ['nutsCode', 'IT-25', 'not-a-nuts-code', { nuts: null }],
    ['activityType', 'SMB', 'unknown-type', { type: null }],
    ['role', 'guest', 'unknown-role', { role: 'participant' }],
    ['SME', 'maybe', 'not-true-or-false', { sme: null }],
    ['organizationURL', 'javascript:alert(1)', 'not-a-web-address', { url: null }],
    ['ecContribution', '-5', 'not-an-amount', { contributionEur: null }],
  ])('notes a bad %s and uses the row', async (column, given, problem, expected) => {
    const { value, problems } = await participation({ [column]: given });
    expect(value).toMatchObject(expected);
    expect(problems).toEqual([[problem, column, given]]);
  });

  it.each([
    ['organisationID', '', 'missing-value', null],
    ['organisationID', '12345', 'not-a-pic', '12345'],
    ['name', '', 'missing-value', null],
    ['projectID', '', 'missing-value', null],
  ])('refuses a row whose %s is %j', async (column, given, problem, value) => {
    expect(await participation({ [column]: given })).toEqual({
      value: null,
      problems: [[problem, column, value]],
    });
  });

  it('keeps both rows of one that left and came back, and a project without a coordinator', async () => {
    const rows = await all(
      source({
        'organization.csv': [
          organisationHeader,
          organisation({ endOfParticipation: 'true' }),
          organisation(),
        ].join('\n'),
      }).participations(),
    );
    expect(rows.map(({ value }) => value?.ended)).toEqual([true, false]);
    expect(rows.some(({ value }) => value?.role === 'coordinator')).toBe(false);
  });
});

describe('other tables of CORDIS', () => {
  it('brings EuroSciVoc paths of both programmes into one form and never parts them at commas', async () => {
    const label = 'electrical engineering, electronic engineering, information engineering';
    const rows = await all(
      source({
        'euroSciVoc.csv': [
          'euroSciVocTitle,euroSciVocPath,projectID,euroSciVocCode',
          `"${label}","/engineering and technology/${label}",101000001,/25/47`,
          `"${label}","engineering and technology/${label}",101000002,25/47`,
          'no code,,101000001,',
        ].join('\n'),
      }).projectConcepts(),
    );
    const concept = { code: '/25/47', label, path: `/engineering and technology/${label}` };
    expect(rows.map(({ value }) => value)).toEqual([
      { grantId: '101000001', concept },
      { grantId: '101000002', concept },
      null,
    ]);
  });

  it('keeps deliverables and rights, drops the placeholder of a report summary, leaves publications out', async () => {
    const rows = await all(
      source({
        'result.csv': [
          'projectID,resultID,type,subtype,title,description,publishedYear,doi',
          '101000001,1_D,deliverable,R,Pilot line,What it does,,',
          '101000001,1_P,publication,PEER_REVIEWED_ARTICLE,A paper,,2024,10.1/x',
          '101000001,1_S,pubsum,,Periodic Reporting for period 1,periodic,,',
          '101000001,1_I,ipr,PATENT,A METHOD,,,',
          '101000001,1_X,,,A paper without type,,,',
        ].join('\n'),
      }).results(),
    );
    expect(rows.map(({ value }) => [value?.kind, value?.subtype, value?.text])).toEqual([
      ['deliverable', 'R', 'What it does'],
      ['report-summary', null, null],
      ['ipr', 'PATENT', null],
    ]);
  });

  it('reads topic titles from the official topics.csv and from topic.csv', async () => {
    for (const name of ['topics.csv', 'topic.csv']) {
      const rows = await all(
        source({ [name]: 'projectID,topic,title\n1,HORIZON-X,A title\n2,,y\n' }).topicTitles(),
      );
      expect(rows.map(({ value }) => value)).toEqual([
        { topic: 'HORIZON-X', title: 'A title', keywords: [] },
        null,
      ]);
    }
  });

  it('reads the keywords of a topic where a copy of the export has them', async () => {
    const rows = await all(
      source({ 'topic.csv': 'topic,title,keywords\nX,T,wind | hydrogen||\n' }).topicTitles(),
    );
    expect(rows.map(({ value }) => value?.keywords)).toEqual([['wind', 'hydrogen']]);
  });

  it('has no rows where an optional file is missing, and says which files it read', async () => {
    const cordis = source({ 'webLink.csv': 'x\n', 'policyPriorities.csv': 'x\n' });
    expect(await all(cordis.projectConcepts())).toEqual([]);
    expect(cordis.read).toEqual(['project.csv', 'organization.csv']);
    expect(cordis.ignored).toEqual(['webLink.csv', 'policyPriorities.csv']);
  });
});

describe('a CORDIS export that cannot be read', () => {
  it('is refused without its organisations', () => {
    expect(() => cordisSource('folder', [textFile('project.csv', 'id')])).toThrow(
      /folder: no organization.csv/,
    );
  });

  it('is refused where a table is there twice', () => {
    expect(() => source({ 'PROJECT.CSV.gz': gzipSync('id,title\n') })).toThrow(
      /project.csv is there 2 times/,
    );
  });

  it('is refused at the table that is cut off', async () => {
    const cut = gzipSync(`${organisationHeader}\n${organisation()}\n`.repeat(40)).subarray(0, 200);
    await expect(all(source({ 'organization.csv': cut }).participations())).rejects.toMatchObject({
      code: 'ingest.archive-broken',
    });
  });
});
