import { Injectable } from '@nestjs/common';

import { JobRegistry } from '../../platform/queue/index.js';
import { SavedAlerts } from './saved-alerts.js';
import { tellSavedJob } from './tell-saved.job.js';

/** Looks every ten minutes whether anything happened to what somebody saved. */
@Injectable()
export class TellSavedProcessor {
  constructor(registry: JobRegistry, alerts: SavedAlerts) {
    registry.handle(tellSavedJob, async () => {
      await alerts.tell();
    });
    registry.sweep('saved-alerts', async (unit) => {
      const [row] = await unit.manager.query<{ slot: string }[]>(
        `select to_char(now() at time zone 'UTC', 'YYYYMMDD-HH24') || (extract(minute from now())::int / 10) as slot`,
      );
      return [{ job: tellSavedJob, payload: { slot: row?.slot ?? '' } }];
    });
  }
}
