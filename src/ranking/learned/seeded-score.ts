import { factsIn } from '../standing.js';
import type { Setting } from '../standing.js';
import { fitOfSum } from '../signals/text-sums.js';
import type { TextSums } from '../signals/text-sums.js';
import { seededFeatures, seededGround, seededRow } from './seeded-row.js';
import type { SeededFeature, SeededGround } from './seeded-row.js';
import { sumOfTrees } from './trees.js';
import type { Trees } from './trees.js';

/** How lists are ordered once partners are there: fitted on past consortia (docs/evaluation.md). */
export interface SeededModel extends Trees {
  /** the day up to which past consortia taught it: it says nothing fair about those that formed before */
  readonly until: string;
  /** from the sum of the trees to a score in (0, 1): 1 / (1 + e^-(slope × sum + offset)), the chance to be a partner */
  readonly slope: number;
  readonly offset: number;
  /** how many of the best by the plain score are put in order by the trees */
  readonly candidates: number;
}

/** A score with seeds, and what it would be if parts of what is known were not. */
export class SeededScorer {
  readonly #ground: SeededGround;
  readonly #row = new Float64Array(seededFeatures.length);

  constructor(
    private readonly setting: Setting,
    private readonly model: SeededModel,
  ) {
    this.#ground = seededGround(setting);
  }

  /**
   * In [0, 1), a 32-bit float.
   *
   * @param met how far the facts asked for are met, where it is not what the organisation states
   */
  score(ordinal: number, text: TextSums, met = this.#met(ordinal, text)): number {
    return this.#scoreOfRow(seededRow(this.setting, this.#ground, { ordinal, text }, this.#row), met);
  }

  /**
   * The score with some features at nothing, which is what an organisation without them has.
   *
   * @param sharedText what the shared consortia say, where less of it is known
   */
  without(
    ordinal: number,
    text: TextSums,
    { features = [], sharedText = null }: { features?: readonly SeededFeature[]; sharedText?: number | null },
  ): number {
    const row = seededRow(this.setting, this.#ground, { ordinal, text }, this.#row);
    for (const feature of features) row[seededFeatures.indexOf(feature)] = nothing[feature] ?? 0;
    if (sharedText !== null) row[seededFeatures.indexOf('shared text')] = sharedText;
    return this.#scoreOfRow(row, this.#met(ordinal, text));
  }

  /** What consortia shared with the seeds say, by how well each answers the call. */
  sharedText(ordinal: number): number {
    return this.#ground.links.text[ordinal]!;
  }

  #met(ordinal: number, text: TextSums): number | null {
    return factsIn(this.setting, ordinal, fitOfSum(text.sum, this.setting.corpus.model.fit));
  }

  /** What a role asks was not asked of past consortia: it takes from the chance what it takes from the fit. */
  #scoreOfRow(row: Float64Array, met: number | null): number {
    // as by the plain score: without evidence that answers and without a link to a seed there is no score
    if (row[textAt] === 0 && row[walkAt] === 0) return 0;
    const { slope, offset } = this.model;
    const { facts } = this.setting.corpus.model.fit;
    const chance = 1 / (1 + Math.exp(-(slope * sumOfTrees(this.model, row) + offset)));
    return Math.fround(met === null ? chance : chance * (1 - facts + facts * met));
  }
}

const textAt = seededFeatures.indexOf('text');
const walkAt = seededFeatures.indexOf('walk');

/** Where nothing is known is not 0. */
const nothing: Partial<Record<SeededFeature, number>> = { 'years since last': 9 };
