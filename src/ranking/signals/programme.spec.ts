import {
  asOf,
  callFor,
  clusterPart,
  openPart,
  organisation,
  project,
} from '../../../test/support/ranking-corpus.js';
import { openCorpus, prepareCall, prepareCalls, rankOpportunities, rankOrganisations } from '../index.js';
import type { ExplanationNode } from '../index.js';
import { programmePlace } from './programme.js';

describe('the place of a call in a programme', () => {
  it.each([
    ['HORIZON-CL5-2024-D3-02-07', 'HORIZON-CL5', 'HORIZON-CL5-D3'],
    ['horizon-cl4-2027-01-mat-prod-03', 'HORIZON-CL4', 'HORIZON-CL4-MAT'],
    ['HORIZON-JU-CLEANH2-2024-01-01', 'HORIZON-JU', 'HORIZON-JU-CLEANH2'],
    ['HORIZON-EIC-2023', 'HORIZON-EIC', 'HORIZON-EIC'],
  ])('is the words of %s without years and numbers', (topic, part, series) => {
    expect(programmePlace(topic)).toEqual({ part, series });
  });

  it.each(['', '2024-01', 'PILOT', '---'])("is not told by '%s'", (topic) => {
    expect(programmePlace(topic)).toBeNull();
  });
});

describe('past work in the part of the programme', () => {
  const organisations = ['a', 'b', 'c', 'own'].map((id) => organisation(id));
  const same = 'Recycling of batteries';
  const documents = [
    project('p1', same, ['a'], { topic: 'HORIZON-CL5-2022-D2-01-01' }),
    project('p2', same, ['b'], { topic: 'HORIZON-CL5-2022-D3-01-01' }),
    project('p3', same, ['c'], { topic: 'HORIZON-CL6-2022-FARM-01-01' }),
  ];
  const open = openPart(documents, organisations);
  const corpus = openCorpus([open]);
  const call = callFor('T', 'Recycling of batteries', { topic: 'HORIZON-CL5-2026-D2-01-09' });

  it('orders equal evidence: the same series, the same part, another part', () => {
    const { results } = rankOrganisations(corpus, prepareCall(corpus, call, { asOf }));
    expect(results.map((place) => place.organisation)).toEqual(['a', 'b', 'c']);
    expect(results[2]!.score).toBeGreaterThan(0);
  });

  it('suggests nobody whose evidence does not answer', () => {
    const other = callFor('T', 'Irrigation of olive groves', { topic: 'HORIZON-CL5-2026-D2-01-09' });
    expect(rankOrganisations(corpus, prepareCall(corpus, other, { asOf })).results).toEqual([]);
  });

  it('is a part of the tree, counted in projects, and the same in both directions', () => {
    const [first] = rankOrganisations(corpus, prepareCall(corpus, call, { asOf })).results;
    const facts = (node: ExplanationNode): ExplanationNode[] =>
      node.kind === 'fact' ? [node] : node.kind === 'group' ? node.parts.flatMap(facts) : [];
    expect(facts(first!.reasons!.tree)).toContainEqual(
      expect.objectContaining({ fact: 'same-programme', stated: 1, value: expect.closeTo(0.28 * 0.375, 1) }),
    );
    expect(first!.reasons!.tree.value).toBeCloseTo(first!.score, 6);
    const calls = prepareCalls(corpus, [call], { asOf });
    expect(rankOpportunities(corpus, calls, 'a').results[0]?.score).toBe(first!.score);
  });

  it('leaves scores as they are where no open project stands in that part, whatever is private', () => {
    const pilot = callFor('T', 'Recycling of batteries', { topic: 'VI-PILOT-1' });
    const part = clusterPart(
      [project('q', same, ['own'], { topic: 'VI-PILOT-2', state: 'confirmed' })],
      organisations,
      open.statistics,
    );
    const scoreOfA = (of: typeof corpus, text: typeof call): number | undefined =>
      rankOrganisations(of, prepareCall(of, text, { asOf })).results.find(
        (place) => place.organisation === 'a',
      )?.score;
    const plain = scoreOfA(corpus, { ...pilot, topic: null });
    expect(scoreOfA(corpus, pilot)).toBe(plain);
    expect(scoreOfA(openCorpus([open, part]), pilot)).toBe(plain);
  });
});
