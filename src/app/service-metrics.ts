import type { INestApplicationContext } from '@nestjs/common';

import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Metrics, type Reading } from '../platform/metrics/metrics.js';
import { workCounts } from '../platform/queue/index.js';

/** The process's figures, and how much work there is, read from the database when it is asked. */
export function serviceMetrics(app: INestApplicationContext): Metrics {
  const unitOfWork = app.get(UnitOfWork);
  return new Metrics(async () => {
    const { units, undispatched, oldestSeconds, workers } = await unitOfWork.run(systemScope(), workCounts);
    return [
      { name: 'tessera_work_units', help: 'Units of work by state', label: 'state', values: units },
      one('tessera_intentions_undispatched', 'Intentions no job was added for yet', undispatched),
      one('tessera_intention_oldest_seconds', 'Age of the oldest of them', oldestSeconds),
      one('tessera_workers', 'Workers heard of within the last minute', workers),
    ];
  });
}

const one = (name: string, help: string, value: number): Reading => ({
  name,
  help,
  values: new Map([['', value]]),
});
