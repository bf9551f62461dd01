import type { RankingModel } from './model.js';

/** What one organisation did, as figures in [0, 1]. */
export interface TrackSignals {
  /** null where no seed is known */
  readonly proximity: number | null;
  readonly experience: number;
  readonly activity: number;
  /** past projects in the call's part of the programme; null where the call's identifier names none: adds nothing */
  readonly programme: number | null;
}

/** Which signals a request has: with seeds, and for a call whose place in a programme is known. */
export interface Asked {
  readonly seeded: boolean;
  readonly programmed: boolean;
}

export const askedOf = ({ proximity, programme }: TrackSignals): Asked => ({
  seeded: proximity !== null,
  programmed: programme !== null,
});

/** What each signal of past work makes of the score. Those a request does not have make nothing. */
export type TrackShares = Readonly<Record<keyof TrackSignals, number>>;

/** The shares of a request in the score; all together are 1. */
export function shares(
  model: RankingModel,
  { seeded, programmed }: Asked,
): { fit: number; track: TrackShares } {
  const { fit, track } = seeded ? model.fusion.withSeeds : model.fusion.withoutSeeds;
  // one organisation's calls stand in one list: a call outside every programme must not gain by having none
  const programme = programmed || !seeded ? model.programme.share : 0;
  const past = (1 - programme) * track;
  const { proximity, experience, activity } = model.track;
  const counted = (seeded ? proximity : 0) + experience + activity;
  return {
    fit: (1 - programme) * fit,
    track: {
      proximity: seeded ? (past * proximity) / counted : 0,
      experience: (past * experience) / counted,
      activity: (past * activity) / counted,
      programme,
    },
  };
}

/** What past work adds to the score. */
function trackPart(signals: TrackSignals, track: TrackShares): number {
  return (
    track.proximity * (signals.proximity ?? 0) +
    track.experience * signals.experience +
    track.activity * signals.activity +
    track.programme * (signals.programme ?? 0)
  );
}

/** Track record in [0, 1]. */
export function trackRecord(signals: TrackSignals, model: RankingModel): number {
  const { track } = shares(model, askedOf(signals));
  const known = signals.programme === null ? 0 : track.programme;
  const all = track.proximity + track.experience + track.activity + known;
  return trackPart(signals, track) / all;
}

/**
 * The fused score in [0, 1], rounded to a 32-bit float: what a stored list can hold, so that a score is the same
 * number when stored, shown and computed again.
 *
 * Nobody is suggested for being busy: without fit and without a link to a seed there is no score.
 */
export function fused(fit: number, track: TrackSignals, model: RankingModel): number {
  if (fit === 0 && (track.proximity ?? 0) === 0) return 0;
  const of = shares(model, askedOf(track));
  return Math.fround(of.fit * fit + trackPart(track, of.track));
}
