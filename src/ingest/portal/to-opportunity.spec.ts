import { type Metadata, portalPage, portalRecord } from '../../../test/support/portal-record.js';
import { all, textFile } from '../../../test/support/source-text.js';
import type { OpportunityRecord } from '../../opportunities/index.js';
import { loadTaxonomy } from '../../taxonomy/index.js';
import { portalSource } from './read-portal.js';

const options = { taxonomy: loadTaxonomy(), seenAt: new Date('2026-11-21T08:00:00Z') };
const open = (files: Record<string, string>) =>
  portalSource(
    'answers',
    Object.entries(files).map(([name, text]) => textFile(name, text, 4096)),
    options,
  );

const read = async (...records: readonly unknown[]) =>
  all((await open({ '2026-07-24-page-01.json': portalPage(records) })).opportunities());

async function only(metadata: Metadata, outer: Record<string, unknown> = {}): Promise<OpportunityRecord> {
  const [row] = await read(portalRecord(metadata, outer));
  if (!row?.value) throw new Error('no opportunity');
  return row.value;
}

describe('a record of the portal', () => {
  it('becomes an opportunity', async () => {
    const [row] = await read(
      portalRecord({ callIdentifier: ['HORIZON-CL4-2027-09'], callTitle: ['INDUSTRY'] }),
    );
    expect(row).toEqual({
      place: { file: '2026-07-24-page-01.json', row: 1 },
      problems: [],
      value: {
        kind: 'topic',
        source: 'portal',
        sourceKey: 'HORIZON-CL4-2027-09-ABC-01',
        identifier: 'HORIZON-CL4-2027-09-ABC-01',
        title: 'Invented welding of things',
        programme: 'HORIZON',
        part: 'CL4',
        callIdentifier: 'HORIZON-CL4-2027-09',
        callTitle: 'INDUSTRY',
        actionTypes: [],
        statedStatus: 'open',
        opensOn: '2026-09-22',
        deadlines: [{ at: '2027-02-02T16:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' }],
        budget: null,
        trlFrom: null,
        trlTo: null,
        keywords: [],
        sections: [],
        flags: { deadlineModel: 'single-stage' },
        url: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/HORIZON-CL4-2027-09-ABC-01',
        observedAt: '2026-07-24T00:00:00.000Z',
        invented: false,
      },
    });
  });

  it.each([
    [
      'both date shapes, two stages in reverse order',
      'two-stage',
      ['2027-09-14T19:00:00.000+0200', '2027-02-02T00:00:00.000+0000'],
      [
        ['2027-02-02T16:00:00.000Z', 'first'],
        ['2027-09-14T15:00:00.000Z', 'second'],
      ],
    ],
    [
      'a clock part that is not the cut-off',
      'single-stage',
      ['2023-01-24T17:00:00.000+0000'],
      [['2023-01-24T16:00:00.000Z', 'single']],
    ],
    [
      'cut-offs, one of them twice',
      'multiple cut-off',
      ['2026-10-25T00:00:00.000+0000', '2026-03-29T00:00:00.000+0000', '2026-03-29T17:00:00.000+0000'],
      [
        ['2026-03-29T15:00:00.000Z', 'cut-off'],
        ['2026-10-25T16:00:00.000Z', 'cut-off'],
      ],
    ],
    [
      'two dates of one stage',
      'single-stage',
      ['2026-07-01T00:00:00.000+0000', '2026-07-02T00:00:00.000+0000'],
      [
        ['2026-07-01T15:00:00.000Z', null],
        ['2026-07-02T15:00:00.000Z', null],
      ],
    ],
  ])('has its deadlines at 17:00 in Brussels: %s', async (_name, model, deadlineDate, expected) => {
    const { deadlines } = await only({ deadlineModel: [model], deadlineDate });
    expect(deadlines.map(({ at, stage }) => [at, stage])).toEqual(expected);
  });

  it('takes deadlines from its actions where it states none of its own', async () => {
    const actions = [JSON.stringify([{ types: [], deadlineDates: ['2027-02-02'] }])];
    expect((await only({ deadlineDate: [], actions })).deadlines).toHaveLength(1);
  });

  it.each([
    ['plain', ['HORIZON-CL4-2027-09-ABC-01', 'Welding', 'Robots']],
    ['as JSON inside a string', ['["HORIZON-CL4-2027-09-ABC-01","Welding","Robots"]']],
  ])('has keywords without its own identifier: %s', async (_name, keywords) => {
    expect((await only({ keywords, tags: ['welding', 'Steel'] })).keywords).toEqual([
      'welding',
      'Robots',
      'Steel',
    ]);
  });

  it.each([
    ['31094501', 'forthcoming'],
    ['31094502', 'open'],
    ['31094503', 'closed'],
  ])('has status %s: %s', async (code, status) => {
    expect((await only({ status: [code] })).statedStatus).toBe(status);
  });

  it('notes an unknown status code and a date that is none, and is used without them', async () => {
    const [row] = await read(portalRecord({ status: ['99999998'], deadlineDate: ['soon'] }));
    expect(row?.value).toMatchObject({ statedStatus: null, deadlines: [] });
    expect(row?.problems).toMatchObject([
      { severity: 'noted', file: '2026-07-24-page-01.json', row: 1, column: 'deadlineDate', value: 'soon' },
      { severity: 'noted', column: 'status', value: '99999998', problem: 'unknown-status' },
    ]);
  });

  it.each([
    [['HORIZON  Research and Innovation Actions'], [], ['RIA']],
    [['HORIZON JU Innovation Actions'], [], ['IA']],
    [
      ['x'],
      ['HORIZON-CSA HORIZON Coordination and Support Actions', 'HORIZON-IA HORIZON Innovation Actions'],
      ['CSA', 'IA'],
    ],
    [['LIFE Project Grants'], ['LIFE-PJG LIFE Project Grants'], ['LIFE-PJG']],
    [['LIFE Project Grants'], [], ['LIFE Project Grants']],
  ])('has a short type of action: %j %j', async (typesOfAction, coded, expected) => {
    const actions = [JSON.stringify([{ types: coded.map((typeOfAction) => ({ typeOfAction })) }])];
    expect((await only({ typesOfAction, actions })).actionTypes).toEqual(expected);
  });

  it.each([
    ['HORIZON-HLTH-2027-01-X', '43108390', 'HORIZON', 'HLTH'],
    ['HORIZON-JU-CBE-2026-IA-01', '43108390', 'HORIZON', 'JU-CBE'],
    ['I3-2026-INV1', '44416173', 'I3', null],
    ['LIFE-2026-SAP', '43252405', 'LIFE', null],
    ['ODD-NAME', '43152860', 'DIGITAL', null],
    ['EuropeAid/1/DD/ACT/X', '111111', 'EUROPEAID', null],
  ])('belongs to a programme: %s', async (identifier, id, programme, part) => {
    expect(await only({ identifier: [identifier], frameworkProgramme: [id] })).toMatchObject({
      programme,
      part,
    });
  });

  it('knows lump sums, partner search and priorities', async () => {
    const actions = [
      JSON.stringify([
        {
          types: [
            { typeOfAction: 'HORIZON-RIA HORIZON RIA', typeOfMGA: [{ abbreviation: 'HORIZON-AG-LS' }] },
          ],
        },
      ]),
    ];
    expect(
      (await only({ actions, allowPartnerSearch: ['true'], crossCuttingPriorities: ['AI', 'SSH'] })).flags,
    ).toEqual({
      lumpSum: true,
      deadlineModel: 'single-stage',
      partnerSearch: true,
      crossCutting: ['AI', 'SSH'],
    });
  });

  it('is a cascade call where the index says so, with its own amount', async () => {
    expect(
      await only({
        type: ['8'],
        budget: ['60000'],
        furtherInformation: ['<p>Apply <a href="mailto:a.person@firm.example">a.person@firm.example</a></p>'],
      }),
    ).toMatchObject({
      kind: 'cascade',
      budget: { totalEur: 60000, shared: false },
      sections: [{ kind: 'other', text: 'Apply' }],
    });
  });

  it.each([
    ['identifier', { identifier: [] }, {}],
    ['title', { title: [''] }, { summary: null }],
  ])('is refused without its %s', async (column, metadata, outer) => {
    const rows = await read(portalRecord({}), portalRecord(metadata, outer));
    const refused = rows.find(({ value }) => value === null);
    expect(refused?.problems).toMatchObject([
      { severity: 'refused', row: 2, column, problem: 'missing-value' },
    ]);
  });
});

