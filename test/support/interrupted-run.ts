import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { startRedis, type TestRedis } from './redis-server.js';
import { startService, stopAndRemove, temporaryData, type RunningService } from './running-service.js';

interface Run {
  id: string;
  state: string;
  current: boolean;
  progress: { total: number; done: number; parked: number };
}

/** A run of the demonstration set takes a fraction of a second, so the kill may come too late: then another is begun. */
const mostTries = 12;

/**
 * Kills a service in the middle of a score run and starts it again. A file for each store: the wait for a dead process's
 * leases is long and idle, so the two wait side by side.
 */
export function endsAfterAKill(onRedis: boolean): void {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  let redis: TestRedis | undefined;
  let service: RunningService | undefined;
  let environment: Record<string, string>;

  beforeAll(async () => {
    data = await temporaryData();
    environment = { TESSERA_DATA: data.folder };
    if (!onRedis) return;
    redis = await startRedis();
    environment = { ...environment, REDIS_URL: redis.url };
  });
  afterAll(async () => {
    await stopAndRemove(service, data);
    await redis?.close();
  }, 60_000);

  const read = async (id: string): Promise<Run> =>
    (await (await fetch(`${service?.address ?? ''}/api/v1/score-runs/${id}`)).json()) as Run;

  const begin = async (): Promise<string> => {
    const response = await fetch(`${service?.address ?? ''}/api/v1/score-runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"asOf":"2026-11-20"}',
    });
    expect(response.status).toBe(202);
    return ((await response.json()) as { id: string }).id;
  };

  const ended = async (id: string): Promise<Run> => {
    for (const deadline = Date.now() + 200_000; Date.now() < deadline; await pause(200)) {
      const run = await read(id);
      if (run.state === 'done' || run.state === 'failed') return run;
    }
    throw new Error(`run ${id} did not end`);
  };

  /** Kills the service while some blocks of a run are done and some are not. @returns the id of that run */
  const interrupt = async (): Promise<string> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const id = await begin();
      for (;;) {
        const { state, progress } = await read(id);
        if (state === 'done' || state === 'failed') break;
        if (progress.done > 0 && progress.done < progress.total) {
          await service?.kill();
          return id;
        }
      }
    }
    throw new Error('no run could be interrupted');
  };

  it('ends after the next start, with the very lists of a run that was left alone', async () => {
    service = await startService(environment);
    const calm = await ended(await begin());
    expect(calm).toMatchObject({ state: 'done', progress: { parked: 0 } });
    const interrupted = await interrupt();
    service = await startService(environment);
    const run = await ended(interrupted);
    expect(run).toMatchObject({ state: 'done', current: true });
    expect(run.progress.done).toBe(run.progress.total);
    expect(await listsOf(data.folder, interrupted)).toBe(await listsOf(data.folder, calm.id));
  }, 420_000);
}

/** One hash over all a run stored, but for its own id. */
async function listsOf(folder: string, runId: string): Promise<string> {
  const client = new pg.Client({ host: `${folder}/socket`, user: 'tessera_owner', database: 'tessera' });
  await client.connect();
  try {
    const found = await client.query<{ rows: number; lists: string }>(
      `select count(*)::int as rows, md5(string_agg(row, E'\\n' order by row)) as lists from (
         select (to_jsonb(m) - 'run_id')::text as row from match_list m where run_id = $1
         union all
         select (to_jsonb(o) - 'run_id')::text from organisation_match_list o where run_id = $1) as rows`,
      [runId],
    );
    expect(found.rows[0]?.rows).toBeGreaterThan(50);
    return found.rows[0]?.lists ?? '';
  } finally {
    await client.end();
  }
}
