import { proposedCompetences } from './proposed-competences.js';

const about = `Officine Inventate Srl was founded in 1984 near Lecco.
We design and build automated cells for the disas-
sembly of battery modules, validated at TRL 5-6.
Our laboratory has two climatic test benches for modules up to 60 V.

Write to Ada Bianchi, ada@prova.example, who builds everything.
• We are looking for data on cell ageing to test our models.
Produciamo stampi per materiali compositi; lavoriamo anche titanio.
Capitale sociale 10.000 euro, P. IVA 01234567890.
© All rights reserved. Cookie policy. Click here to develop your career.
`;

describe('competences proposed from a text', () => {
  const proposed = proposedCompetences(about);

  it('are what its sentences say, each with its own, wrapped lines joined', () => {
    expect(proposed.map(({ statement, kind }) => [kind, statement])).toEqual([
      [
        'offer',
        'We design and build automated cells for the disassembly of battery modules, validated at TRL 5-6',
      ],
      ['test-site', 'Our laboratory has two climatic test benches for modules up to 60 V'],
      ['need', 'We are looking for data on cell ageing to test our models'],
      ['offer', 'Produciamo stampi per materiali compositi; lavoriamo anche titanio'],
    ]);
    expect(proposed[0]).toMatchObject({
      trlFrom: 5,
      trlTo: 6,
      sentence: expect.stringContaining('TRL 5-6.'),
    });
  });

  it('leave out people, addresses, money and what stands on every page', () => {
    expect(JSON.stringify(proposed)).not.toMatch(/Ada|prova|capitale|Cookie|1984/i);
  });

  it('hold at most 300 characters, cut where a clause ends, and say so', () => {
    const long = `We design ${'presses for very large parts, '.repeat(20)}and test them.`;
    const [one] = proposedCompetences(long);
    expect(one?.statement.length).toBeLessThanOrEqual(300);
    expect(one?.statement).toMatch(/parts…$/);
    expect(one?.sentence).toBe(long);
  });

  it.each([
    ['nothing', ''],
    ['control characters', '\u0000\u202e\u0007'],
    ['one endless word', 'we build '.repeat(1) + 'x'.repeat(100_000)],
    ['a hundred thousand short lines', 'we build\n'.repeat(100_000)],
    ['nested openings', '(['.repeat(50_000)],
  ])('come to an end with %s', (_what, text) => {
    expect(proposedCompetences(text).length).toBeLessThanOrEqual(12);
  });
});
