import { readList } from './read-list.js';

describe('a list of people to invite', () => {
  it('is read as a spreadsheet gives it, with or without headings', () => {
    const rows = [
      'Socio\tNome\tE-mail',
      'Gemelvita S.r.l.\tAda Neri\tAda@Gemelvita.example',
      '',
      '100000104\tBea\tbea@x.example',
    ];
    const read = [
      {
        line: 2,
        organisation: 'Gemelvita S.r.l.',
        name: 'Ada Neri',
        email: 'ada@gemelvita.example',
        problem: null,
      },
      { line: 4, organisation: '100000104', name: 'Bea', email: 'bea@x.example', problem: null },
    ];
    expect(readList(rows.join('\r\n'))).toEqual(read);
    expect(readList(`\uFEFF${rows.join('\n').replaceAll('\t', ';')}`)).toEqual(read);
  });

  it('takes quoted values with the sign that parts them', () => {
    expect(readList('"Rossi, Bianchi e C.",Ada,ada@x.example')).toEqual([
      { line: 1, organisation: 'Rossi, Bianchi e C.', name: 'Ada', email: 'ada@x.example', problem: null },
    ]);
  });

  it('says of each line why it is not taken, and loses none', () => {
    const lines = [
      'A;Ada;ada@x.example',
      'A;Ada',
      ';Ada;ada@x.example',
      'A;Ada;ada at x',
      'A;;bea@x.example',
      'A;Be\u202Ea;bea@x.example',
      'B;Ada;ada@x.example',
    ];
    expect(readList(lines.join('\n')).map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, 'three-values'],
      [3, 'three-values'],
      [4, 'no-address'],
      [5, 'no-name'],
      [6, 'no-name'],
      [7, null],
    ]);
  });

  it('refuses more lines than a cluster has people', () => {
    expect(() => readList('A;Ada;ada@x.example\n'.repeat(2_001))).toThrow(/2001 lines/);
  });

  it('says where a quotation is not closed', () => {
    expect(() => readList('A;Ada;ada@x.example\n"B;Bea;bea@x.example')).toThrow(/quotation/);
  });
});
