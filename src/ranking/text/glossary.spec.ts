import { buildGlossary, parseGlossary, parseSynonyms } from './glossary.js';
import { stem } from './stem.js';

describe('a word list', () => {
  it('is read in lines of two columns; comments and empty lines are skipped', () => {
    const csv =
      '\ufeffitalian;english\r\n# metals\r\n smontaggio ; disassembly \r\n\r\ngestione dei rifiuti;waste management\r\n';
    expect(parseGlossary(csv)).toEqual({
      pairs: [
        { italian: 'smontaggio', english: 'disassembly' },
        { italian: 'gestione dei rifiuti', english: 'waste management' },
      ],
      problems: [],
    });
  });

  it('reports bad lines by their number, and reads the others', () => {
    const csv = [
      'italian;english',
      'riciclo',
      'riciclo;recycling;more',
      '',
      '# comment',
      'il;recycling',
      'riciclo;recycling',
      'smontaggio automatico pacchi;disassembly',
    ].join('\n');
    const { pairs, problems } = parseGlossary(csv);
    expect(pairs).toEqual([{ italian: 'riciclo', english: 'recycling' }]);
    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'not-two-columns'],
      [3, 'not-two-columns'],
      [6, 'empty-word'],
      [8, 'too-many-words'],
    ]);
  });

  it('shows no more than the beginning of a bad line', () => {
    const [problem] = parseGlossary(`h\n${'x'.repeat(10_000)}`).problems;
    expect(problem?.value).toHaveLength(120);
  });

  it('leads in both directions, once for each pair', () => {
    const pair = { italian: 'smontaggio', english: 'disassembly' };
    const glossary = buildGlossary([pair, pair]);
    const [italian, english] = [stem('smontaggio', 'it'), stem('disassembly', 'en')];
    expect(glossary.get(italian)).toEqual([{ key: english, words: 'disassembly' }]);
    expect(glossary.get(english)).toEqual([{ key: italian, words: 'smontaggio' }]);
  });

  it('needs no bridge between words of one key', () => {
    expect(buildGlossary([{ italian: 'laser', english: 'laser' }]).size).toBe(0);
  });

  it('shares translations between English words for the same', () => {
    const glossary = buildGlossary([
      { italian: 'acque reflue', english: 'wastewater' },
      { english: 'sewage', same: 'wastewater' },
    ]);
    expect(glossary.get(stem('sewage', 'en'))?.map(({ words }) => words)).toEqual([
      'wastewater',
      'acque reflue',
    ]);
    expect(glossary.get(stem('wastewater', 'en'))?.map(({ words }) => words)).toEqual([
      'acque reflue',
      'sewage',
    ]);
  });

  it('reads words for the same by the same rules', () => {
    const { pairs, problems } = parseSynonyms('words;same\nsewage;wastewater\nsewage;the\n');
    expect(pairs).toEqual([{ english: 'sewage', same: 'wastewater' }]);
    expect(problems).toEqual([{ line: 3, value: 'sewage;the', problem: 'empty-word' }]);
  });
});
