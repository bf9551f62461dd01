import { gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';

import { archiveFiles } from '../../test/support/hostile/archive-files.js';
import { endlessLine, megabyte } from '../../test/support/hostile/hostile-file.js';
import { makeWorkbook, type MadeCell } from '../../test/support/make-workbook.js';
import { portalPage, portalRecord } from '../../test/support/portal-record.js';
import { members, problems, readMember, readMembers } from '../../test/support/read-members.js';
import { all, textFile } from '../../test/support/source-text.js';
import { spool } from '../platform/files/spooled-file.js';
import { loadTaxonomy } from '../taxonomy/index.js';
import { portalSource } from './portal/read-portal.js';
import { sourceFile } from './reading/source-file.js';
import { topicsOf } from './topics/read-topics.js';

const taxonomy = loadTaxonomy();

const ofTopics = (name: string, content: string | Buffer): Promise<unknown> =>
  all(topicsOf(textFile(name, content, 4096), { taxonomy, observedAt: new Date('2026-11-21T00:00:00Z') }));

const ofPortal = async (content: string): Promise<unknown> => {
  const file = textFile('page-1.json', content, 4096);
  const source = await portalSource('answers', [file], {
    taxonomy,
    seenAt: new Date('2026-11-21T08:00:00Z'),
  });
  return all(source.opportunities());
};

const archive = (name: string): Uint8Array => {
  const content = archiveFiles.find((file) => file.name === name)?.content();
  if (!(content instanceof Uint8Array)) throw new Error(`no file ${name}`);
  return content;
};

const list = 'legalName;country\nAlfa;IT\n';
const workbook = makeWorkbook({ sheets: [{ name: 'Soci', rows: [['legalName'], ['Alfa']] }] });
const bombed = makeWorkbook({
  sheets: [{ name: 'Soci', rows: [['legalName'], ['Alfa']] }],
  parts: {
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row/>'.repeat(400_000)}</sheetData></worksheet>`,
  },
});

describe('a file is refused whole, in one line that says what to do:', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ['undecodable text', 'ingest.file-undecodable', () => readMembers(Buffer.from('legalName\nCitt\x81\n', 'latin1'))],
    ['undecodable text (topics)', 'ingest.file-not-utf8', () => ofTopics('x.csv', Buffer.from('topicId\nCitt\xe0;\n', 'latin1'))],
    ['no recognisable header', 'ingest.header-not-found', () => readMembers('alpha;beta\n1;2\n')],
    ['no recognisable header (topics)', 'ingest.column-missing', () => ofTopics('x.csv', 'alpha,beta\n1,2\n')],
    ['a truncated gzip', 'ingest.archive-broken', () => readMembers(gzipSync(list).subarray(0, -9))],
    ['a truncated gzip (topics)', 'ingest.archive-broken', () => ofTopics('x.csv', gzipSync(Buffer.from('topicId,title\n'.repeat(99))).subarray(0, 30))],
    ['a truncated zip', 'ingest.archive-broken', () => readMembers(workbook.subarray(0, -40))],
    ['JSON cut in the middle', 'ingest.json-cut-off', () => ofPortal(portalPage([portalRecord({})]).slice(0, -30))],
    ['JSON cut in the middle (topics)', 'ingest.json-cut-off', () => ofTopics('x.jsonl', '{"topicId": "A", "ti')],
    ['an HTML page instead of data', 'ingest.file-html', () => readMembers('<!doctype html><html>Sign in</html>')],
    ['an HTML page instead of data (portal)', 'ingest.file-not-data', () => ofPortal('<html>Sign in</html>')],
    ['an HTML page instead of data (topics)', 'ingest.file-not-data', () => ofTopics('x.csv', '<html>Sign in</html>')],
    ['an empty file', 'ingest.file-empty', () => readMembers('')],
    ['an empty file (topics)', 'ingest.file-empty', () => ofTopics('x.jsonl', '')],
    ['a zip bomb', 'ingest.file-over-limit', () => readMembers(bombed)],
    ['a gzip bomb', 'ingest.file-over-limit', () => readMembers(gzipSync(Buffer.alloc(21 * megabyte, 'a')))],
    ['macros', 'ingest.file-macros', () => readMembers(archive('macros.xlsm'))],
    ['an encrypted workbook', 'ingest.file-encrypted', () => readMembers(archive('encrypted-parts.xlsx'))],
    ['a 1 GB line', 'files.too-large', () => spool(endlessLine(1024 * megabyte), { mostBytes: 20 * megabyte, name: 'soci.csv' })],
    ['a 1 GB line (topics)', 'ingest.file-over-limit', () => ofEndlessLine('x.jsonl')],
    ['a 1 GB line (topics, CSV)', 'ingest.file-over-limit', () => ofEndlessLine('x.csv')],
  ])('%s', async (_, code, reading) => {
    await expect(reading()).rejects.toMatchObject({
      code,
      kind: 'invalid',
      message: expect.stringMatching(/^(soci\.csv|x\.csv|x\.jsonl|page-1\.json)[^\n]*[;,:] [^\n]+$/),
    });
  }); // prettier-ignore

  it('names line, column and value where they are known', async () => {
    await expect(readMembers('alpha;beta\n1;2\n')).rejects.toThrow(
      'soci.csv, line 1: "alpha | beta": no header',
    );
    await expect(ofTopics('x.jsonl', '{"topicId": "A",\n')).rejects.toThrow('x.jsonl, line 1, column "17"');
    const cell = `legalName;country\nAlfa;${'I'.repeat(10_001)}\n`;
    await expect(readMembers(cell)).rejects.toThrow('soci.csv, line 2, column "2": "III');
  });
});

