import type { Band, Figure } from './explanation.js';
import type { BandLimits, RankingModel, TrackWeights } from './model.js';

/** What one organisation did, as figures in [0, 1]; proximity is null where no seed is known. */
export interface TrackSignals {
  readonly proximity: number | null;
  readonly experience: number;
  readonly activity: number;
}

/** The shares that count for a request: without seeds, experience and activity share all. */
export function trackShares(model: TrackWeights, seeded: boolean): Pick<TrackWeights, keyof TrackSignals> {
  if (seeded) return model;
  const rest = model.experience + model.activity;
  return { proximity: 0, experience: model.experience / rest, activity: model.activity / rest };
}

/** Track record in [0, 1]. */
export function trackRecord(signals: TrackSignals, model: TrackWeights): number {
  const shares = trackShares(model, signals.proximity !== null);
  return (
    shares.proximity * (signals.proximity ?? 0) +
    shares.experience * signals.experience +
    shares.activity * signals.activity
  );
}

/** The shares of the two figures in the score. */
export const fusionShares = (model: RankingModel, seeded: boolean): { fit: number; track: number } =>
  seeded ? model.fusion.withSeeds : model.fusion.withoutSeeds;

/**
 * The fused score in [0, 1], rounded to a 32-bit float: what a stored list can hold, so that a score is the same
 * number when stored, shown and computed again.
 *
 * Nobody is suggested for being busy: without fit and without a link to a seed there is no score.
 */
export function fused(fit: number, track: TrackSignals, model: RankingModel): number {
  if (fit === 0 && (track.proximity ?? 0) === 0) return 0;
  const shares = fusionShares(model, track.proximity !== null);
  return Math.fround(shares.fit * fit + shares.track * trackRecord(track, model.track));
}

export function band(score: number, limits: BandLimits): Band {
  if (score >= limits.strong) return 'strong';
  return score >= limits.good ? 'good' : 'possible';
}

/** The two figures as people see them. */
export function figures(
  fit: number,
  track: number,
  { bands }: RankingModel,
): { fit: Figure; trackRecord: Figure } {
  return {
    fit: { score: fit, band: band(fit, bands.fit) },
    trackRecord: { score: track, band: band(track, bands.track) },
  };
}
