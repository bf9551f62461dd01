import type { Corpus } from './corpus.js';
import { fused, trackRecord } from './fusion.js';
import type { TrackSignals } from './fusion.js';
import type { PreparedCall } from './query/prepared-call.js';
import { activity, experience, pastWork } from './signals/activity.js';
import type { PastWork } from './signals/activity.js';
import { factsMet } from './signals/facts.js';
import { fitWithFacts } from './signals/fit.js';
import { holdersOf, proximity, walk } from './signals/proximity.js';

/** How one organisation stands to one call: every number the score is made of. */
export interface Standing {
  readonly ordinal: number;
  readonly score: number;
  readonly fit: number;
  readonly track: number;
}

/** What a request adds to a call: seeds, and the walk from them. */
export interface Setting {
  readonly corpus: Corpus;
  readonly call: PreparedCall;
  /** ordinals, ascending, each once */
  readonly seeds: readonly number[];
  /** mass of the walk; null without seeds */
  readonly walked: Float64Array | null;
  /** organisations whose past work must be counted anew, because a document of theirs does not count for this call */
  readonly recount: ReadonlySet<number>;
  /** whether a document may count for this call at all */
  readonly counts: (document: number) => boolean;
}

/** @param seeds ordinals */
export function settingOf(corpus: Corpus, call: PreparedCall, seeds: ReadonlySet<number>): Setting {
  const weights = corpus.evidenceWeights(call.asOf);
  const excluded = excludedDocuments(corpus, call);
  const counts = (document: number): boolean => (weights[document] ?? 0) > 0 && !excluded.has(document);
  const sorted = [...seeds].sort((a, b) => a - b);
  const recount = new Set<number>();
  for (const document of excluded) for (const ordinal of holdersOf(corpus, document)) recount.add(ordinal);
  return {
    corpus,
    call,
    seeds: sorted,
    walked: sorted.length === 0 ? null : walk(corpus, sorted, counts),
    recount,
    counts,
  };
}

/** The documents written for the topic that the call leaves out. */
function excludedDocuments(corpus: Corpus, call: PreparedCall): Set<number> {
  const found = new Set<number>();
  corpus.segments.forEach((segment, place) => {
    const topic = call.excludedTopic(segment);
    if (topic === 0) return;
    segment.arrays.documentTopics.forEach((held, local) => {
      if (held === topic) found.add((corpus.documentBase[place] ?? 0) + local);
    });
  });
  return found;
}

/** What an organisation did, as this call may see it. */
export function pastWorkIn(setting: Setting, ordinal: number): PastWork {
  return pastWork(setting.corpus, ordinal, setting.counts);
}

export function trackSignals(setting: Setting, ordinal: number): TrackSignals {
  const { corpus, call, walked, recount } = setting;
  const near = walked === null ? null : proximity(walked[ordinal] ?? 0, corpus.model.proximity);
  if (!recount.has(ordinal)) {
    const basis = corpus.trackBasis(call.asOf);
    return {
      proximity: near,
      experience: basis.experience[ordinal] ?? 0,
      activity: basis.activity[ordinal] ?? 0,
    };
  }
  const past = pastWorkIn(setting, ordinal);
  const model = corpus.model.track;
  return { proximity: near, experience: experience(past, model), activity: activity(past, call.asOf, model) };
}

/** @param textFit of the organisation for this call, 0 where no evidence speaks for it */
export function standingOf(setting: Setting, ordinal: number, textFit: number): Standing {
  const { corpus, call } = setting;
  const asked = call.roleFacts;
  const met =
    asked === null || textFit === 0
      ? null
      : factsMet(corpus, ordinal, asked, asked.leads ? pastWorkIn(setting, ordinal).coordinated : 0);
  const fit = fitWithFacts(textFit, met, corpus.model.fit);
  const track = trackSignals(setting, ordinal);
  return {
    ordinal,
    score: fused(fit, track, corpus.model),
    fit: Math.fround(fit),
    track: Math.fround(trackRecord(track, corpus.model.track)),
  };
}

/**
 * The best of many, best first; equal scores in the order of ties.
 *
 * Finds the score of the last place first, so that only what may appear is sorted with ties.
 */
export function best(corpus: Corpus, standings: readonly Standing[], limit: number): Standing[] {
  if (limit <= 0) return [];
  const scores = Float32Array.from(standings, ({ score }) => score).sort();
  const least = scores[Math.max(0, scores.length - limit)] ?? 0;
  const { tieRank } = corpus.organisations;
  return standings
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || tieRank[a.ordinal]! - tieRank[b.ordinal]!)
    .slice(0, limit);
}
