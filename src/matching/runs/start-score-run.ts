import { Injectable } from '@nestjs/common';

import { OpportunityReadModel } from '../../opportunities/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { createUnits } from '../../platform/queue/index.js';
import { defaultModel } from '../../ranking/index.js';
import { nothingToScore } from '../matching.errors.js';
import { BuildSnapshot, type SnapshotProgress } from '../snapshots/build-snapshot.js';
import { scoreBlocks } from './score-block.job.js';
import { ScoreRunStore, type ScoreRun } from './score-run.store.js';

/** Opportunities in a block: about half a second of work over 28,000 organisations, and under 100 jobs a run. */
const blockSize = 25;

/**
 * Starts a full score run: brings the snapshot up to date, then records the run with one unit per block of
 * opportunities for the open audience, and one per cluster, whose members are ranked in the other direction.
 */
@Injectable()
export class StartScoreRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly build: BuildSnapshot,
    private readonly runs: ScoreRunStore,
  ) {}

  /**
   * @param asOf evidence dated later does not count
   * @throws {AppError} `matching.nothing-to-score`
   */
  async start(asOf: Date, progress?: SnapshotProgress): Promise<ScoreRun> {
    const segments = await this.build.run(progress);
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const opportunityIds = (await this.opportunities.scorableIds(unit)).map(String);
      if (opportunityIds.length === 0) throw nothingToScore();
      const id = newId();
      const clusters = segments.flatMap(({ clusterId, organisations }) =>
        clusterId !== null && organisations > 0 ? [clusterId] : [],
      );
      const units = [
        ...blocksOf(opportunityIds.length).map(([from, to]) => ({ clusterId: null, from, to })),
        ...clusters.map((clusterId) => ({ clusterId, from: 0, to: opportunityIds.length })),
      ];
      await this.runs.create(unit, {
        id,
        model: defaultModel.version,
        asOf: asOf.toISOString().slice(0, 10),
        segments: segments.map((segment) => segment.id),
        opportunities: opportunityIds.length,
        blocks: units.length,
        opportunityIds,
      });
      await createUnits(
        unit,
        scoreBlocks,
        id,
        units.map(({ clusterId, from, to }) => ({
          key: `${clusterId ?? 'open'}-${from}`,
          clusterId,
          payload: { runId: id, clusterId, from, to },
        })),
      );
      return this.runs.find(unit, id);
    });
  }
}

function blocksOf(count: number): [from: number, to: number][] {
  const starts = Array.from({ length: Math.ceil(count / blockSize) }, (_, block) => block * blockSize);
  return starts.map((from) => [from, Math.min(from + blockSize, count)]);
}
