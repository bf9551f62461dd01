import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { partsMissing, runNotDone } from '../matching.errors.js';
import type { ClusterList, PackedList } from '../scoring/packed-list.js';
import { clusterOf, openAudience, type Audience } from '../snapshots/audience.js';
import { SegmentStore, type StoredSegment } from '../snapshots/segment.store.js';
import { firstDifference, type ListDifference } from './compare-lists.js';
import { MatchListStore, type ListSide } from './match-list.store.js';
import { ScoreBlocks } from './score-blocks.js';
import { ScoreRunStore, type ScoreRun } from './score-run.store.js';

/** What came of scoring a run again. */
export interface Recomputed {
  readonly run: ScoreRun;
  /** lists compared, byte for byte */
  readonly compared: number;
  /** those that differ: none, if the promise holds */
  readonly differences: readonly ListDifference[];
  /** lists that went with the opportunity or organisation they were for */
  readonly gone: number;
  /** what it was scored from; where erased organisations were taken out since, lists cannot be what they were */
  readonly read: readonly ReadPart[];
}

/** A file that a run reads: a segment, the model, the calls' texts or how calls speak. */
export type ReadPart = Pick<
  StoredSegment,
  'audience' | 'organisations' | 'sha256' | 'builtAt' | 'rewrittenAt'
>;

interface Comparison {
  compared: number;
  gone: number;
  readonly differences: ListDifference[];
}

interface Work {
  readonly run: ScoreRun;
  readonly comparison: Comparison;
}

/** Lists of one audience and direction, made again. */
interface Again {
  readonly audience: Audience;
  readonly side: ListSide;
  /** for which of them lists are compared */
  readonly ids: readonly string[];
  readonly recomputed: readonly (PackedList | ClusterList)[];
}

/** Opportunities scored at a time. */
const blockSize = 25;

/**
 * Scores a run again from the parts of the snapshot it read, the model and the calls' texts among them, and compares
 * every stored list byte for byte. What was imported or shipped since does not enter.
 */
@Injectable()
export class RecomputeRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: ScoreRunStore,
    private readonly segments: SegmentStore,
    private readonly lists: MatchListStore,
    private readonly blocks: ScoreBlocks,
  ) {}

  /**
   * @param clusters whose lists are compared beside the open ones
   * @param opportunity id; null: all of them, and the members' own lists
   * @param progress told how many of all opportunities were scored again, for one audience after the other
   * @throws {AppError} `matching.run-not-found`, `matching.run-not-done`, `matching.parts-missing`
   */
  async recompute(
    runId: string,
    clusters: readonly string[],
    opportunity: string | null,
    progress: (done: number, total: number) => void = () => undefined,
  ): Promise<Recomputed> {
    const { run, parts, ids } = await this.unitOfWork.run(systemScope(clusters), async (unit) => {
      const run = await this.runs.find(unit, runId);
      return {
        run,
        parts: await this.segments.byIds(unit, run.segments),
        ids: await this.runs.opportunityIds(unit, runId, 0, run.opportunities),
      };
    });
    if (run.state !== 'done') throw runNotDone(run.id, run.state);
    if (parts.length < run.segments.length) throw partsMissing(run.segments.length - parts.length);
    const wanted = opportunity === null ? ids : ids.filter((id) => id === opportunity);
    const audiences = parts.flatMap(({ audience, organisations }) =>
      clusterOf(audience) !== null && organisations > 0 ? [audience] : [],
    );
    const comparison: Comparison = { compared: 0, gone: 0, differences: [] };
    const work = { run, comparison };
    const total = wanted.length * (audiences.length + 1);
    for (let from = 0; from < wanted.length; from += blockSize) {
      const block = wanted.slice(from, from + blockSize);
      const lists = await this.blocks.open(run.id, block);
      await this.#compare(work, {
        audience: openAudience,
        side: 'opportunity',
        ids: block,
        recomputed: lists,
      });
      progress(Math.min(from + blockSize, wanted.length), total);
    }
    for (const [place, audience] of audiences.entries()) {
      const { byOpportunity, byMember } = await this.blocks.members(
        run.id,
        clusterOf(audience) ?? '',
        wanted,
      );
      await this.#compare(work, { audience, side: 'opportunity', ids: wanted, recomputed: byOpportunity });
      if (opportunity === null) {
        const members = await this.#members(run, audience, byMember);
        await this.#compare(work, { audience, side: 'organisation', ids: members, recomputed: byMember });
      }
      progress(wanted.length * (place + 2), total);
    }
    return { run, ...comparison, read: parts.map(toReadPart) };
  }

  /** Those that have a list now, and those that had one. */
  async #members(run: ScoreRun, audience: Audience, recomputed: readonly PackedList[]): Promise<string[]> {
    const stored = await this.unitOfWork.run(systemScope([clusterOf(audience) ?? '']), (unit) =>
      this.lists.subjects(unit, 'organisation', { runId: run.id, audience }),
    );
    return [...new Set([...stored, ...recomputed.map(({ of }) => of)])];
  }

  async #compare({ run, comparison }: Work, { audience, side, ids, recomputed }: Again): Promise<void> {
    const cluster = clusterOf(audience);
    const { stored, standing } = await this.unitOfWork.run(
      systemScope(cluster === null ? [] : [cluster]),
      async (unit) => ({
        stored: await this.lists.among(unit, side, { runId: run.id, audience }, ids),
        standing: await this.lists.standing(unit, side, ids),
      }),
    );
    const before = new Map(stored.map((list) => [list.of, list]));
    const now = new Map(recomputed.map((list) => [list.of, list]));
    for (const id of ids) {
      const [old, made] = [before.get(id), now.get(id)];
      if (old === undefined && made === undefined) continue;
      if (old === undefined && !standing.has(id)) {
        comparison.gone += 1;
        continue;
      }
      comparison.compared += 1;
      const difference = firstDifference(audience, old, made);
      if (difference !== null) comparison.differences.push(difference);
    }
  }
}

const toReadPart = ({ audience, organisations, sha256, builtAt, rewrittenAt }: StoredSegment): ReadPart => ({
  audience,
  organisations,
  sha256,
  builtAt,
  rewrittenAt,
});
