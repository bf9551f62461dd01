import { all, textFile } from '../../../test/support/source-text.js';
import { loadTaxonomy } from '../../taxonomy/index.js';
import { topicsOf } from './read-topics.js';

const options = { taxonomy: loadTaxonomy(), observedAt: new Date('2026-11-21T00:00:00Z') };
const read = (name: string, text: string) => all(topicsOf(textFile(name, text, 512), options));

describe('a table of work-programme topics', () => {
  const header =
    'part,callId,topicId,title,typeOfAction,opening,deadline1,deadline2,budgetMeur,perProjectMinMeur,perProjectMaxMeur,trlStart,trlEnd,lumpSum,fstp,maxParticipants,thresholdOverride,fundingRateOverride';
  const row =
    'CL1,HORIZON-HLTH-2027-01,HORIZON-HLTH-2027-01-X-01,"Invented, care",RIA,2027-02-10,2027-04-13,2027-09-14,24.5,3,3.75,4-5,6-7,1,0,6,4/4/4/12,70';
  const table = (...rows: string[]) => read('wp.csv', [header, ...rows].join('\n'));

  it('gives facts: two stages, amounts in euro, readiness levels, flags', async () => {
    const [topic] = await table(row);
    expect(topic).toEqual({
      place: { file: 'wp.csv', row: 2 },
      problems: [],
      value: {
        kind: 'topic',
        source: 'work-programme',
        sourceKey: 'HORIZON-HLTH-2027-01-X-01',
        identifier: 'HORIZON-HLTH-2027-01-X-01',
        title: 'Invented, care',
        programme: 'HORIZON',
        part: 'HLTH',
        callIdentifier: 'HORIZON-HLTH-2027-01',
        callTitle: null,
        actionTypes: ['RIA'],
        statedStatus: null,
        opensOn: '2027-02-10',
        deadlines: [
          { at: '2027-04-13T15:00:00.000Z', zone: 'Europe/Brussels', stage: 'first' },
          { at: '2027-09-14T15:00:00.000Z', zone: 'Europe/Brussels', stage: 'second' },
        ],
        budget: {
          totalEur: 24500000,
          shared: false,
          perProjectMinEur: 3000000,
          perProjectMaxEur: 3750000,
          expectedGrants: null,
        },
        trlFrom: 4,
        trlTo: 7,
        keywords: [],
        sections: [],
        flags: {
          lumpSum: true,
          fstp: false,
          maxParticipants: 6,
          thresholds: '4/4/4/12',
          fundingRatePercent: 70,
          trlStart: '4-5',
          trlEnd: '6-7',
        },
        url: null,
        observedAt: '2026-11-21T00:00:00.000Z',
        invented: false,
      },
    });
  });

  it('takes what is empty as not stated', async () => {
    const [topic] = await table('CL4,,HORIZON-CL4-2027-01-X-01,T,,,2027-02-02,,,,,,,,,,,');
    expect(topic?.value).toMatchObject({
      callIdentifier: null,
      actionTypes: [],
      opensOn: null,
      deadlines: [{ stage: 'single', at: '2027-02-02T16:00:00.000Z' }],
      budget: null,
      trlFrom: null,
      trlTo: null,
      flags: {},
    });
  });

  it('notes what it cannot read and uses the row', async () => {
    const [topic] = await table('CL4,,HORIZON-CL4-2027-01-X-01,T,,2027-02-30,soon,,many,,,,,yes,,,,');
    expect(topic?.value).toMatchObject({ opensOn: null, deadlines: [], budget: null, flags: {} });
    expect(
      topic?.problems.map(({ severity, row: line, column, value }) => [severity, line, column, value]),
    ).toEqual([
      ['noted', 2, 'opening', '2027-02-30'],
      ['noted', 2, 'deadline1', 'soon'],
      ['noted', 2, 'budgetMeur', 'many'],
      ['noted', 2, 'lumpSum', 'yes'],
    ]);
  });

  it.each([
    ['without an identifier', row.replace('HORIZON-HLTH-2027-01-X-01', ''), 'missing-value', 'topicId'],
    [
      'with blanks in it',
      row.replace('HORIZON-HLTH-2027-01-X-01', 'see 2027 list'),
      'not-a-topic-identifier',
      'topicId',
    ],
    ['without a title', row.replace('"Invented, care"', ''), 'missing-value', 'title'],
    ['with a cell too few', row.slice(0, -3), 'broken-row', null],
  ])('refuses a row %s and goes on', async (_name, bad, problem, column) => {
    const rows = await table(bad, row);
    expect(rows.map(({ value }) => value?.identifier ?? null)).toEqual([null, 'HORIZON-HLTH-2027-01-X-01']);
    expect(rows[0]?.problems).toMatchObject([{ severity: 'refused', row: 2, problem, column }]);
  });

  it('takes a topic once, in whatever letter case it comes again', async () => {
    const rows = await table(row, row.replace('HORIZON-HLTH-2027-01-X-01', 'horizon-hlth-2027-01-x-01'));
    expect(rows.map(({ value }) => value !== null)).toEqual([true, false]);
    expect(rows[1]?.problems).toMatchObject([
      { problem: 'duplicate', row: 3, message: expect.stringContaining('row 2') as string },
    ]);
  });
});

