import {
  asOf,
  callFor,
  clusterPart,
  openPart,
  organisation,
  profile,
  project,
} from '../../../test/support/ranking-corpus.js';
import {
  defaultModel,
  explain,
  openCorpus,
  prepareCall,
  rankOrganisations,
  SeededLearner,
} from '../index.js';
import type { Corpus, DocumentNode, ExplanationNode } from '../index.js';

const organisations = [
  organisation('lead', { country: 'IT', nuts: 'ITC4C', type: 'HES' }),
  organisation('friend', { country: 'IT', nuts: 'ITC4C', type: 'PRC', sme: true }),
  organisation('partner', { country: 'DE', nuts: 'DE212', type: 'REC' }),
  organisation('stranger', { country: 'ES', nuts: 'ES300', type: 'PRC' }),
  organisation('far', { country: 'FR', nuts: 'FR101', type: 'REC' }),
];
const documents = [
  project('p1', 'Recycling of batteries and cobalt', ['lead', 'friend', 'partner']),
  project('p2', 'Recovery of cobalt from spent batteries', ['friend', 'stranger']),
  project('p3', 'Recycling of batteries', ['stranger', 'far'], { date: '2019-01-01' }),
  project('p4', 'Fire safety in tunnels', ['lead', 'partner', 'far']),
];
const base = openPart(documents, organisations);
const corpus = openCorpus([base]);
const call = callFor('T', 'Recycling of batteries and recovery of cobalt');
const seeds = ['lead'];

function documentNodes(node: ExplanationNode): DocumentNode[] {
  if (node.kind === 'document') return [node];
  return node.kind === 'group' ? node.parts.flatMap(documentNodes) : [];
}
const leaves = (node: ExplanationNode): ExplanationNode[] =>
  'parts' in node && node.parts.length > 0 ? node.parts.flatMap(leaves) : [node];

const ranking = (of: Corpus): ReturnType<typeof rankOrganisations> =>
  rankOrganisations(of, prepareCall(of, call, { asOf }), { seeds });

describe('a list with partners already there', () => {
  it('has scores between 0 and 1, without the seeds, the same byte for byte', () => {
    const { results } = ranking(corpus);
    expect(results.map((place) => place.organisation)).not.toContain('lead');
    for (const { score } of results) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
    }
    expect(JSON.stringify(ranking(openCorpus([base])))).toBe(JSON.stringify(ranking(corpus)));
  });

  it('counts everybody the plain score counts', () => {
    const plain = openCorpus([base], { model: { ...defaultModel, seeded: null } });
    expect(ranking(corpus).total).toBe(ranking(plain).total);
  });

  it('explains each score by parts that add up to it, none of them negative', () => {
    for (const { organisation: id, score, reasons } of ranking(corpus).results) {
      expect(reasons!.tree.value).toBeCloseTo(score, 6);
      expect(leaves(reasons!.tree).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 6);
      for (const { value } of leaves(reasons!.tree)) expect(value).toBeGreaterThanOrEqual(0);
      expect(explain(corpus, prepareCall(corpus, call, { asOf }), id, { seeds })!.score).toBe(score);
    }
  });

  it('says what each cited text is worth: without its words the score is lower by that much', () => {
    const { tree, score } = explain(corpus, prepareCall(corpus, call, { asOf }), 'friend', { seeds })!;
    const cited = documentNodes(tree);
    expect(cited.length).toBe(2);
    for (const { document, loss } of cited) {
      const kept = documents.find(({ id }) => id === document.id)!;
      const silent = clusterPart([{ ...kept, title: '', body: '' }], organisations, base.statistics);
      const without = openCorpus([base, silent]);
      const after = explain(without, prepareCall(without, call, { asOf }), 'friend', { seeds })!.score;
      expect(loss).toBeGreaterThanOrEqual(0);
      expect(Math.abs(score - after - loss)).toBeLessThanOrEqual(0.01 * loss + 1e-7);
    }
  });

  it('is not moved by what others keep private', () => {
    const part = clusterPart(
      [profile('own', 'Recycling of batteries and recovery of cobalt', 'far')],
      organisations,
      base.statistics,
    );
    const scores = (of: Corpus): (readonly [string, number])[] =>
      ranking(of)
        .results.map((place) => [place.organisation, place.score] as const)
        .filter(([id]) => id !== 'far');
    expect(scores(openCorpus([base, part]))).toEqual(scores(corpus));
  });

  it('learns nothing from nobody, and says so', () => {
    expect(() => new SeededLearner().finish('2024-01-01')).toThrow(/widen the window/);
  });
});
