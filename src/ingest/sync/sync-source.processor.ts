import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobRegistry } from '../../platform/queue/index.js';
import { dueSources, type DueSource } from './due-sources.read-model.js';
import { syncSourceJob } from './sync-source.job.js';
import { ScheduledSources } from './sync-schedule.js';
import { SyncSources } from './sync-sources.js';
import type { SyncedSource } from './synced-source.js';

/** Renews sources by themselves: every minute the database is asked what is due, a worker does it. */
@Injectable()
export class SyncSourceProcessor {
  constructor(
    registry: JobRegistry,
    private readonly scheduled: ScheduledSources,
    private readonly unitOfWork: UnitOfWork,
    private readonly sync: SyncSources,
  ) {
    registry.handle(syncSourceJob, ({ source }) => this.#renew(source));
    registry.sweep('due-sources', async (unit) => {
      const due = await dueSources(unit, this.scheduled.names);
      return due.map((payload: DueSource) => ({ job: syncSourceJob, payload }));
    });
  }

  async #renew(source: SyncedSource): Promise<void> {
    const due = await this.unitOfWork.run(systemScope(), (unit) => dueSources(unit, this.scheduled.names));
    if (!due.some((one) => one.source === source)) return;
    // What failed is written down, and the schedule says when to try again: not the queue, which knows no manners.
    await this.sync.run(source).catch(() => undefined);
  }
}
