import { Injectable } from '@nestjs/common';

import { JobRegistry } from '../platform/queue/index.js';
import { AskedReadModel } from './asked.read-model.js';
import { runClocksJob } from './run-clocks.job.js';
import { RunClocks } from './run-clocks.js';

/** Looks every minute whether a request's hour has come. */
@Injectable()
export class RunClocksProcessor {
  constructor(registry: JobRegistry, clocks: RunClocks) {
    const asked = new AskedReadModel();
    registry.handle(runClocksJob, async () => {
      await clocks.run();
    });
    registry.sweep('due-introductions', async (unit) => {
      const slot = await asked.openSlot(unit);
      return slot === null ? [] : [{ job: runClocksJob, payload: { slot } }];
    });
  }
}
