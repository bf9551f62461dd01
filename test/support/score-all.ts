import type { INestApplicationContext } from '@nestjs/common';

import { RequestScoreRun, WatchScoreRun } from '../../src/matching/index.js';
import { until } from './until.js';

/**
 * A full score run through the queue, awaited.
 *
 * @param app does the work itself, or has a worker beside it
 * @returns the id of the run
 */
export async function scoreAll(app: INestApplicationContext, asOf: Date): Promise<string> {
  const id = await app.get(RequestScoreRun).request(asOf);
  const state = await until(
    'the score run',
    async () => {
      const { run } = await app.get(WatchScoreRun).one(id);
      return run.state === 'done' || run.state === 'failed' ? run.state : undefined;
    },
    60_000,
  );
  if (state === 'failed') throw new Error(`score run ${id} failed`);
  return id;
}
