import type { Corpus } from '../corpus.js';
import { dayOf } from '../index/calendar.js';
import type { Boilerplate } from '../text/boilerplate.js';
import type { OpportunityText } from '../opportunity-text.js';
import { roleFacts } from '../signals/facts.js';
import { callTerms } from './call-terms.js';
import { PreparedCall } from './prepared-call.js';
import { PreparedCalls } from './prepared-calls.js';
import { queryTerms } from './query-terms.js';
import type { QueryTerm } from './query-terms.js';

export interface PrepareOptions {
  /** calendar date `2026-07-24`: evidence dated later does not count, older evidence ages from here */
  readonly asOf: string;
  /** what the asker looks for (`coordinator`, `battery test bench`): a known role is a fact, others are read as text */
  readonly role?: string | null;
}

/**
 * @param options as for many calls; `excludeTopic`: documents written for that topic are no evidence and no link
 *   (it judges a past call)
 * @throws {RankingError} `ranking.bad-date`: `asOf` is not a calendar date
 */
export function prepareCall(
  corpus: Corpus,
  call: OpportunityText,
  options: PrepareOptions & { readonly excludeTopic?: string | null },
): PreparedCall {
  const { model, boilerplate, glossary } = corpus;
  const role = options.role ?? null;
  const facts = role === null ? null : roleFacts(role);
  const repeated = repeatedIn(boilerplate);
  const context = {
    weights: model.query,
    statistics: corpus.segments[0]?.statistics ?? noStatistics,
    boilerplate,
    glossary,
  };
  const weigh = (): readonly QueryTerm[] =>
    queryTerms(
      callTerms(call, facts === null ? role : null, model.query, repeated),
      call.concepts ?? [],
      context,
    );
  return new PreparedCall(call, weigh, dayOf(options.asOf), options.excludeTopic ?? null, facts);
}

/** Many calls with an index of their terms, for `rankOpportunities` and `scoreBlock`. */
export function prepareCalls(
  corpus: Corpus,
  calls: readonly OpportunityText[],
  options: PrepareOptions,
): PreparedCalls {
  return new PreparedCalls(
    calls.map((call) => {
      const prepared = prepareCall(corpus, call, options);
      prepared.letGo();
      return prepared;
    }),
  );
}

const repeatedSentences = new WeakMap<Boilerplate, ReadonlySet<number>>();

/** Thousands of sentences that every call is held against: one set for all of them. */
function repeatedIn(boilerplate: Boilerplate | null): ReadonlySet<number> {
  const known = boilerplate && repeatedSentences.get(boilerplate);
  if (known) return known;
  const made = new Set(boilerplate?.sentences);
  if (boilerplate) repeatedSentences.set(boilerplate, made);
  return made;
}

const noStatistics = { documentCount: 0, averageLengths: [0, 0, 0], documentFrequency: () => 0 } as const;
