import { Injectable, Logger } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AppError } from '../../platform/errors/app-error.js';
import { SourceStore } from '../../sources/index.js';
import { OpenDataRuns } from '../open-data-runs.js';
import { mayPass } from './sync.errors.js';
import type { SyncedSource } from './synced-source.js';

/** How often a pass that runs says so; a claim holds four times as long. */
const beatMs = 30_000;
/** Failures in a row that wake somebody, where each of them might have passed by itself. */
const alarmAfter = 3;

/** One pass over a source at a time, in all processes; what fails is written down and leaves the data as they are. */
@Injectable()
export class SourcePass {
  readonly #logger = new Logger('sources');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: SourceStore,
    private readonly runs: OpenDataRuns,
  ) {}

  /**
   * @param work fetches and takes in; writes its own success down, with its data
   * @throws {AppError} `sources.pass-under-way`; what `work` throws, written down
   */
  async run<T>(source: SyncedSource, work: () => Promise<T>): Promise<T> {
    const claim = await this.unitOfWork.run(systemScope(), (unit) => this.sources.claim(unit, source));
    const beat = setInterval(() => {
      void this.unitOfWork
        .run(systemScope(), (unit) => this.sources.renew(unit, source, claim))
        .catch(() => undefined); // one missed beat is no matter; without a database the pass fails by itself
    }, beatMs);
    try {
      return await work();
    } catch (error) {
      await this.#failed(source, error);
      throw error;
    } finally {
      clearInterval(beat);
      await this.unitOfWork
        .run(systemScope(), (unit) => this.sources.release(unit, source, claim))
        .catch(() => undefined); // it runs out
    }
  }

  async #failed(source: SyncedSource, error: unknown): Promise<void> {
    const known = error instanceof AppError ? error : null;
    const problem = known?.message ?? 'a fault of our own; look at the log of the service';
    const code = known?.code ?? (error instanceof Error ? error.name : 'unknown');
    try {
      const failures = await this.unitOfWork.run(systemScope(), (unit) =>
        this.runs.failed(unit, source, problem),
      );
      const line = JSON.stringify({ source, code, failures });
      if (failures === alarmAfter || known === null || (failures === 1 && !mayPass(known)))
        this.#logger.error(`sources.pass-failed ${line}`);
      else this.#logger.warn(`sources.pass-failed ${line}`);
    } catch {
      this.#logger.error(`sources.pass-failed ${JSON.stringify({ source, code, written: false })}`);
    }
  }
}
