import { all, textFile } from '../../../test/support/source-text.js';
import { readJsonDocument, readJsonLines } from './json-source.js';

describe('readJsonDocument', () => {
  it('reads a document with a byte order mark', async () => {
    expect(await readJsonDocument(textFile('page.json', '\uFEFF{"a": ["é"]}'))).toEqual({ a: ['é'] });
  });

  it.each([
    [
      'cut in the middle',
      '{"results": [\n {"a": 1},\n {"b": "x',
      'ingest.json-cut-off',
      /page.json, line 3, column "10"/,
    ],
    ['cut after a value', '{"a": 1', 'ingest.json-cut-off', /line 1, column "8"/],
    ['broken by a word', '{"a": 1,\n "b": nope,\n "c": 2}', 'ingest.json-broken', /line 2, column "8": "ope/],
    ['broken by a comma', '{"a": 1,\n}', 'ingest.json-broken', /line 2, column "1"/],
    ['a web page', '<html>Access denied</html>', 'ingest.file-not-data', /a web page/],
    ['blank', ' \n ', 'ingest.file-empty', /empty/],
  ])('refuses a document that is %s', async (_name, text, code, message) => {
    const failure = readJsonDocument(textFile('page.json', text));
    await expect(failure).rejects.toMatchObject({ code });
    await expect(failure).rejects.toThrow(message);
  });
});

describe('readJsonLines', () => {
  const read = (text: string, pieceBytes = 3) =>
    all(readJsonLines(textFile('records.jsonl', text, pieceBytes)));

  it('numbers lines, skips blank ones and needs no line end at the end', async () => {
    expect(await read('{"a":"è"}\r\n\n{"b":2}')).toEqual([
      { line: 1, value: { a: 'è' } },
      { line: 3, value: { b: 2 } },
    ]);
  });

  it('gives a broken line no value and goes on', async () => {
    expect(await read('{"a":1}\n{oops\n[1]\n{"b":2}\n')).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, value: null },
      { line: 3, value: null },
      { line: 4, value: { b: 2 } },
    ]);
  });

  it('refuses the whole file where its last line is cut', async () => {
    await expect(read('{"a":1}\n{"b":"x')).rejects.toMatchObject({ code: 'ingest.json-cut-off' });
    await expect(read('{"a":1}\n{"b":"x')).rejects.toThrow(/records.jsonl, line 2, column "8"/);
  });
});
