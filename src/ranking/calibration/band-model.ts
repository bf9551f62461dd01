import type { BandLimits } from '../model.js';
import type { Background } from './background.js';
import type { Curve } from './curve.js';

/** Partners for a call, without and with partners given; calls for an organisation. */
export const listKinds = ['plain', 'seeded', 'calls'] as const;
export type ListKind = (typeof listKinds)[number];

/** What bands mean, and how often what a score says comes true: fitted on past consortia (docs/evaluation.md). */
export interface BandModel {
  /** the day up to which past consortia taught it; null: nobody did */
  readonly until: string | null;
  /** of the competence fit, by what is known of the organisation's past */
  readonly fit: Readonly<Record<Background, BandLimits>>;
  /** from a score to the chance that it comes true, by kind of list */
  readonly chances: Readonly<Record<ListKind, Readonly<Record<Background, Curve>>>>;
}
