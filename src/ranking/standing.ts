import type { Standing } from './best-places.js';
import type { Corpus } from './corpus.js';
import { fused, trackRecord } from './fusion.js';
import type { TrackSignals } from './fusion.js';
import type { PreparedCall } from './query/prepared-call.js';
import { activity, experience, pastWork } from './signals/activity.js';
import type { PastWork } from './signals/activity.js';
import { factsMet } from './signals/facts.js';
import { fitWithFacts } from './signals/fit.js';
import { fitOfSum } from './signals/text-sums.js';
import type { TextSums } from './signals/text-sums.js';
import { withLikeness } from './signals/embedding.js';
import { meaningOf } from './signals/meaning.js';
import { programmeFigure, programmeWork } from './signals/programme.js';
import { holdersOf, proximity, walk } from './signals/proximity.js';

/** One request: the call, the seeds, and what counts for them. */
export interface Setting {
  readonly corpus: Corpus;
  readonly call: PreparedCall;
  /** ordinals, ascending, each once */
  readonly seeds: readonly number[];
  /** mass of the walk; null without seeds */
  readonly walked: Float64Array | null;
  /** by document, 1 where it may count for this call at all */
  readonly admitted: Uint8Array;
  /** organisations whose past work must be counted anew, because a document of theirs does not count for this call */
  readonly recount: ReadonlySet<number>;
}

/** @param seeds ordinals */
export function settingOf(corpus: Corpus, call: PreparedCall, seeds: ReadonlySet<number>): Setting {
  const excluded = excludedDocuments(corpus, call);
  const admitted = admittedWithout(corpus.on(call.asOf).admitted, excluded);
  const sorted = [...seeds].sort((a, b) => a - b);
  return {
    corpus,
    call,
    seeds: sorted,
    walked: sorted.length === 0 ? null : walk(corpus, sorted, admitted),
    admitted,
    recount: new Set(excluded.flatMap((document) => holdersOf(corpus, document))),
  };
}

function admittedWithout(admitted: Uint8Array, excluded: readonly number[]): Uint8Array {
  if (excluded.length === 0) return admitted;
  const result = admitted.slice();
  for (const document of excluded) result[document] = 0;
  return result;
}

/** The documents written for the topic that the call leaves out. */
function excludedDocuments(corpus: Corpus, call: PreparedCall): number[] {
  const found: number[] = [];
  corpus.segments.forEach((segment, place) => {
    const topic = call.excludedTopic(segment);
    if (topic === 0) return;
    segment.arrays.documentTopics.forEach((held, local) => {
      if (held === topic) found.push((corpus.documentBase[place] ?? 0) + local);
    });
  });
  return found;
}

/** What an organisation did, as this call may see it. */
export function pastWorkIn({ corpus, admitted }: Setting, ordinal: number): PastWork {
  return pastWork(corpus, ordinal, admitted);
}

export function trackSignals(setting: Setting, ordinal: number): TrackSignals {
  const { corpus, call, walked, recount } = setting;
  const programme = programmeIn(setting, ordinal);
  const near = walked === null ? null : proximity(walked[ordinal] ?? 0, corpus.model.proximity);
  if (!recount.has(ordinal)) {
    const { track } = corpus.on(call.asOf);
    return {
      proximity: near,
      experience: track.experience[ordinal] ?? 0,
      activity: track.activity[ordinal] ?? 0,
      programme,
    };
  }
  const past = pastWorkIn(setting, ordinal);
  const model = corpus.model.track;
  return {
    proximity: near,
    experience: experience(past, model),
    activity: activity(past, call.asOf, model),
    programme,
  };
}

function programmeIn({ corpus, call, admitted }: Setting, ordinal: number): number | null {
  if (call.programme(corpus) === null) return null;
  return programmeFigure(programmeWork(corpus, call, ordinal, admitted), corpus.model.programme);
}

/** How far the facts asked for are met; null where none were, or no evidence speaks for the organisation. */
export function factsIn(setting: Setting, ordinal: number, textFit: number): number | null {
  const asked = setting.call.roleFacts;
  if (asked === null || textFit === 0) return null;
  const coordinated = asked.leads ? pastWorkIn(setting, ordinal).coordinated : 0;
  return factsMet(setting.corpus, ordinal, asked, coordinated);
}

/** By the plain, linear score; `text` is what the organisation's evidence comes to for this call. */
export function standingOf(setting: Setting, ordinal: number, text: TextSums): Standing {
  const { model } = setting.corpus;
  const textFit = fitOfSum(text.sum, model.fit);
  const fit = fitWithFacts(textFit, factsIn(setting, ordinal, textFit), model.fit);
  const track = trackSignals(setting, ordinal);
  return {
    ordinal,
    score: withMeaning(setting, ordinal, fused(fit, track, model)),
    fit: Math.fround(fit),
    track: Math.fround(trackRecord(track, model)),
    text,
  };
}

/** A score, however it was made, with the closeness in meaning of the organisation's evidence in it. */
export function withMeaning({ corpus, call, admitted }: Setting, ordinal: number, score: number): number {
  if (call.vector === null || score === 0) return score;
  const meaning = meaningOf(corpus, call, ordinal, admitted);
  return withLikeness(score, meaning && meaning.likeness, corpus.model.meaning.share);
}