/** A gigabyte without a line end, made as it is read; nothing of it is stored. */
function ofEndlessLine(name: string): Promise<unknown> {
  const header = name.endsWith('.csv') ? 'topicId,title,deadline1\n' : '';
  const lines = Readable.from(endlessLine(1024 * megabyte, header), { objectMode: false });
  const file = sourceFile(name, () => Promise.resolve(lines));
  return all(topicsOf(file, { taxonomy, observedAt: new Date('2026-11-21T00:00:00Z') })).finally(() =>
    lines.destroy(),
  );
}

describe('a row is refused with its column and value, and the rest is read:', () => {
  it.each([
    ['PIC not nine digits', 'pic', '12345678', 'pic-not-nine-digits'],
    ['end before start', 'until', '2019-01-01', 'end-before-start'],
    ['unknown country', 'country', 'Atlantide', 'country-unknown'],
    ['a date that could be read two ways', 'since', '03/04/2024', 'date-two-ways'],
  ])('%s', async (_, column, value, problem) => {
    const columns = ['legalName', 'pic', 'country', 'since', 'until'];
    const row = columns.map((name) => {
      if (name === column) return value;
      return name === 'since' ? '2020-01-01' : name === 'legalName' ? 'Beta' : '';
    });
    const file = await readMembers(`${columns.join(';')}\nAlfa;;IT;;\n${row.join(';')}\nGamma;;FR;;\n`);
    expect(members(file).map(({ facts }) => facts.legalName)).toEqual(['Alfa', 'Gamma']);
    expect(problems(file)).toMatchObject([{ line: 3, column, value, problem }]);
  });
});

describe('what looks odd and is right is read right:', () => {
  it.each([
    ['EL', 'GR'],
    ['UK', 'GB'],
    ['NO', 'NO'],
    ['NA', 'NA'],
  ])('country %s', async (written, code) => {
    expect((await readMember('legalName;country', `Alfa;${written}`)).facts.country).toBe(code);
  });

  it.each([
    ['2024-03-31', 'an ISO date'],
    ['31/03/2024', 'gg/mm/aaaa'],
    ['31.03.2024', 'dots'],
    ['31 marzo 2024', 'words'],
  ])('%s (%s)', async (written) => {
    expect((await readMember('Ragione sociale;Dal', `Alfa;${written}`)).since).toBe('2024-03-31');
  });

  it('a decimal comma', async () => {
    expect((await readMember('Ragione sociale;Dipendenti', 'Alfa;12,4')).facts.employees).toBe(12);
  });

  it('names of 300 characters', async () => {
    expect((await readMember('legalName;country', `${'è'.repeat(300)};IT`)).facts.legalName).toHaveLength(
      300,
    );
  });

  const sheetOf = (name: string, rows: MadeCell[][]) => ({ name, rows: [['legalName', 'city'], ...rows] });

  it('formulas: their cached value as text', async () => {
    const rows: MadeCell[][] = [[{ formula: '"Al"&"fa"', result: 'Alfa' }, { formula: 'WEBSERVICE("x")' }]];
    const file = await readMembers(makeWorkbook({ sheets: [sheetOf('Soci', rows)] }));
    expect(members(file)[0]?.facts).toMatchObject({ legalName: 'Alfa', city: null });
  });

  it('several sheets: asked which, or told', async () => {
    const book = makeWorkbook({ sheets: [sheetOf('2024', [['Alfa']]), sheetOf('2025', [['Beta']])] });
    await expect(readMembers(book)).rejects.toThrow('("2024", "2025"); name the one to read');
    expect(members(await readMembers(book, 'sheet: 2025\n'))[0]?.facts.legalName).toBe('Beta');
  });
});
