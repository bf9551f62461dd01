import type { Standing } from './best-places.js';
import type { Corpus } from './corpus.js';
import { explainStanding } from './explain.js';
import { figuresOf } from './calibration/figures.js';
import type { PreparedCalls } from './query/prepared-calls.js';
import type { OpportunityRanking } from './ranking.js';
import { itemValue, roleWeights } from './signals/fit.js';
import { signedValue, textSums } from './signals/text-sums.js';
import { settingOf, standingOf } from './standing.js';
import { ensureScale } from './votes.js';

export interface OpportunityRankOptions {
  /** how many places to return; 100 by default */
  readonly limit?: number;
  /** how many of the first places get a tree and what is missing; 20 by default */
  readonly explain?: number;
  /** ids of opportunities that may not appear; they leave no trace in the count */
  readonly exclude?: readonly string[];
}

/**
 * Ranks prepared calls for one organisation: the other direction, the same scores. An unknown organisation gets none.
 * Equal scores stand in ascending order of the opportunity's id.
 *
 * The first use of a call on a corpus makes its scale, which costs one pass over the documents.
 */
export function rankOpportunities(
  corpus: Corpus,
  calls: PreparedCalls,
  organisation: string,
  options: OpportunityRankOptions = {},
): OpportunityRanking {
  const ordinal = corpus.organisationOrdinal(organisation);
  const modelVersion = corpus.model.version;
  if (ordinal === undefined) return { modelVersion, total: 0, results: [] };
  const excluded = new Set(options.exclude);
  const standings = opportunityStandings(corpus, calls, ordinal).filter(({ call }) => !excluded.has(call.id));
  const explained = options.explain ?? 20;
  const results = standings.slice(0, options.limit ?? 100).map(({ standing, call }, place) => ({
    rank: place + 1,
    opportunity: call.id,
    score: standing.score,
    ...figuresOf(corpus, call, standing),
    reasons: place < explained ? explainStanding(settingOf(corpus, call, new Set()), ordinal).reasons : null,
  }));
  return { modelVersion, total: standings.length, results };
}

interface OpportunityStanding {
  readonly call: PreparedCalls['calls'][number];
  readonly standing: Standing;
}

/** Every call the organisation has a score for, best first. */
function opportunityStandings(corpus: Corpus, calls: PreparedCalls, ordinal: number): OpportunityStanding[] {
  const values = valuesByCall(corpus, calls, ordinal);
  const model = corpus.model.fit;
  return calls.calls
    .flatMap((call, at) => {
      const held = values[at];
      if (held === undefined || held.length === 0) return [];
      const standing = standingOf(settingOf(corpus, call, new Set()), ordinal, textSums(held, model));
      return standing.score > 0 ? [{ call, standing }] : [];
    })
    .sort(
      (a, b) =>
        b.standing.score - a.standing.score || Number(a.call.id > b.call.id) - Number(a.call.id < b.call.id),
    );
}

/** Call → the values of the organisation's items for it. */
function valuesByCall(corpus: Corpus, calls: PreparedCalls, ordinal: number): number[][] {
  const values: number[][] = calls.calls.map(() => []);
  const scales = calls.calls.map((call) => (call.size === 0 ? null : ensureScale(corpus, call)));
  const roles = roleWeights(corpus.model);
  const scores = new Int32Array(calls.calls.length);
  for (const { document, role } of corpus.held(ordinal)) {
    scoreCalls(corpus, calls, document, scores);
    calls.calls.forEach((call, at) => {
      const score = scores[at]!;
      const scale = scales[at];
      if (!scale || score < scale.ownLeast) return;
      const weight = corpus.on(call.asOf).weights[document] ?? 0;
      const { value, unconfirmed } = itemValue(corpus, call, { document, score, weight }, scale);
      if (value > 0) values[at]?.push(signedValue(value, unconfirmed) * (roles[role] ?? 0));
    });
  }
  return values;
}

/** The score of one document for every call: the same whole numbers as `scoreDocuments` adds up. */
function scoreCalls(corpus: Corpus, calls: PreparedCalls, document: number, scores: Int32Array): void {
  scores.fill(0);
  const { segment, local } = corpus.locate(document);
  const { forwardStarts, forwardTerms, forwardImpacts } = corpus.segments[segment]!.arrays;
  const postings = calls.postingsOf(corpus.segments[segment]!);
  for (let at = forwardStarts[local]!; at < forwardStarts[local + 1]!; at += 1) {
    const term = forwardTerms[at]!;
    const impact = forwardImpacts[at]!;
    for (let place = postings.starts[term]!; place < postings.starts[term + 1]!; place += 1) {
      scores[postings.calls[place]!]! += postings.weights[place]! * impact;
    }
  }
}
