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
  explain,
  openCorpus,
  prepareCall,
  prepareCalls,
  rankOpportunities,
  rankOrganisations,
} from '../index.js';
import type { Corpus, CorpusDocument, DocumentNode, ExplanationNode } from '../index.js';
import { defaultModel } from '../model.js';
import { fitWithFacts } from './fit.js';
import { fitOfSum, textSums } from './text-sums.js';

const { fit: model } = defaultModel;

const textFit = (values: number[], of: typeof model): number => fitOfSum(textSums(values, of).sum, of);

describe('the fit of many items', () => {
  it('is that of the best of them, in whatever order they come', () => {
    const values = Array.from({ length: model.items + 3 }, (_, at) => (at + 1) / 10);
    const best = values.slice(3);
    expect(textFit([...values], model)).toBe(textFit([...best].reverse(), model));
  });

  it('levels off below 1, and is a half where the model says so', () => {
    expect(textFit([model.half], model)).toBe(0.5);
    expect(textFit(Array(100).fill(1_000), model)).toBeLessThan(1);
    expect(textFit([], model)).toBe(0);
  });

  it('loses the share of the facts where none of them is met, and nothing where none is asked for', () => {
    expect(fitWithFacts(0.8, 0, model)).toBeCloseTo(0.8 * (1 - model.facts));
    expect(fitWithFacts(0.8, 1, model)).toBeCloseTo(0.8);
    expect(fitWithFacts(0.8, null, model)).toBe(0.8);
  });
});

describe('an organisation with more items than count', () => {
  const open = openPart(
    ['lathes for steel', 'olive oil', 'battery recycling', 'railway tunnel'].map((body, at) =>
      project(`bg-${String(at)}`, body, ['other']),
    ),
    [organisation('other')],
  );
  const call = callFor('T-1', 'battery recycling, cobalt, lithium, black mass, hydrometallurgy');
  // ever longer, so that each counts a little less than the one before
  const bodies = Array.from(
    { length: model.items + 2 },
    (_, at) => `battery recycling cobalt ${'patience '.repeat(at)}`,
  );
  const held = bodies.map((body, at) => profile(`own-${String(at).padStart(2, '0')}`, body, 'own'));

  function corpusWith(documents: readonly CorpusDocument[]): Corpus {
    return openCorpus([open, clusterPart(documents, [organisation('own')], open.statistics)]);
  }
  function explained(documents: readonly CorpusDocument[]): { score: number; items: DocumentNode[] } {
    const corpus = corpusWith(documents);
    const found = explain(corpus, prepareCall(corpus, call, { asOf }), 'own')!;
    return { score: found.score, items: documentNodes(found.tree) };
  }

  it('is explained by those that count', () => {
    expect(explained(held).items).toHaveLength(model.items);
  });

  it('loses, without one of them, what that one is said to add: the next best steps in', () => {
    const { score, items } = explained(held);
    for (const { document, loss } of items) {
      const without = explained(held.filter(({ id }) => id !== document.id)).score;
      expect(score - without).toBeCloseTo(loss, 6);
    }
  });
});

describe('what scores are measured by', () => {
  const documents = [
    project('p-1', 'battery recycling, cobalt, lithium and black mass by hydrometallurgy', ['strong']),
    project('p-2', 'recycling of battery packs with lithium recovery from black mass', ['strong', 'fair']),
    project('p-3', 'recycling of paper in a mill', ['weak']),
    project('p-4', 'a museum of medieval manuscripts and frescoes', ['weak']),
    project('p-5', 'olive trees and their pests in dry summers', ['fair']),
  ];
  const corpus = openCorpus([
    openPart(
      documents,
      ['strong', 'fair', 'weak'].map((id) => organisation(id)),
    ),
  ]);
  const batteries = 'battery recycling, cobalt, lithium, black mass, hydrometallurgy';

  it('leaves out those who say one word in passing, where others answer', () => {
    const { results } = rankOrganisations(corpus, prepareCall(corpus, callFor('T-1', batteries), { asOf }));
    expect(results.map((place) => place.organisation)).toEqual(['strong', 'fair']);
  });

  it('is the same for all calls: best of a call that nobody answers is worth less than good at one that many do', () => {
    // of T-2 the organisation has one word, yet nobody has more; T-1 it answers, though another does better
    const calls = prepareCalls(
      corpus,
      [
        callFor('T-1', batteries),
        callFor('T-2', 'quantum sensors, satellites, antennas, gyroscopes, recycling'),
      ],
      { asOf },
    );
    const { results } = rankOpportunities(corpus, calls, 'fair');
    expect(results.map(({ opportunity }) => opportunity)).toEqual(['T-1', 'T-2']);
    expect(results[0]!.fit.score).toBeGreaterThan(2 * results[1]!.fit.score);
  });
});

function documentNodes(node: ExplanationNode): DocumentNode[] {
  if (node.kind === 'document') return [node];
  return node.kind === 'group' ? node.parts.flatMap(documentNodes) : [];
}
