import { portalPage, portalRecord } from '../../../test/support/portal-record.js';
import { all, textFile } from '../../../test/support/source-text.js';
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

describe('a pass over the portal', () => {
  const stale = portalRecord(
    {
      DATASOURCE: ['SEDIA_PRD_CENTRICITY'],
      title: ['Stale'],
      status: ['31094502'],
      deadlineDate: ['2023-04-20T17:00:00.000+0000'],
    },
    {},
  );

  it('keeps one record of overlapping pages, of languages and of data sources, whatever their order', async () => {
    const records = [
      stale,
      portalRecord({ language: ['it'], title: ['Saldatura'] }, { language: 'it' }),
      portalRecord({ title: ['The one'] }),
      portalRecord({
        identifier: ['horizon-cl4-2027-09-abc-01'],
        DATASOURCE: ['SEDIA_PRD_CENTRICITY'],
        title: ['Stale too'],
      }),
    ];
    for (const order of [records, [...records].reverse()]) {
      const source = await open({
        'a-page-1.json': portalPage(order.slice(0, 2), 4),
        'a-page-2.json': portalPage(order.slice(2), 4),
      });
      const rows = await all(source.opportunities());
      expect(rows.map(({ value }) => value?.title)).toEqual(['The one']);
      expect(source.pass).toMatchObject({ records: 4, distinct: 1, totalResults: 4, complete: false });
    }
  });

  it('marks a stale record, whose dates still tell that it is closed', async () => {
    const [row] = await read(stale);
    expect(row?.value).toMatchObject({
      statedStatus: 'open',
      flags: { stale: true },
      deadlines: [{ at: '2023-04-20T15:00:00.000Z' }],
    });
  });

  it('takes a stale record without any date for closed', async () => {
    const [row] = await read(portalRecord({ DATASOURCE: ['SEDIA_PRD_CENTRICITY'], deadlineDate: [] }));
    expect(row?.value?.statedStatus).toBe('closed');
  });

  it('is complete only where every record that was counted was seen', async () => {
    const two = [portalRecord({ identifier: ['A-1'] }), portalRecord({ identifier: ['A-2'] })];
    expect((await open({ 'page-1.json': portalPage(two, 2) })).pass.complete).toBe(true);
    expect((await open({ 'page-1.json': portalPage(two, 3) })).pass.complete).toBe(false);
    expect((await open({ 'page-1.json': portalPage([two[0], two[0]], 2) })).pass.complete).toBe(false);
  });

  it('leaves tenders and updates out, and counts them', async () => {
    const source = await open({
      'page-1.json': portalPage([
        portalRecord({ type: ['0'], identifier: ['T'] }),
        portalRecord({ type: ['6'], identifier: ['U'] }),
      ]),
    });
    expect(source.pass).toMatchObject({ records: 2, distinct: 0, leftOut: 2 });
    expect(await all(source.opportunities())).toEqual([]);
  });

  it('takes the moment of a crawl from its note', async () => {
    const source = await open({
      '2026-07-24-page-01.json': portalPage([portalRecord()]),
      '2026-07-24-crawl-meta.json': '{"fetchedAt": "2026-07-24T04:05:08.331Z"}',
    });
    expect((await all(source.opportunities()))[0]?.value?.observedAt).toBe('2026-07-24T04:05:08.331Z');
  });

  it('reads lists of {seenAt, source, record}, of which the one seen last counts', async () => {
    const line = (seenAt: string, title: string): string =>
      JSON.stringify({ seenAt, source: 'x', record: portalRecord({ title: [title] }) });
    const source = await open({
      'topics.jsonl': [
        line('2026-07-24T04:08:40+00:00', 'New'),
        line('2026-05-07T00:00:00Z', 'Old'),
        '{broken',
        '{"a": 1}',
        '',
      ].join('\n'),
    });
    const rows = await all(source.opportunities());
    expect(rows.map(({ value }) => [value?.title, value?.observedAt])).toEqual([
      ['New', '2026-07-24T04:08:40.000Z'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(rows[1]?.problems).toMatchObject([{ row: 3, problem: 'broken-row', severity: 'refused' }]);
    expect(source.pass.complete).toBe(false);
  });

  it.each([
    ['no answers at all', { 'readme.txt': 'x' }, 'ingest.portal-no-answers'],
    ['JSON that is no page', { 'page-1.json': '{"type": "businessError"}' }, 'ingest.file-not-data'],
    [
      'a page cut in the middle',
      { 'page-1.json': portalPage([portalRecord()]).slice(0, -40) },
      'ingest.json-cut-off',
    ],
    ['a web page', { 'page-1.json': '<html></html>' }, 'ingest.file-not-data'],
    ['lines of something else', { 'x.jsonl': '{"topicId": "A"}\n' }, 'ingest.file-not-data'],
    ['an empty file', { 'page-1.json': '' }, 'ingest.file-empty'],
  ])('is refused whole: %s', async (_name, files, code) => {
    await expect(open(files)).rejects.toMatchObject({ code, kind: 'invalid' });
  });
});
