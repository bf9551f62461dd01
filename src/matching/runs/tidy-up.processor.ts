import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { JobRegistry } from '../../platform/queue/index.js';
import { SegmentFolder } from '../snapshots/segment-folder.js';
import { SegmentStore } from '../snapshots/segment.store.js';
import { ScoreRunStore } from './score-run.store.js';
import { tidyUpJob } from './tidy-up.job.js';

const dayMs = 86_400_000;

/** What was let go. */
export interface Tidied {
  readonly runs: number;
  readonly parts: number;
  readonly files: number;
}

/**
 * A run, its lists, and the parts of the snapshot it read are kept for a year, so that any score of that time can be
 * recomputed. Once a day, what is older goes: first the rows, then the files that no row names. Safe to run twice, and
 * at the same time elsewhere.
 */
@Injectable()
export class TidyUpProcessor {
  constructor(
    registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly runs: ScoreRunStore,
    private readonly segments: SegmentStore,
    private readonly folder: SegmentFolder,
    private readonly clock: Clock,
  ) {
    registry.handle(tidyUpJob, async () => void (await this.tidy()));
    registry.sweep('matching.tidy-up', (unit) => this.#due(unit));
  }

  async tidy(): Promise<Tidied> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const scope = systemScope(clusters.map(({ id }) => id as string));
    const rows = await this.unitOfWork.run(scope, async (unit) => ({
      runs: await this.runs.forgetOld(unit),
      parts: await this.segments.forgetUnused(unit),
    }));
    return { ...rows, files: await this.#removeFiles(new Set(scope.clusters)) };
  }

  /** A file is written before its row, so a fresh one without a row is somebody's work in hand. */
  async #removeFiles(clusters: ReadonlySet<string>): Promise<number> {
    const idle = await this.folder.idle(new Date(this.clock.now().getTime() - dayMs));
    const named = await this.unitOfWork.run(systemScope([...clusters]), (unit) =>
      this.segments.fileNames(unit),
    );
    const unnamed = idle.filter((file) => !named.has(file));
    for (const file of unnamed) await this.folder.remove(file);
    return unnamed.length;
  }

  #due(_unit: Unit): Promise<{ job: typeof tidyUpJob; payload: { day: string } }[]> {
    const day = this.clock.now().toISOString().slice(0, 10);
    return Promise.resolve([{ job: tidyUpJob, payload: { day } }]);
  }
}
