import { Injectable } from '@nestjs/common';

import { JobRegistry } from '../platform/queue/index.js';
import { chooseDigestsJob } from './choose-digests.job.js';
import { DigestStore } from './digest.store.js';
import { WeeklyDigests } from './weekly-digests.js';

/** Looks every few minutes whether somebody's hour has come. */
@Injectable()
export class ChooseDigestsProcessor {
  constructor(registry: JobRegistry, weekly: WeeklyDigests, digests: DigestStore) {
    registry.handle(chooseDigestsJob, async (_, { signal }) => {
      await weekly.run(null, { signal });
    });
    registry.sweep('due-digests', async (unit) => {
      const slot = await digests.mayBeDue(unit);
      return slot === null ? [] : [{ job: chooseDigestsJob, payload: { slot } }];
    });
  }
}
