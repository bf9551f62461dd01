import { readVotes, votesSource } from './read-votes.js';

const cell = { fit: 2, track: 0, useful: 7, notForUs: 3, sides: 5, organisations: 6 };
const file = (stated: object): string =>
  JSON.stringify({ kind: 'tessera-votes-1', until: '2026-11-23', cells: [cell], ...stated });

describe('a file of votes', () => {
  it('is read as counts in the middle of their fifths', () => {
    expect(readVotes(file({}), 'votes.json')).toEqual({
      until: '2026-11-23',
      cells: [{ fit: 0.5, track: 0.1, useful: 7, notForUs: 3 }],
    });
  });

  it('comes to a source file that says so, or that nothing came of it', () => {
    const made = votesSource({ until: '2026-11-23', votes: 500, share: 0.3 });
    expect(made).toContain("VoteModel | null = { until: '2026-11-23', votes: 500, share: 0.3 };");
    expect(votesSource(null)).toContain('VoteModel | null = null;');
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another kind', file({ kind: 'votes' })],
    ['no date', file({ until: "2026-11-23'; drop" })],
    ['no cells', file({ cells: null })],
    ['a cell twice', file({ cells: [cell, cell] })],
    ['too many cells', file({ cells: Array.from({ length: 26 }, () => cell) })],
    ['half a vote', file({ cells: [{ ...cell, useful: 0.5 }] })],
    ['votes below none', file({ cells: [{ ...cell, notForUs: -1 }] })],
    ['more votes than people', file({ cells: [{ ...cell, useful: 1e9 }] })],
    ['a sixth fifth', file({ cells: [{ ...cell, fit: 5 }] })],
    ['a cell that is none', file({ cells: [null] })],
    ['a word for a number', file({ cells: [{ ...cell, track: '0' }] })],
  ])('is refused where it holds %s', (_, text) => {
    expect(() => readVotes(text, 'votes.json')).toThrow(
      expect.objectContaining({
        code: 'evaluation.bad-votes',
        message: expect.stringContaining('votes.json'),
      }),
    );
  });
});
