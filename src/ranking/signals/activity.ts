import { documentTypes, holderRoles } from '../corpus-document.js';
import type { Corpus } from '../corpus.js';
import { notStated, yearsBetween } from '../index/calendar.js';
import type { Day } from '../index/calendar.js';
import type { TrackWeights } from '../model.js';

const coordinator = holderRoles.indexOf('coordinator');
const project = documentTypes.indexOf('project');

/** What one organisation did before a day. */
export interface PastWork {
  readonly projects: number;
  readonly coordinated: number;
  /** start of the newest project; null where none is dated */
  readonly lastStart: Day | null;
}

/** The same two figures for every organisation of a corpus, each in [0, 1). */
export interface TrackBasis {
  readonly experience: Float64Array;
  readonly activity: Float64Array;
}

/** @param admitted by document, 1 where it may count: dated before the day, not written for the call itself */
export function pastWork(corpus: Corpus, ordinal: number, admitted: Uint8Array): PastWork {
  let projects = 0;
  let coordinated = 0;
  let lastStart: Day | null = null;
  for (const { document, role } of corpus.held(ordinal)) {
    const { segment, local } = corpus.locate(document);
    const arrays = corpus.segments[segment]!.arrays;
    if (arrays.documentTypes[local] !== project || admitted[document] === 0) continue;
    projects += 1;
    if (role === coordinator) coordinated += 1;
    const day = arrays.documentDays[local] ?? notStated;
    if (day !== notStated && (lastStart === null || day > lastStart)) lastStart = day;
  }
  return { projects, coordinated, lastStart };
}

/** How much it has done: half at `experienceHalf` projects, so that the hundredth adds next to nothing. */
export function experience({ projects, coordinated }: PastWork, model: TrackWeights): number {
  const done = projects + (model.coordinator - 1) * coordinated;
  return done / (done + model.experienceHalf);
}

/** How lately it started something: 1 on the day, a half after `activityHalfYears`, 0 without a dated project. */
export function activity({ lastStart }: PastWork, asOf: Day, model: TrackWeights): number {
  if (lastStart === null) return 0;
  return model.activityHalfYears / (model.activityHalfYears + yearsBetween(lastStart, asOf));
}

export function trackBasis(corpus: Corpus, admitted: Uint8Array, asOf: Day): TrackBasis {
  const model = corpus.model.track;
  const basis = {
    experience: new Float64Array(corpus.organisationCount),
    activity: new Float64Array(corpus.organisationCount),
  };
  for (let ordinal = 0; ordinal < corpus.organisationCount; ordinal += 1) {
    const past = pastWork(corpus, ordinal, admitted);
    basis.experience[ordinal] = experience(past, model);
    basis.activity[ordinal] = activity(past, asOf, model);
  }
  return basis;
}