describe('the texts of work-programme topics', () => {
  const topic = {
    topicId: 'HORIZON-CL4-2022-X-01',
    title: 'Invented\n  welding',
    actionCode: '',
    typeOfAction: 'Innovation Actions',
    expectedEuContribution:
      'The Commission estimates that an EU contribution of between EUR 3.00 and 4.50 million would allow this.',
    indicativeBudget: 'The total indicative budget for the topic is EUR 22.00 million.',
    trl: 'Activities are expected to start at TRL 4 and achieve TRL 6 by the end of the project.',
    legalFinancial:
      'Eligible costs will take the form of a lump sum. Beneficiaries may provide financial support to third parties.',
    expectedOutcome: 'Projects should:\n• weld;\n• cut.\nIn addition:\nThey last.',
    scope: 'Do it.',
    documentStatus: 'draft of April 2025',
  };
  const one = async (changed: Record<string, unknown>) => {
    const [row] = await read('wp.jsonl', `${JSON.stringify({ ...topic, ...changed })}\n`);
    return row?.value;
  };

  it('gives sections, amounts out of sentences, flags', async () => {
    expect(await one({})).toMatchObject({
      title: 'Invented welding',
      actionTypes: ['IA'],
      budget: { totalEur: 22000000, perProjectMinEur: 3000000, perProjectMaxEur: 4500000 },
      trlFrom: 4,
      trlTo: 6,
      flags: { lumpSum: true, fstp: true, draft: true },
      sections: [
        { kind: 'outcome', text: 'Projects should:\n\n- weld;\n- cut.\n\nIn addition:\n\nThey last.' },
        { kind: 'scope', text: 'Do it.' },
        { kind: 'conditions', heading: 'Technology readiness level' },
        { kind: 'conditions', heading: 'Legal and financial set-up' },
      ],
    });
  });

  it('gives the second shape, with amounts in figures', async () => {
    const shape = {
      expectedEuContribution: undefined,
      minContribution: 3333333,
      maxContribution: 0,
      indicativeBudget: 9999999,
      destination: 'Borders',
    };
    expect(await one(shape)).toMatchObject({
      budget: { totalEur: 9999999, perProjectMinEur: 3333333, perProjectMaxEur: null },
      flags: { destination: 'Borders' },
    });
  });

  it.each([
    ['HORIZON-CL4-2022-X-01', 'closed'],
    ['HORIZON-CL4-2026-X-01', null],
    ['HORIZON-CL4-2027-X-01', 'forthcoming'],
  ])('without dates, the year of %s says %s', async (topicId, status) => {
    expect((await one({ topicId }))?.statedStatus).toBe(status);
  });

  it.each([
    ['esearch and Innovation Actions', 'RIA'],
    ['nnovation Actions', 'IA'],
    ['tion Actions', 'IA'],
    ['dination and Support Actions', 'CSA'],
    ['e-commercial Procurement', 'PCP'],
    ['ork Partnership Agreement', 'FPA'],
  ])('restores a type of action whose first letters the layout lost: %s', async (typeOfAction, code) => {
    expect((await one({ typeOfAction }))?.actionTypes).toEqual([code]);
  });

  it.each([
    [
      'he Commission estimates that an EU contribution of between EUR 5.00 and 12.00 million would allow',
      null,
      12000000,
    ],
    [
      'he Commission estimates that an EU contribution of between EUR .00 and 12.00 million would allow',
      null,
      12000000,
    ],
    [
      'he Commission estimates that an EU contribution of between EUR 8.00 nd 10.00 million would allow',
      8000000,
      10000000,
    ],
    [
      'Commission estimates that an EU contribution of between EUR 8.00 10.00 million would allow',
      8000000,
      10000000,
    ],
    [
      'he Commission estimates that an EU contribution of around EUR 5.00 illion would allow',
      5000000,
      5000000,
    ],
    ['he Commission estimates that an EU contribution of around EUR 5.00 million would allow', null, null],
  ])('takes no amount that may have lost its first digits: %s', async (expectedEuContribution, min, max) => {
    expect(await one({ expectedEuContribution })).toMatchObject({
      budget: { perProjectMinEur: min, perProjectMaxEur: max },
    });
  });

  it('refuses broken lines and goes on', async () => {
    const rows = await read('wp.jsonl', `{oops\n{"title":"no id"}\n${JSON.stringify(topic)}\n`);
    expect(rows.map(({ value }) => value?.identifier ?? null)).toEqual([null, null, 'HORIZON-CL4-2022-X-01']);
    expect(rows[0]?.problems).toMatchObject([{ row: 1, problem: 'broken-row' }]);
    expect(rows[1]?.problems).toMatchObject([{ row: 2, problem: 'missing-value', column: 'topicId' }]);
  });

  it.each([
    ['a list of something else', 'x.jsonl', '{"a": 1}\n', 'ingest.file-not-data'],
    ['a table of something else', 'x.csv', 'a,b\n1,2\n', 'ingest.column-missing'],
    ['a file of another kind', 'x.txt', 'x', 'ingest.file-not-data'],
    [
      'a list cut in the middle',
      'x.jsonl',
      `${JSON.stringify(topic)}\n{"topicId": "HORI`,
      'ingest.json-cut-off',
    ],
  ])('refuses whole %s', async (_name, name, text, code) => {
    await expect(read(name, text)).rejects.toMatchObject({ code, kind: 'invalid' });
  });
});
