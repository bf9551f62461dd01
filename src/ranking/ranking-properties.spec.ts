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
import type { Corpus, CorpusDocument, OpportunityText, OrganisationRanking } from './index.js';
import {
  buildSegment,
  openCorpus,
  prepareCall,
  prepareCalls,
  rankOrganisations,
  scoreBlock,
} from './index.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const organisations = ids.map((id) => organisation(id));
const words =
  'battery cobalt recycling tunnel olive photonic enzyme quantum spruce railway fresco robot'.split(' ');

const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  .map((chosen) => chosen.join(' '));
const holder = fc
  .tuple(fc.constantFrom(...ids), fc.constantFrom('coordinator', 'participant', 'thirdParty'))
  .map(([id, role]) => holds(id, role));

/** Some ten projects of six organisations, with dates on both sides of `asOf` and without. */
const documents: fc.Arbitrary<CorpusDocument[]> = fc
  .array(
    fc.record({
      body: text,
      holders: fc.uniqueArray(holder, { selector: (one) => one.organisation, minLength: 1, maxLength: 4 }),
      date: fc.constantFrom('2012-05-01', '2020-02-29', '2025-11-30', '2027-01-01', null),
      state: fc.constantFrom('open', 'confirmed', 'unconfirmed'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((made) =>
    made.map(({ body, holders, date, state }, at) =>
      project(`p-${String(at)}`, body, holders, { date, state: state }),
    ),
  );
const calls = text.map((outcome) => callFor('T-1', outcome));
const seeds = fc.subarray(ids);

function rank(
  corpus: Corpus,
  call: OpportunityText,
  options: { seeds?: readonly string[] } = {},
): OrganisationRanking {
  return rankOrganisations(corpus, prepareCall(corpus, call, { asOf }), { ...options, explain: 0 });
}

/** Place and score by organisation; who is not in the list stands behind it, without a score. */
function standing(ranking: OrganisationRanking, id: string): { rank: number; score: number } {
  return ranking.results.find((place) => place.organisation === id) ?? { rank: Infinity, score: 0 };
}

const inUnit = (value: number): boolean => value >= 0 && value <= 1;

describe('whatever the corpus, the call and the seeds', () => {
  it('scores and figures are in [0, 1], and no list holds a score of 0', () => {
    fc.assert(
      fc.property(documents, calls, seeds, (made, call, given) => {
        const corpus = openCorpus([openPart(made, organisations)]);
        for (const { score, fit, trackRecord } of rank(corpus, call, { seeds: given }).results) {
          expect(score).toBeGreaterThan(0);
          expect([score, fit.score, trackRecord.score].every(inUnit)).toBe(true);
        }
      }),
    );
  });

  it('the list runs from the best to the last, ties by key', () => {
    fc.assert(
      fc.property(documents, calls, seeds, (made, call, given) => {
        const corpus = openCorpus([openPart(made, organisations)]);
        const { results } = rank(corpus, call, { seeds: given });
        const sorted = results.toSorted(
          (a, b) => b.score - a.score || (a.organisation < b.organisation ? -1 : 1),
        );
        expect(results).toEqual(sorted);
        expect(results.map((place) => place.rank)).toEqual(results.map((_, at) => at + 1));
      }),
    );
  });

  it('a shorter list is the beginning of the longer one', () => {
    fc.assert(
      fc.property(documents, calls, fc.integer({ min: 0, max: 6 }), (made, call, limit) => {
        const corpus = openCorpus([openPart(made, organisations)]);
        const one = prepareCall(corpus, call, { asOf });
        const full = rankOrganisations(corpus, one, { explain: 0 });
        const short = rankOrganisations(corpus, one, { explain: 0, limit });
        expect(short).toEqual({ ...full, results: full.results.slice(0, limit) });
      }),
    );
  });

  it('the order in which documents and organisations come changes no byte of the segment', () => {
    const shuffled = documents.chain((made) =>
      fc.record({
        made: fc.constant(made),
        docs: fc.shuffledSubarray(made, { minLength: made.length }),
        orgs: fc.shuffledSubarray(organisations, { minLength: organisations.length }),
      }),
    );
    const options = { name: 'open', statistics: null };
    fc.assert(
      fc.property(shuffled, ({ made, docs, orgs }) => {
        const bytes = buildSegment(docs, orgs, options);
        expect(Buffer.compare(bytes, buildSegment(made, organisations, options))).toBe(0);
      }),
    );
  });

  it('the order of seeds and what was asked before change nothing', () => {
    fc.assert(
      fc.property(documents, calls, calls, seeds, (made, call, other, given) => {
        const corpus = openCorpus([openPart(made, organisations)]);
        const first = rank(corpus, call, { seeds: given });
        rank(corpus, other, { seeds: ids.slice(0, 2) });
        scoreBlock(corpus, prepareCalls(corpus, [other, call], { asOf }));
        expect(rank(corpus, call, { seeds: given.toReversed() })).toEqual(first);
      }),
    );
  });
});

describe('an organisation that gains a document about the call', () => {
  it('falls neither in score nor in rank, and moves nobody, where the document is private', () => {
    fc.assert(
      fc.property(documents, calls, text, fc.constantFrom(...ids), (made, call, body, id) => {
        const open = openPart(made, organisations);
        const before = rank(openCorpus([open]), call);
        const part = clusterPart([profile('own', body, id)], organisations, open.statistics);
        const after = rank(openCorpus([open, part]), call);
        expect(standing(after, id).score).toBeGreaterThanOrEqual(standing(before, id).score);
        expect(standing(after, id).rank).toBeLessThanOrEqual(standing(before, id).rank);
        for (const other of ids.filter((one) => one !== id)) {
          expect(standing(after, other).score).toBe(standing(before, other).score);
        }
      }),
    );
  });

  it('does not fall in rank where the document is open and answers all of the call', () => {
    fc.assert(
      fc.property(documents, calls, fc.constantFrom(...ids), (made, call, id) => {
        const before = rank(openCorpus([openPart(made, organisations)]), call);
        const gained = profile('own', call.sections[0]!.text, id);
        const after = rank(openCorpus([openPart([...made, gained], organisations)]), call);
        expect(standing(after, id).rank).toBeLessThanOrEqual(standing(before, id).rank);
      }),
    );
  });
});
