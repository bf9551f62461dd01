import type { RankingModel } from '../ranking/index.js';
import type { BaselineName } from './baselines/baseline.js';
import type { SearchDatabase } from './baselines/ts-rank-votes.js';
import type { PartnerTask } from './protocol/ask.js';
import { partnerTasks } from './protocol/ask.js';
import type { BandFrequencies, Calibration } from './measure/calibration.js';
import type { ListMetrics } from './measure/metrics.js';
import type { Slices } from './measure/slices.js';

export const tasks = [...partnerTasks, 'cold', 'calls'] as const;
export type Task = PartnerTask | 'cold' | 'calls';

/** What to evaluate. */
export interface EvaluationRequest {
  /** folder or zip of a CORDIS export */
  readonly cordis: string;
  readonly cut: string;
  /** null: to the end of the data */
  readonly until: string | null;
  /** file of call texts; null: there are none, and no `call` */
  readonly calls: string | null;
  readonly tasks: readonly Task[];
  readonly slices: boolean;
  /** what others reach on the same queries; empty: nobody is asked */
  readonly baselines: readonly BaselineName[];
  /** opens a PostgreSQL for the baseline `ts_rank`; absent: there is none */
  readonly database?: () => Promise<SearchDatabase>;
  /** asks every so manieth query and organisation alone: a sample; 1 or absent asks all */
  readonly every?: number;
  /** judged instead of the shipped model, whatever it was learned from */
  readonly model?: RankingModel;
}

/** What the command prints as JSON; all shares and metrics in [0, 1]. */
export interface Evaluation {
  readonly cut: string;
  readonly until: string | null;
  readonly model: string;
  readonly trainProjects: number;
  readonly pool: number;
  readonly tasks: Readonly<Partial<Record<Task, TaskFigures>>>;
  readonly baselines: Readonly<Partial<Record<BaselineName, BaselineFigures>>>;
  readonly seconds: number;
}

export interface TaskFigures extends ListMetrics {
  readonly queries: number;
  readonly 'smeShare@50'?: number;
  readonly 'companyShare@50'?: number;
  readonly 'maskedRecall@100'?: number;
  readonly 'othersRecall@100'?: number;
  /** `calls` alone: organisations with one train project */
  readonly oneProject?: ListMetrics & { readonly queries: number };
  readonly gate?: GateFigures;
  /** how often what scores and bands promise came true, over the first 100 places; `calls`: the first 20 */
  readonly calibration?: TaskCalibration;
  readonly slices?: Slices;
}

export interface TaskCalibration {
  readonly all: Calibration & { readonly bands: BandFrequencies };
  /** organisations with one train project, or none */
  readonly newcomers: Calibration & { readonly bands: BandFrequencies };
}

/** The same lists in a fair order, against the consortia that formed. */
export interface GateFigures {
  readonly 'nDCG@20': number;
  readonly 'recall@50': number;
  readonly 'smeShare@50': number;
  readonly 'companyShare@50': number;
  /** of the targets */
  readonly realSmeShare: number;
  readonly realCompanyShare: number;
  /** what the fair order costs: share of recall@50 */
  readonly price: number;
}

type Measured = ListMetrics & { readonly queries: number };

/** Figures on `idea`, where the baseline has something to say to it; on other tasks beside them. */
export interface BaselineFigures extends Partial<Measured> {
  readonly call?: Measured;
  readonly half?: Measured;
  readonly 'idea+coordinator'?: Measured;
}
