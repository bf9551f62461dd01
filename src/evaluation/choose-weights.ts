import { fittedModel } from '../ranking/index.js';
import type { RankingModel } from '../ranking/index.js';
import { evaluate } from './evaluate.js';
import type { Task, TaskFigures } from './evaluation.js';

/** One weight of the model by its two names, and what to try instead of what it is. */
export interface Trial {
  readonly group: 'query' | 'fit' | 'programme';
  readonly weight: string;
  readonly values: readonly number[];
}

/** The trials of docs/evaluation.md, in their order: a lesser and a greater value of each weight. */
export const trials: readonly Trial[] = [
  { group: 'fit', weight: 'breadth', values: [0.2, 0.6] },
  { group: 'fit', weight: 'leastBreadth', values: [0.15, 0.2, 0.35] },
  { group: 'fit', weight: 'fewestTerms', values: [10, 40] },
  { group: 'fit', weight: 'half', values: [1, 4] },
  { group: 'fit', weight: 'items', values: [8, 25] },
  { group: 'programme', weight: 'share', values: [0.2, 0.36] },
  { group: 'programme', weight: 'partHalf', values: [1.5, 6] },
  { group: 'programme', weight: 'seriesHalf', values: [0.5, 2] },
  { group: 'query', weight: 'saturation', values: [1, 4] },
  { group: 'query', weight: 'pairs', values: [0.4, 1] },
];

/** What one setting comes to; `gain` is the mean of its figures relative to those of the setting it began with. */
export interface Tried {
  readonly setting: string;
  readonly figures: readonly number[];
  readonly gain: number;
  readonly kept: boolean;
}

/**
 * The windows that settings are judged on; nothing in them is later than the reported window's cut. Ideas and calls of
 * members by a sample, texts of calls all of them.
 */
const windows = [
  { task: 'idea', cut: '2023-09-01', every: 6, measures: ['nDCG@20', 'recall@100'] },
  { task: 'call', cut: '2022-11-01', every: 1, measures: ['nDCG@20', 'recall@100'] },
  { task: 'calls', cut: '2023-09-01', every: 12, measures: ['nDCG@10', 'recall@10'] },
] as const satisfies readonly { task: Task; cut: string; every: number; measures: (keyof TaskFigures)[] }[];
const until = '2024-09-01';

/**
 * Tries weight after weight and keeps what is best: one round of coordinate ascent on the years before the reported
 * window. Lists without seeds alone: the trees that order the others are learned from the same years.
 *
 * @param told each setting as it was tried
 */
export async function chooseWeights(
  { cordis, calls }: { readonly cordis: string; readonly calls: string },
  told: (tried: Tried) => void,
): Promise<RankingModel> {
  const measured = async (model: RankingModel): Promise<number[]> => {
    const found: number[] = [];
    for (const { task, cut, every, measures } of windows) {
      const request = {
        cordis,
        calls,
        cut,
        until,
        tasks: [task],
        slices: false,
        baselines: [],
        every,
        model,
      };
      const { tasks } = await evaluate(request, () => 0);
      found.push(...measures.map((name) => tasks[task]?.[name] ?? 0));
    }
    return found;
  };
  let best: RankingModel = { ...fittedModel, seeded: null };
  const start = await measured(best);
  const gainOf = (figures: readonly number[]): number =>
    figures.reduce((sum, figure, at) => sum + figure / start[at]!, 0) / start.length;
  told({ setting: 'as it is', figures: start, gain: 1, kept: true });
  let reached = 1;
  for (const { group, weight, values } of trials) {
    for (const value of values) {
      const model = withWeight(best, { group, weight }, value);
      const figures = await measured(model);
      const gain = gainOf(figures);
      const kept = gain > reached;
      told({ setting: `${group}.${weight} ${String(value)}`, figures, gain, kept });
      if (kept) [best, reached] = [model, gain];
    }
  }
  return best;
}

function withWeight(
  model: RankingModel,
  { group, weight }: Pick<Trial, 'group' | 'weight'>,
  value: number,
): RankingModel {
  return { ...model, [group]: { ...model[group], [weight]: value } };
}
