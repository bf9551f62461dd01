import fc from 'fast-check';

import {
  asOf,
  callFor,
  clusterPart,
  holds,
  openPart,
  organisation,
  profile,
  project,
} from '../../test/support/ranking-corpus.js';
import type { Corpus, CorpusDocument, DocumentNode, ExplanationNode, Segment } from './index.js';
import { openCorpus, prepareCall, rankOrganisations } from './index.js';

const ids = ['a', 'b', 'c', 'd', 'e'];
const organisations = ids.map((id) => organisation(id));
const words = 'battery cobalt recycling tunnel olive photonic enzyme quantum spruce railway'.split(' ');
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  .map((chosen) => chosen.join(' '));

interface Made {
  readonly open: readonly CorpusDocument[];
  readonly own: readonly CorpusDocument[];
}

/** Projects dated on both sides of the day that is asked about, and profiles of a cluster. */
const made: fc.Arbitrary<Made> = fc.record({
  open: fc
    .array(
      fc.record({
        body: text,
        holders: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }),
        date: fc.constantFrom('2015-05-01', '2024-02-29', '2026-06-30', '2027-01-01', null),
      }),
      { minLength: 2, maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ body, holders, date }, at) =>
        project(
          `p-${String(at)}`,
          body,
          holders.map((id) => holds(id)),
          { date },
        ),
      ),
    ),
  own: fc
    .array(
      fc.record({
        body: text,
        owner: fc.constantFrom(...ids),
        state: fc.constantFrom('confirmed', 'unconfirmed', 'unconfirmed'),
      }),
      { maxLength: 6 },
    )
    .map((rows) =>
      rows.map(({ body, owner, state }, at) => profile(`own-${String(at)}`, body, owner, { state })),
    ),
});
const seeds = fc.subarray(ids, { maxLength: 2 });

function* nodes(node: ExplanationNode): Generator<ExplanationNode> {
  yield node;
  if ('parts' in node) for (const part of node.parts) yield* nodes(part);
}

const cited = (tree: ExplanationNode): DocumentNode[] =>
  [...nodes(tree)].filter((node) => node.kind === 'document');

function rank(corpus: Corpus, outcome: string, given: readonly string[]) {
  return rankOrganisations(corpus, prepareCall(corpus, callFor('T-1', outcome), { asOf }), {
    seeds: given,
    explain: ids.length,
  }).results;
}

function segmentsOf({ open, own }: Made): Segment[] {
  const base = openPart(open, organisations);
  return [base, clusterPart(own, organisations, base.statistics)];
}

describe('every suggestion explains itself', () => {
  it('by parts that add up to its score, node by node', () => {
    fc.assert(
      fc.property(made, text, seeds, (docs, outcome, given) => {
        for (const { score, reasons } of rank(openCorpus(segmentsOf(docs)), outcome, given)) {
          expect(Math.abs(reasons!.tree.value - score)).toBeLessThan(1e-6);
          for (const node of nodes(reasons!.tree)) {
            if (!('parts' in node) || (node.kind === 'group' && node.signal === 'rest')) continue;
            const sum = node.parts.reduce((total, part) => total + part.value, 0);
            expect(Math.abs(sum - node.value)).toBeLessThan(1e-6);
          }
        }
      }),
    );
  });

  it('by evidence without which its score is lower by what was said', () => {
    fc.assert(
      fc.property(made, text, seeds, (docs, outcome, given) => {
        const segments = segmentsOf(docs);
        for (const { organisation: id, score, reasons } of rank(openCorpus(segments), outcome, given)) {
          for (const { document, loss } of cited(reasons!.tree)) {
            // a later segment holds the same text without its words: what it takes part in stays
            const kept = [...docs.open, ...docs.own].find((one) => one.id === document.id)!;
            const silent = clusterPart([{ ...kept, body: '' }], organisations, segments[0]!.statistics);
            const without = rank(openCorpus([...segments, silent]), outcome, given);
            const lost = score - (without.find((place) => place.organisation === id)?.score ?? 0);
            expect(Math.abs(lost - loss)).toBeLessThanOrEqual(0.01 * Math.abs(loss) + 1e-9);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('by evidence that exists, is its own, and is dated before the day', () => {
    fc.assert(
      fc.property(made, text, seeds, (docs, outcome, given) => {
        for (const { organisation: id, reasons } of rank(openCorpus(segmentsOf(docs)), outcome, given)) {
          for (const { document } of cited(reasons!.tree)) {
            const kept = [...docs.open, ...docs.own].find((one) => one.id === document.id);
            expect(kept?.holders.map((holder) => holder.organisation)).toContain(id);
            expect((kept?.date ?? asOf) <= asOf).toBe(true);
          }
        }
      }),
    );
  });
});
