import { readYaml, type YamlComplaint } from './yaml-value.js';

class Complaint extends Error {
  constructor(readonly complaint: YamlComplaint) {
    super(`${complaint.file}:${complaint.line} ${complaint.key}: ${complaint.problem}`);
  }
}
const yaml = (text: string) => readYaml('x.yaml', text, (complaint) => new Complaint(complaint));

describe('a YAML file that people edit', () => {
  it('is read with every kind of value', () => {
    const of = yaml(
      'country: NO\nday: 2026-02-28\ncount: 3\nopen: true\ncodes: [a, b]\nnothing:\nfold: >-\n  two\n  lines\n',
    ).fields(['country', 'day', 'count', 'open', 'codes', 'nothing', 'fold', 'absent']);
    expect(of.need('country').text()).toBe('NO');
    expect(of.need('day').date()).toBe('2026-02-28');
    expect(of.need('count').wholeNumber(1, 9)).toBe(3);
    expect(of.need('open').flag()).toBe(true);
    expect(of.need('codes').texts()).toEqual(['a', 'b']);
    expect(of.need('fold').text()).toBe('two lines');
    expect(of.optional('nothing', (value) => value.text())).toBeNull();
    expect(of.optional('absent', (value) => value.text())).toBeNull();
    expect([of.need('count').fact(), of.need('open').fact(), of.need('country').fact()]).toEqual([
      3,
      true,
      'NO',
    ]);
  });

  it.each([
    [
      'a: 1',
      'x.yaml:1 a: expected a text (quote numbers)',
      (of: ReturnType<typeof open>) => of.need('a').text(),
    ],
    [
      "a: ''",
      'x.yaml:1 a: expected a text (quote numbers)',
      (of: ReturnType<typeof open>) => of.need('a').text(),
    ],
    [
      'a: 2026-02-30',
      'x.yaml:1 a: the calendar has no 2026-02-30',
      (of: ReturnType<typeof open>) => of.need('a').date(),
    ],
    [
      'a: 1.5',
      'x.yaml:1 a: expected a whole number from 1 to 9',
      (of: ReturnType<typeof open>) => of.need('a').wholeNumber(1, 9),
    ],
    [
      'a: 12',
      'x.yaml:1 a: expected a whole number from 1 to 9',
      (of: ReturnType<typeof open>) => of.need('a').wholeNumber(1, 9),
    ],
    ['a: yes', 'x.yaml:1 a: expected true or false', (of: ReturnType<typeof open>) => of.need('a').flag()],
    [
      'a: red',
      "x.yaml:1 a: 'red' is none of green, blue",
      (of: ReturnType<typeof open>) => of.need('a').oneOf(['green', 'blue']),
    ],
    [
      'a: x',
      "x.yaml:1 a: 'x' is not like '12'",
      (of: ReturnType<typeof open>) => of.need('a').textLike(/^\d+$/, "'12'"),
    ],
    ['a: x', 'x.yaml:1 a: expected a list', (of: ReturnType<typeof open>) => of.need('a').texts()],
    [
      'a:\n  - b\n  - 3',
      'x.yaml:3 a[1]: expected a text (quote numbers)',
      (of: ReturnType<typeof open>) => of.need('a').texts(),
    ],
    [
      'a: x',
      'x.yaml:1 a: expected keys and values',
      (of: ReturnType<typeof open>) => of.need('a').fields(['b']),
    ],
    [
      'a:\n  b: 1',
      "x.yaml:2 a: the key 'c' is missing",
      (of: ReturnType<typeof open>) => of.need('a').fields(['b', 'c']).need('c'),
    ],
    [
      'a:\n  d: 1',
      'x.yaml:2 a.d: unknown key; known here: b',
      (of: ReturnType<typeof open>) => of.need('a').fields(['b']),
    ],
    [
      'a: []',
      'x.yaml:1 a: expected a text, a number, true or false',
      (of: ReturnType<typeof open>) => of.need('a').fact(),
    ],
  ])('is refused with file, line and key: %j', (text, message, read) => {
    expect(() => read(open(text))).toThrow(message);
  });

  it.each([
    ['is no YAML', 'a: [1', /^x.yaml:1 yaml: /],
    ['says a key twice', 'a: 1\na: 2\n', /^x.yaml:2 yaml: .*unique/],
  ])('is refused where it %s', (_name, text, message) => {
    expect(() => yaml(text)).toThrow(message);
  });
});

const open = (text: string) => yaml(text).fields(['a']);