describe('the budget of a topic', () => {
  const line = (action: string, amount: string, more: Record<string, unknown> = {}) => ({
    action: `${action} - HORIZON-RIA HORIZON Research and Innovation Actions`,
    budgetYearMap: { '2026': amount },
    expectedGrants: 0,
    minContribution: 0,
    maxContribution: 0,
    ...more,
  });
  const budget = async (lines: Record<string, readonly unknown[]>) =>
    (await only({ budgetOverview: [JSON.stringify({ budgetTopicActionMap: lines })] })).budget;
  const own = 'HORIZON-CL4-2027-09-ABC-01';

  it('is its own line, not that of a sister whose identifier begins with it', async () => {
    expect(
      await budget({
        '1': [line(`${own}-two-stage`, '99000000')],
        '2': [
          line(own, '36000000', { minContribution: 5000000, maxContribution: '6500000', expectedGrants: 6 }),
        ],
        '3': [line('HORIZON-CL4-2027-09-ABC-02', '36000000')],
      }),
    ).toEqual({
      totalEur: 36000000,
      shared: false,
      perProjectMinEur: 5000000,
      perProjectMaxEur: 6500000,
      expectedGrants: 6,
    });
  });

  it('is marked as shared where a sister draws on the same line', async () => {
    expect(await budget({ '1': [line('OTHER', '180'), line(own, '180')] })).toMatchObject({
      totalEur: 180,
      shared: true,
    });
  });

  it('counts one amount once for several types of action, adds years and separate lines', async () => {
    expect(
      await budget({
        '1': [line(own, '10', { budgetYearMap: { '2026': 10, '2027': '5' } }), line(own, '15')],
        '2': [line(own, '20')],
      }),
    ).toMatchObject({
      totalEur: 35,
      shared: false,
    });
  });

  it('is not stated where it is 0 or missing', async () => {
    expect(await budget({ '1': [line(own, '0')] })).toBeNull();
    expect(await budget({ '1': [line('OTHER', '5')] })).toBeNull();
    expect((await only({ budgetOverview: ['{"budgetTopicActionMap": '] })).budget).toBeNull();
  });
});

