import {
  asOf,
  callFor,
  elsewhere,
  organisation,
  profile,
  project,
} from '../../../test/support/ranking-corpus.js';
import type { CorpusDocument, ExplanationNode, OpportunityText, Segment } from '../index.js';
import {
  explain,
  openCorpus,
  openSegment,
  prepareCall,
  prepareCalls,
  quantisedVector,
  rankOpportunities,
  rankOrganisations,
  scoreBlock,
  SegmentBuilder,
  why,
  withoutOrganisations,
  writtenVector,
} from '../index.js';

const model = 'tiny';
/** Two directions of meaning: cells, and anything else. */
const meant = (cells: number, other: number): Int8Array => quantisedVector(Float32Array.of(cells, other))!;

const ids = ['near', 'far', 'none', 'crowd'];
const documents: readonly CorpusDocument[] = [
  project('near-1', 'Battery recycling robots for cells', ['near']),
  project('far-1', 'Battery recycling robots for cells', ['far']),
  project('none-1', 'Battery recycling robots for cells', ['none']),
  ...elsewhere,
];
const directions: Readonly<Record<string, Int8Array>> = {
  'near-1': meant(1, 0.1),
  'far-1': meant(0.2, -1),
  ...Object.fromEntries(elsewhere.map(({ id }, at) => [id, meant(0.05 * at, 1)])),
};

function built(vectors: Readonly<Record<string, Int8Array>>, madeBy = model): Uint8Array {
  const builder = new SegmentBuilder({ name: 'open', statistics: null });
  for (const id of ids) builder.addOrganisation(organisation(id));
  for (const document of documents) builder.addDocument(document);
  for (const [id, vector] of Object.entries(vectors)) builder.addVector(id, madeBy, vector);
  return builder.finish();
}

const open = (bytes: Uint8Array): Segment => openSegment(bytes);
const call = callFor('T-1', 'Recycling of battery cells by robots');
const withVector: OpportunityText = { ...call, vector: writtenVector(model, meant(1, 0)) };

const scores = (bytes: Uint8Array, asked: OpportunityText, seeds: readonly string[] = []) => {
  const corpus = openCorpus([open(bytes)]);
  const { results } = rankOrganisations(corpus, prepareCall(corpus, asked, { asOf }), { seeds });
  return Object.fromEntries(results.map(({ organisation: id, score }) => [id, score]));
};

function* nodes(node: ExplanationNode): Generator<ExplanationNode> {
  yield node;
  if ('parts' in node) for (const part of node.parts) yield* nodes(part);
}

describe('closeness in meaning', () => {
  it('puts who says it in other words before who says something else, and gives nobody a score', () => {
    const plain = scores(built({}), call);
    expect(plain.near).toBe(plain.far);
    const found = scores(built(directions), withVector);
    expect(found.near).toBeGreaterThan(found.far!);
    expect(found.near).toBeGreaterThan(plain.near!);
    expect(Object.keys(found).sort()).toEqual(Object.keys(plain).sort());
  });

  it.each([
    ['the call has no vector', built(directions), call],
    ['the evidence has none', built({}), withVector],
    ['another provider made those of the evidence', built(directions, 'another'), withVector],
    [
      'they have another length',
      built(directions),
      { ...call, vector: writtenVector(model, Int8Array.of(127, 0, 0)) },
    ],
    [
      'the vector of the call points nowhere',
      built(directions),
      { ...call, vector: writtenVector(model, new Int8Array(2)) },
    ],
  ] as const)('changes no score where %s', (_, bytes, asked) => {
    for (const seeds of [[], ['near']])
      expect(scores(bytes, asked, seeds)).toEqual(scores(built({}), call, seeds));
  });

  it('leaves who has no vector with the score it had', () => {
    expect(scores(built(directions), withVector).none).toBe(scores(built({}), call).none);
  });

  it('writes the same bytes as ever where no provider was asked', () => {
    expect(open(built({})).vectors).toBeNull();
    expect(Buffer.from(built({})).includes('documentVectors')).toBe(false);
  });

  it('is a part of the explanation, which still adds up to the score, with seeds too', () => {
    const corpus = openCorpus([open(built(directions))]);
    const prepared = prepareCall(corpus, withVector, { asOf });
    for (const seeds of [[], ['far'], ['crowd']]) {
      const { score, tree } = explain(corpus, prepared, 'near', { seeds })!;
      expect(Math.abs(tree.value - score)).toBeLessThan(1e-6);
      for (const node of nodes(tree)) {
        if (!('parts' in node) || (node.kind === 'group' && node.signal === 'rest')) continue;
        expect(Math.abs(node.parts.reduce((sum, part) => sum + part.value, 0) - node.value)).toBeLessThan(
          1e-6,
        );
      }
      expect([...nodes(tree)]).toContainEqual(
        expect.objectContaining({ kind: 'fact', fact: 'close-in-meaning', stated: 'near-1' }),
      );
      const { results } = rankOrganisations(corpus, prepared, { seeds });
      expect(results.find(({ organisation: id }) => id === 'near')?.score).toBe(score);
      expect(why(corpus, prepared, 'near', { seeds })?.score).toBe(score);
    }
  });

  it('is the same number from both sides and in a block', () => {
    const corpus = openCorpus([open(built(directions))]);
    const [packed] = scoreBlock(corpus, prepareCalls(corpus, [withVector], { asOf }));
    const live = rankOrganisations(corpus, prepareCall(corpus, withVector, { asOf })).results;
    expect([...packed!.scores]).toEqual(live.map(({ score }) => score));
    for (const { organisation: id, score } of live) {
      const [from] = rankOpportunities(corpus, prepareCalls(corpus, [withVector], { asOf }), id).results;
      expect(from?.score).toBe(score);
    }
  });

  it('counts a text nobody has confirmed half', () => {
    const states = ['confirmed', 'unconfirmed'] as const;
    const [full, half] = states.map((state) => {
      const builder = new SegmentBuilder({
        name: 'cluster-x',
        statistics: open(built(directions)).statistics,
      });
      builder.addOrganisation(organisation('own'));
      builder.addDocument(profile('own-1', 'Robots for battery cells', 'own', { state }));
      builder.addVector('own-1', model, meant(1, 0.1));
      const corpus = openCorpus([open(built(directions)), openSegment(builder.finish())]);
      const { tree } = explain(corpus, prepareCall(corpus, withVector, { asOf }), 'own')!;
      return [...nodes(tree)].find((node) => node.kind === 'fact' && node.signal === 'meaning')?.value ?? 0;
    });
    expect(half).toBeCloseTo(full! / 2, 6);
  });

  it('goes with whoever is taken out of a segment, and stays with the others', () => {
    const left = withoutOrganisations(built(directions), new Set(['far']))!;
    const segment = open(left.bytes);
    expect(segment.vectors?.vectors).toHaveLength(2 * segment.documentCount);
    const at = segment.documents.find('near-1')!;
    expect([...segment.vectors!.vectors.slice(2 * at, 2 * at + 2)]).toEqual([...directions['near-1']!]);
    expect(Buffer.from(segment.vectors!.vectors).includes(Buffer.from(directions['far-1']!))).toBe(false);
  });

  it('refuses vectors of two lengths', () => {
    const builder = new SegmentBuilder({ name: 'open', statistics: null });
    builder.addVector('a', model, Int8Array.of(1, 2));
    expect(() => builder.addVector('b', model, Int8Array.of(1, 2, 3))).toThrow('3 parts among those of 2');
  });
});
