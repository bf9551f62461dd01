import type { Corpus } from '../corpus.js';
import { admits, ordinalsOf } from '../filters.js';
import type { PreparedCall } from '../query/prepared-call.js';
import { bestPlaces } from '../rank-organisations.js';
import { RankingError } from '../ranking-error.js';
import { settingOf } from '../standing.js';
import { boost } from './boost.js';
import type { BoostOptions, Lists } from './boost.js';
import { risingFeatures, seededFeatures, seededGround, seededRow } from './seeded-row.js';
import type { SeededModel } from './seeded-score.js';
import { sumOfTrees } from './trees.js';
import type { Trees } from './trees.js';

/** One past consortium: who was there, who may not be ranked, who else took part. */
export interface PastList {
  readonly seeds: readonly string[];
  readonly exclude: readonly string[];
  readonly targets: ReadonlySet<string>;
}

const candidates = 1500;
/** Of those that took no part, one in this many is read: they are all alike. */
const sampling = 4;

const options: BoostOptions = {
  trees: 160,
  leaves: 8,
  rate: 0.1,
  leastRows: 60,
  shrinkage: 0.5,
  depth: 100,
  rising: risingFeatures,
};

/** Learns how to order lists with seeds from consortia that formed, added one by one. */
export class SeededLearner {
  readonly #values: Float32Array[] = [];
  readonly #relevant: number[] = [];
  readonly #starts: number[] = [0];

  /** @param corpus with a model whose `seeded` is null: the plain score chooses who is compared */
  add(corpus: Corpus, call: PreparedCall, { seeds, exclude, targets }: PastList): void {
    const setting = settingOf(corpus, call, ordinalsOf(corpus, seeds));
    if (setting.walked === null) return;
    const places = bestPlaces(setting, admits(corpus, { seeds, exclude }, call.asOf), candidates).sorted();
    const ground = seededGround(setting);
    const row = new Float64Array(seededFeatures.length);
    const turn = this.#starts.length;
    places.forEach(({ ordinal, text }, place) => {
      const belongs = targets.has(corpus.organisationId(ordinal));
      if (!belongs && (place + turn) % sampling !== 0) return;
      this.#values.push(Float32Array.from(seededRow(setting, ground, { ordinal, text }, row)));
      this.#relevant.push(Number(belongs));
    });
    this.#starts.push(this.#relevant.length);
  }

  /**
   * @param until the day before which all of them formed
   * @throws {RankingError} `ranking.nothing-to-learn`: no list had anybody who took part
   */
  finish(until: string): SeededModel {
    if (!this.#relevant.includes(1)) {
      throw new RankingError(
        'ranking.nothing-to-learn',
        'no past consortium had a known partner; widen the window',
      );
    }
    const width = seededFeatures.length;
    const values = new Float32Array(this.#values.length * width);
    this.#values.forEach((row, at) => values.set(row, at * width));
    const lists: Lists = {
      features: seededFeatures,
      values,
      relevant: Uint8Array.from(this.#relevant),
      starts: Uint32Array.from(this.#starts),
    };
    const trees = boost(lists, options);
    return { until, ...trees, ...chanceOf(trees, lists), candidates };
  }
}

/** Slope and offset that make a sum of trees the chance to have taken part: logistic regression by Newton's steps. */
function chanceOf(trees: Trees, { values, relevant }: Lists): { slope: number; offset: number } {
  const width = trees.features.length;
  const row = new Float64Array(width);
  const sums = Float64Array.from(relevant, (_, at) => {
    for (let feature = 0; feature < width; feature += 1) row[feature] = values[at * width + feature]!;
    return sumOfTrees(trees, row);
  });
  let slope = 1;
  let offset = -3;
  for (let step = 0; step < 30; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    sums.forEach((sum, at) => {
      const weight = relevant[at] === 1 ? 1 : sampling;
      const chance = 1 / (1 + Math.exp(-(slope * sum + offset)));
      const wrong = weight * (relevant[at]! - chance);
      const spread = weight * chance * (1 - chance);
      g0 += wrong;
      g1 += wrong * sum;
      h00 += spread;
      h01 += spread * sum;
      h11 += spread * sum * sum;
    });
    const determinant = h00 * h11 - h01 * h01;
    offset += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope: Number(slope.toPrecision(5)), offset: Number(offset.toPrecision(5)) };
}