describe('the text of a topic', () => {
  const description =
    '<p class="topicdescriptionkind">Expected Outcome:</p><p>Projects achieve:</p><ul><li>one;</li><li>two<sup>[1]</sup>.</li></ul>' +
    '<span class="topicdescriptionkind">Scope:</span><p>Do &amp; show.</p>' +
    '<p class="topicdescriptionkind">null</p><div><p>Activities are expected to start at TRL 4-5 and achieve TRL 6 by the end of the project.</p></div>' +
    '<p class="eui-u-font-s">[1] A footnote</p>';

  it('is cut into sections, with the readiness levels it asks for', async () => {
    const topic = await only({ descriptionByte: [description], language: ['en'] });
    expect(topic.sections).toEqual([
      {
        kind: 'outcome',
        heading: 'Expected Outcome',
        text: 'Projects achieve:\n\n- one;\n- two.',
        language: 'en',
      },
      { kind: 'scope', heading: 'Scope', text: 'Do & show.', language: 'en' },
      {
        kind: 'conditions',
        heading: null,
        text: expect.stringContaining('TRL 4-5') as string,
        language: 'en',
      },
    ]);
    expect([topic.trlFrom, topic.trlTo]).toEqual([4, 6]);
  });

  it('keeps of the conditions what is the topic’s own', async () => {
    const topicConditions = [
      '<div class="eui-u-mt-l>"><h4>General conditions</h4><div><h4>1. Admissibility</h4><p>The page limit is extended by 3 pages.</p>' +
        '<p><strong>Proposal page limits and layout:</strong> described in Part B of the form.</p></div>' +
        '<div><h4>2. Eligible Countries</h4><p>described in <a href="x">Annex B</a>.</p></div>' +
        '<h4>Application and evaluation forms:</h4><p>Standard form</p></div>',
    ];
    expect((await only({ topicConditions })).sections).toEqual([
      {
        kind: 'conditions',
        heading: null,
        text: '1. Admissibility\n\nThe page limit is extended by 3 pages.',
        language: 'en',
      },
    ]);
  });

  it('has the destination under its name, and other headings as they are', async () => {
    const topic = await only({
      destinationDescription: ['A destination'],
      destinationDetails: ['<p>What for.</p>'],
      descriptionByte: [
        '<p class="topicdescriptionkind">Specific Challenge:</p><p>Hard.</p><p class="topicdescriptionkind">Notes:</p><p>Odd.</p>',
      ],
    });
    expect(topic.sections.map(({ kind, heading }) => [kind, heading])).toEqual([
      ['scope', 'Specific Challenge'],
      ['other', 'Notes'],
      ['destination', 'A destination'],
    ]);
  });
});
