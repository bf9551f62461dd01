import { AppError } from '../../platform/errors/app-error.js';
import type { OpportunityText } from '../../ranking/index.js';
import type { BaselineFigures } from '../evaluation.js';
import { listMetrics, meanMetrics } from '../measure/metrics.js';
import type { Progress } from '../progress.js';
import { ask } from '../protocol/ask.js';
import type { PartnerTask } from '../protocol/ask.js';
import { popularity } from '../protocol/popularity.js';
import type { Split } from '../protocol/split.js';
import type { PastProject } from '../read/past-project.js';
import type { Baseline, BaselineName } from './baseline.js';
import { Bm25Votes } from './bm25.js';
import { miniSearchVotes } from './minisearch-votes.js';
import { RandomWalk } from './random-walk.js';
import { tsRankVotes } from './ts-rank-votes.js';
import type { SearchDatabase } from './ts-rank-votes.js';

/** Places looked at: MRR needs no more. */
const depth = 200;

export interface BaselineRun {
  readonly data: Split;
  /** texts of calls by topic in lower case; without any, `call` is not asked */
  readonly calls: ReadonlyMap<string, OpportunityText>;
  readonly progress: Progress;
  /** asks every so manieth query alone */
  readonly every: number;
  /** opens the database that `ts_rank` searches in; null: there is none */
  readonly database: (() => Promise<SearchDatabase>) | null;
}

/**
 * What others reach on the same queries.
 *
 * @throws {AppError} `evaluation.no-database`
 */
export async function runBaselines(
  names: readonly BaselineName[],
  run: BaselineRun,
): Promise<Partial<Record<BaselineName, BaselineFigures>>> {
  const figures: Partial<Record<BaselineName, BaselineFigures>> = {};
  for (const name of names) {
    const baseline = await baselines[name](run.data.train, run);
    try {
      figures[name] = await measured(name, baseline, run);
    } finally {
      await baseline.close?.();
    }
  }
  return figures;
}

type Made = (train: readonly PastProject[], run: BaselineRun) => Baseline | Promise<Baseline>;

const baselines: Readonly<Record<BaselineName, Made>> = {
  popularity: mostProjects,
  bm25: (train) => new Bm25Votes(train),
  walk: (train) => new RandomWalk(train),
  minisearch: (train) => miniSearchVotes(train),
  ts_rank: async (train, { database }) => {
    if (database === null) {
      throw new AppError(
        'evaluation.no-database',
        'invalid',
        'the baseline ts_rank needs a PostgreSQL to search in, and none was given',
      );
    }
    return tsRankVotes(train, await database());
  },
};

/** Most train projects first: checks the harness, and ignores rule 4. */
function mostProjects(train: readonly PastProject[]): Baseline {
  const popular = popularity(train);
  return {
    tasks: ['idea', 'call'],
    rank: ({ exclude }) => popular.filter((id) => id !== exclude),
  };
}

async function measured(
  name: string,
  baseline: Baseline,
  { data: { queries: all, pool }, calls, progress, every }: BaselineRun,
): Promise<BaselineFigures> {
  const queries = all.filter((_, place) => place % every === 0);
  const figures: Partial<Record<PartnerTask, NonNullable<BaselineFigures['call']>>> = {};
  for (const task of baseline.tasks) {
    if (task === 'call' && calls.size === 0) continue;
    const lists = [];
    for (const [done, query] of queries.entries()) {
      progress(`${name}, ${task}`, done, queries.length);
      const asked = ask[task](query, { pool, calls });
      if (asked === null) continue;
      const topic = query.project.topic.toLowerCase();
      const ranked = await baseline.rank({ ...asked, topic, exclude: query.coordinator });
      lists.push(listMetrics(ranked.slice(0, depth), asked.targets));
    }
    figures[task] = { queries: lists.length, ...meanMetrics(lists) };
  }
  const { idea, ...others } = figures;
  return { ...idea, ...others };
}
