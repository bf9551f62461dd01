import { openDemonstration, type WiredService } from '../../../test/support/wired-service.js';
import { FixedClock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { JobRegistry, type Wake } from '../../platform/queue/index.js';
import { SourceStore } from '../../sources/index.js';
import { AutoScore } from './auto-score.js';
import { RefreshScoresProcessor } from './refresh-scores.processor.js';
import { RequestScoreRun } from '../runs/request-score-run.js';
import { ScoreInputStore, type InputState } from './score-input.store.js';
import { ScoreInputs } from './score-inputs.js';

const now = new Date('2026-11-22T09:00:00Z');

describe('lists that grow stale', () => {
  let service: WiredService;
  beforeAll(async () => {
    service = await openDemonstration(now);
  });
  afterAll(() => service.close());

  const query = <T>(sql: string, clusters: readonly string[] = []): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(clusters), ({ manager }) => manager.query<T[]>(sql));
  const fingerprint = (): Promise<string | undefined> => service.app.get(ScoreInputs).fingerprint();
  const look = async (): Promise<InputState> => {
    const seen = (await fingerprint()) ?? '';
    return service.database.unitOfWork.run(systemScope(), (unit) => new ScoreInputStore().look(unit, seen));
  };

  it('are fresh once a run was asked for, and stale with anything that ranking reads', async () => {
    expect(await look()).toMatchObject({ isRanked: false });
    await service.app.get(RequestScoreRun).request(now);
    expect(await look()).toMatchObject({ isRanked: true });

    const clusters = await query<{ id: string }>('select id from cluster');
    const changes: [string, string[]][] = [
      [
        `update opportunity set version = version + 1 where identifier_key = (select min(identifier_key) from opportunity)`,
        [],
      ],
      [
        `update project set version = version + 1 where id = (select id from project order by id limit 1)`,
        [],
      ],
      [
        `update evidence set version = version + 1 where id =
          (select id from evidence where cluster_id is not null order by id limit 1)`,
        clusters.map(({ id }) => id),
      ],
      [
        `update membership set version = version + 1 where id = (select id from membership order by id limit 1)`,
        clusters.map(({ id }) => id),
      ],
    ];
    for (const [sql, scope] of changes) {
      const before = await fingerprint();
      await query(sql, scope);
      expect(await fingerprint()).not.toBe(before);
    }
    expect(await look()).toMatchObject({ isRanked: false });
  });

  it('are judged by what they rest on alone: reading, or a source that said the same again, changes nothing', async () => {
    const before = await fingerprint();
    await query(`update opportunity set observed_at = observed_at + interval '1 day'`);
    await query(`insert into source (name, last_good_at) values ('portal', now()) on conflict do nothing`);
    expect(await fingerprint()).toBe(before);
  });

  it('wait until nothing has changed for a while', async () => {
    const { since } = await look();
    await query(`update score_input set since = since - interval '40 seconds'`);
    expect((await look()).quietSeconds).toBeGreaterThanOrEqual(40);
    await query(
      `update project set version = version + 1 where id = (select id from project order by id limit 1)`,
    );
    const next = await look();
    expect(next.quietSeconds).toBeLessThan(30);
    expect(next.since).toBeGreaterThanOrEqual(since);
  });

  it('are ranked anew by a worker when all is quiet, once, unless that is switched off', async () => {
    const { app, database } = service;
    const open = (enabled: boolean): JobRegistry => {
      const registry = new JobRegistry();
      const request = app.get(RequestScoreRun);
      new RefreshScoresProcessor(
        registry,
        new AutoScore(enabled),
        new FixedClock(now),
        database.unitOfWork,
        app.get(ScoreInputs),
        request,
      );
      return registry;
    };
    expect(open(false).sweeps.size).toBe(0);
    const registry = open(true);
    const sweep = async (): Promise<readonly Wake<object>[]> => {
      const find = registry.sweeps.get('stale-scores');
      return find ? database.unitOfWork.run(systemScope(), find) : [];
    };
    const work = async (wakes: readonly Wake<object>[]): Promise<void> => {
      for (const { job, payload } of wakes)
        await registry
          .job(job.topic)
          ?.handler(payload, { signal: new AbortController().signal, clusterId: null, attempt: 1 });
    };
    const runs = async (): Promise<number> => (await query('select id from score_run')).length;
    const quiet = (): Promise<unknown> =>
      query(`update score_input set since = now() - interval '31 seconds'`);

    await look();
    expect(await sweep()).toEqual([]); // changed just now
    await quiet();
    expect(await sweep()).toEqual([]); // the run asked for in the first test has not ended
    await query(`update score_run set state = 'done'`);
    await database.unitOfWork.run(systemScope(), (unit) => new SourceStore().claim(unit, 'cordis'));
    expect(await sweep()).toEqual([]); // a source is being fetched
    await query('update source set claim = null, claimed_until = null');

    const before = await runs();
    const wakes = await sweep();
    expect(wakes).toHaveLength(1);
    await work(wakes);
    await work(wakes); // delivered twice
    expect(await runs()).toBe(before + 1);
    await query(`update score_run set state = 'done'`);
    await quiet();
    expect(await sweep()).toEqual([]);
  });
});
