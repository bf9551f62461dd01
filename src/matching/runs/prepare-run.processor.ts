import { Injectable } from '@nestjs/common';

import { OpportunityReadModel } from '../../opportunities/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { createUnits, JobRegistry, type Effect } from '../../platform/queue/index.js';
import { BuildSnapshot } from '../snapshots/build-snapshot.js';
import { fingerprintOfCalls } from '../snapshots/calls-fingerprint.js';
import { SharedSegments } from '../snapshots/shared-segments.js';
import type { StoredSegment } from '../snapshots/segment.store.js';
import { prepareRunJob } from './prepare-run.job.js';
import { scoreBlocks, type ScoreBlock } from './score-block.job.js';
import { ScoreRunStore } from './score-run.store.js';

/** Opportunities in a block of the open audience: some tenths of a second of work over 28,000 organisations. */
const blockSize = 25;

/**
 * Prepares a run: one unit per block of opportunities for the open audience, and one per cluster, whose members are
 * ranked in the other direction.
 */
@Injectable()
export class PrepareRunProcessor {
  constructor(
    registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly build: BuildSnapshot,
    private readonly runs: ScoreRunStore,
    private readonly shared: SharedSegments,
  ) {
    registry.handle(prepareRunJob, ({ runId }) => this.#prepare(runId));
  }

  async #prepare(runId: string): Promise<Effect> {
    // read before the snapshot: a call that changes meanwhile makes the run older than it, never newer
    const versions = await this.unitOfWork.run(systemScope(), (unit) =>
      this.opportunities.scorableVersions(unit),
    );
    const callsFingerprint = fingerprintOfCalls(versions);
    const segments = await this.build.run();
    // no run reads these, they are ranked when somebody asks; they weigh words as the new open segment does
    await this.shared.refreshAll();
    return (unit) => this.#cut(unit, runId, { segments, callsFingerprint });
  }

  async #cut(
    unit: Unit,
    runId: string,
    {
      segments,
      callsFingerprint,
    }: { readonly segments: readonly StoredSegment[]; readonly callsFingerprint: string },
  ): Promise<void> {
    const opportunityIds = await this.opportunities.scorableIds(unit);
    const blocks = [...openBlocks(opportunityIds.length), ...clusterBlocks(segments, opportunityIds.length)];
    const ids = segments.map(({ id }) => id);
    const first = await this.runs.prepared(unit, runId, {
      segments: ids,
      opportunityIds,
      callsFingerprint,
      blocks: blocks.length,
    });
    if (!first) return;
    await createUnits(
      unit,
      scoreBlocks,
      runId,
      blocks.map((block) => ({
        key: `${block.clusterId ?? 'open'}-${block.from}`,
        clusterId: block.clusterId,
        payload: { runId, ...block },
      })),
    );
  }
}

type BlockPlan = Omit<ScoreBlock, 'runId'>;

function openBlocks(count: number): BlockPlan[] {
  return Array.from({ length: Math.ceil(count / blockSize) }, (_, block) => ({
    clusterId: null,
    from: block * blockSize,
    to: Math.min((block + 1) * blockSize, count),
  }));
}

function clusterBlocks(segments: readonly StoredSegment[], count: number): BlockPlan[] {
  return segments.flatMap(({ clusterId, organisations }) =>
    clusterId === null || organisations === 0 || count === 0 ? [] : [{ clusterId, from: 0, to: count }],
  );
}
