import type { BandLimits } from '../model.js';
import { backgrounds } from './background.js';
import type { Background } from './background.js';
import { listKinds } from './band-model.js';
import type { BandModel, ListKind } from './band-model.js';
import { fitCurve, valueAt } from './curve.js';
import type { Curve, Observation } from './curve.js';

/** One place of a past list. */
export interface ObservedPlace {
  readonly background: Background;
  readonly fit: number;
  readonly score: number;
  /** whether it took part */
  readonly came: boolean;
}

/**
 * What a band promises: how many times as often as the mean of the first calls of its kind one in it was joined. The lists
 * are those that members see, of calls for one organisation; newcomers are compared with newcomers, and who has nothing but
 * a profile with its like: that they are taken less often says nothing of how well they fit.
 */
const promises = { strong: 2, good: 0.75 } as const;

/** Learns what bands and scores stand for, from places of lists whose outcome is known. */
export class BandLearner {
  readonly #places: Readonly<Record<ListKind, ObservedPlace[]>> = named(listKinds, () => []);

  add(kind: ListKind, place: ObservedPlace): void {
    this.#places[kind].push(place);
  }

  /** @param until the day before which all of them formed */
  finish(until: string): BandModel {
    return {
      until,
      fit: named(backgrounds, (background) => limitsOf(this.#observed('calls', background, 'fit'))),
      chances: named(listKinds, (kind) => named(backgrounds, (background) => this.#curve(kind, background))),
    };
  }

  #curve(kind: ListKind, background: Background): Curve {
    return fitCurve(this.#observed(kind, background, 'score'));
  }

  #observed(kind: ListKind, background: Background, figure: 'fit' | 'score'): Observation[] {
    return this.#places[kind]
      .filter((place) => place.background === background)
      .map((place) => ({ value: place[figure], came: place.came }));
  }
}

function named<Name extends string, T>(names: readonly Name[], make: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;
}

/** A limit beyond every figure: what past consortia do not reach is no band's promise. */
const beyond = 2;

function limitsOf(observations: readonly Observation[]): BandLimits {
  const curve = fitCurve(observations);
  const mean = observations.filter(({ came }) => came).length / Math.max(1, observations.length);
  const limit = (times: number): number => (mean === 0 ? null : valueAt(curve, times * mean)) ?? beyond;
  return { strong: limit(promises.strong), good: limit(promises.good) };
}
