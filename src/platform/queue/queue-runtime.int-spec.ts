import { jest } from '@jest/globals';

import { overBothStores } from '../../../test/faults/queue-kit.js';
import { note, workRegistry, writeEffect } from '../../../test/faults/queue-work.js';
import { until } from '../../../test/support/until.js';
import { Clock } from '../clock/clock.js';
import { JobRegistry } from './job-registry.js';
import { openQueueStore } from './open-queue-store.js';
import type { QueueRuntime, StartOptions } from './queue-runtime.js';

jest.setTimeout(30_000);

const everything: StartOptions = { roles: ['relay', 'workers', 'reconciler'], concurrency: 4 };

overBothStores('a worker process', (kit) => {
  const start = async (...args: Parameters<ReturnType<typeof kit>['runtime']>): Promise<QueueRuntime> => {
    const runtime = kit().runtime(...args);
    await runtime.start(everything);
    return runtime;
  };
  const heartbeat = async () =>
    (await kit().owner('select roles, queues, taking, skew_ms from worker_heartbeat'))[0];

  it('shows that it lives, and that it stopped', async () => {
    const runtime = await start(workRegistry());
    await until('it beats', async () => (await heartbeat())?.['taking'] === true);
    expect(await heartbeat()).toMatchObject({
      roles: ['relay', 'workers', 'reconciler'],
      queues: ['counting', 'notes'],
    });
    await runtime.close();
    expect(await heartbeat()).toBeUndefined();
  });

  it('lets what runs finish before it closes, and takes nothing more', async () => {
    let finish = (): void => undefined;
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const count = async ({ n }: { n: number }) => {
      await mayFinish;
      return writeEffect(n);
    };
    const runtime = kit().runtime(workRegistry({ count }));
    await runtime.start({ ...everything, concurrency: 1 });
    await kit().createRun(5);
    await until('a unit is worked on', async () =>
      (await kit().units()).some(({ state }) => state === 'leased'),
    );
    const closed = runtime.close();
    finish();
    await closed;
    expect(await kit().effects()).toHaveLength(1);
    expect((await kit().units()).filter(({ state }) => state === 'pending')).toHaveLength(4);
  });

  it('hands back what does not finish in time, and another one brings it to its end', async () => {
    const deaf = workRegistry({
      count: () => new Promise(() => undefined), // does not even listen to its signal
      note: () => new Promise(() => undefined),
    });
    const runtime = await start(deaf, { timing: { finishMs: 50 } });
    const runId = await kit().createRun(2);
    await kit().intend(7);
    await until('it works on both', async () =>
      (await kit().units()).every(({ state }) => state === 'leased'),
    );
    await until('and on the intention', async () => {
      const rows = await kit().owner('select 1 from outbox where dispatched_at is not null');
      return rows.length > 0;
    });
    await runtime.close();
    const back = { state: 'pending', crashes: 0, failures: 0 };
    expect(await kit().units()).toEqual([expect.objectContaining(back), expect.objectContaining(back)]);
    await start(workRegistry());
    await kit().runEnds(runId);
    await kit().effectsAre([0, 1, 7]);
  });

  it('takes no jobs while its clock is wrong, says so, and goes on when it is right', async () => {
    const clock = new ShiftedClock(3_000);
    const runtime = await start(workRegistry(), { clock });
    expect(runtime.isTaking).toBe(false);
    await until('it says so', async () => (await heartbeat())?.['taking'] === false);
    expect((await heartbeat())?.['skew_ms']).toBeGreaterThan(2_000);
    expect(kit().log.events('error')).toEqual(['queue.clock-wrong']);
    await kit().intend(1);
    await until('the job is in the queue', async () => {
      const rows = await kit().owner('select 1 from outbox where dispatched_at is not null');
      return rows.length > 0;
    });
    expect(await kit().effects()).toEqual([]);
    clock.shiftMs = 0;
    await kit().effectsAre([1]);
    expect(runtime.isTaking).toBe(true);
  });

  it('adds what the sweeps ask for, once for each version of it', async () => {
    let version = 1;
    const registry = workRegistry().sweep('broken', async () => {
      throw new Error('a sweep of ours is wrong');
    });
    registry.sweep('note-of-version', async () => [{ job: note, payload: { n: version } }]);
    const runtime = await start(registry);
    await kit().effectsAre([1]);
    await runtime.reconcile();
    version = 2;
    await kit().effectsAre([1, 2]);
    await runtime.reconcile();
    expect(await kit().effects()).toEqual([1, 2]);
    expect(kit().log.events('warn')).toContain('queue.sweep-failed');
  });

  it('refuses to start while something declared has no handler, or two', async () => {
    const half = new JobRegistry().handle(note, async ({ n }) => writeEffect(n));
    const runtime = kit().runtime(half);
    await expect(runtime.start(everything)).rejects.toMatchObject({
      code: 'queue.unhandled-jobs',
      message: expect.stringContaining('counting/count'),
    });
    expect(runtime.isTaking).toBe(false);
    expect(() => half.handle(note, async () => undefined)).toThrow(
      expect.objectContaining({ code: 'queue.handled-twice' }),
    );
  });

  it('goes on after the database closed all its connections', async () => {
    await start(workRegistry());
    await kit().intend(1);
    await kit().effectsAre([1]);
    await kit().owner(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = 'tessera_app'`,
    );
    await until('work can be written down', () =>
      kit()
        .intend(2)
        .then(
          () => true,
          () => false,
        ),
    );
    await kit().runEnds(await kit().createRun(10));
    await until(
      'the intention is carried out',
      async () => (await kit().effects()).filter((n) => n === 2).length === 2,
    );
  });
});

describe('a worker process without its store', () => {
  it('does not start, and says what is missing', async () => {
    const nowhere = { host: '/nowhere', port: 1, user: 'nobody', database: 'nothing' };
    const store = openQueueStore({ connection: nowhere });
    await expect(store.verify()).rejects.toMatchObject({
      code: 'queue.store-unavailable',
      kind: 'unavailable',
    });
  });
});

class ShiftedClock extends Clock {
  constructor(public shiftMs: number) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }
}
