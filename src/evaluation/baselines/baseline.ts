import type { OpportunityText } from '../../ranking/index.js';
import type { PartnerTask } from '../protocol/ask.js';

/** What ours is compared with, by the name it has in the results. */
export const baselineNames = ['popularity', 'bm25', 'walk', 'minisearch', 'ts_rank'] as const;
export type BaselineName = (typeof baselineNames)[number];

/** Those that cost seconds; the others ask for minutes or a database, and run where they are named. */
export const quickBaselines: readonly BaselineName[] = ['popularity', 'bm25'];

/** One past consortium, as a baseline is asked for its partners. */
export interface BaselineQuestion {
  readonly text: OpportunityText;
  /** organisations given; never in the answer */
  readonly seeds: readonly string[];
  /** in lower case; projects written for it are no evidence and no link */
  readonly topic: string;
  /** the coordinator, who is never in the answer */
  readonly exclude: string | null;
}

/** A way to rank that somebody could use instead of ours. */
export interface Baseline {
  /** the tasks it has something to say to */
  readonly tasks: readonly PartnerTask[];
  /** Organisations, best first, ties by ascending id. */
  rank(question: BaselineQuestion): string[] | Promise<string[]>;
  /** Lets go of what it holds outside memory. */
  close?(): Promise<void>;
}

/** Best first, ties by ascending id, without those that may not appear. */
export function rankedBy(
  scores: ReadonlyMap<string, number>,
  { seeds, exclude }: Pick<BaselineQuestion, 'seeds' | 'exclude'>,
): string[] {
  const left = new Set(seeds);
  if (exclude !== null) left.add(exclude);
  return [...scores]
    .filter(([organisation, score]) => score > 0 && !left.has(organisation))
    .sort(([x, a], [y, b]) => b - a || Number(x > y) - Number(x < y))
    .map(([organisation]) => organisation);
}
