import { Matches } from 'class-validator';

import { defineJob } from '../../../platform/queue/index.js';

export class Retention {
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  day!: string;
}

/** Takes out what may no longer be kept, once a day. */
export const retentionJob = defineJob({
  queue: 'ingest',
  name: 'retention',
  payload: Retention,
  id: ({ day }) => `retention_${day}`,
});
