import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { runProgress, type RunProgress } from '../../platform/queue/index.js';
import { ScoreRunStore, type ScoreRun } from './score-run.store.js';

export interface WatchedRun {
  readonly run: ScoreRun;
  readonly progress: RunProgress;
}

/** How far score runs have come; counts alone, so it runs for the service itself. */
@Injectable()
export class WatchScoreRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: ScoreRunStore,
  ) {}

  /** @throws {AppError} `matching.run-not-found` */
  one(id: string): Promise<WatchedRun> {
    return this.unitOfWork.run(systemScope(), async (unit) =>
      this.#watched(unit, await this.runs.find(unit, id)),
    );
  }

  list(limit: number): Promise<WatchedRun[]> {
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const watched: WatchedRun[] = [];
      for (const run of await this.runs.list(unit, limit)) watched.push(await this.#watched(unit, run));
      return watched;
    });
  }

  async #watched(unit: Unit, run: ScoreRun): Promise<WatchedRun> {
    return { run, progress: await runProgress(unit, run.id) };
  }
}
