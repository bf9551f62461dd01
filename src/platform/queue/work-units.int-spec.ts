import { jest } from '@jest/globals';

import { overBothStores } from '../../../test/faults/queue-kit.js';
import { count, numbers, workRegistry, writeEffect } from '../../../test/faults/queue-work.js';
import { until } from '../../../test/support/until.js';
import { AppError } from '../errors/app-error.js';
import { newId } from '../ids/uuid.js';
import type { SettledRun } from './job-registry.js';
import type { QueueRuntime, StartOptions } from './queue-runtime.js';
import { claimUnit, createUnits, finishUnit, reclaimExpired } from './work-unit.store.js';

jest.setTimeout(30_000);

const everything: StartOptions = { roles: ['relay', 'workers', 'reconciler'], concurrency: 4 };
const unavailable = (): AppError => new AppError('test.unavailable', 'unavailable', 'not now');

overBothStores('a run of units', (kit) => {
  let settled: SettledRun[] = [];
  beforeEach(() => {
    settled = [];
  });
  const remember = async (_unit: unknown, run: SettledRun): Promise<void> => void settled.push(run);
  const start = async (handlers: Parameters<typeof workRegistry>[0] = {}): Promise<QueueRuntime> => {
    const runtime = kit().runtime(workRegistry({ settled: remember, ...handlers }));
    await runtime.start(everything);
    return runtime;
  };
  const isSettled = (): Promise<unknown> => until('the run is settled', () => settled.length > 0);
  const isWorkedOn = (): Promise<unknown> =>
    until('a unit is worked on', async () => (await kit().units())[0]?.state === 'leased');
  const takeOver = (): Promise<unknown> =>
    kit().owner(`update work_unit set fence = fence + 1, lease_until = now() + interval '1 minute'`);

  it('runs every unit once, says how far it is, and is settled', async () => {
    await start();
    const runId = await kit().createRun(30);
    await kit().effectsAre(numbers(30));
    await isSettled();
    expect(settled).toEqual([{ id: runId, done: 30, parked: 0 }]);
    const progress = await kit().progress(runId);
    expect(progress).toMatchObject({ total: 30, done: 30, parked: 0, running: 0, secondsLeft: 0 });
    expect(progress.unitsPerSecond).toBeGreaterThan(0);
  });

  it('is shared among workers, each unit with one of them', async () => {
    await start();
    await start();
    await kit().createRun(60);
    await kit().effectsAre(numbers(60));
    await isSettled();
    expect((await kit().units()).every(({ state, starts }) => state === 'done' && starts === 1)).toBe(true);
  });

  it('is settled once when its last units end at the same moment', async () => {
    let inside = 0;
    await start({
      count:
        async ({ n }) =>
        async (unit) => {
          inside += 1;
          await until('none of the four is committed, all are about to be', () => inside === 4);
          await writeEffect(n)(unit);
        },
    });
    await kit().createRun(4);
    await kit().effectsAre(numbers(4));
    await isSettled();
    expect(await kit().owner(`select 1 from outbox where topic = 'counting/count-settled'`)).toHaveLength(1);
  });

  it('is created once, and says nothing of the time left before it has begun', async () => {
    const runId = newId();
    const units = numbers(5).map((n) => ({ key: `${n}`, payload: { n } }));
    for (let times = 0; times < 2; times += 1) {
      await kit().run((unit) => createUnits(unit, count, runId, units));
    }
    expect(await kit().progress(runId)).toEqual({
      total: 5,
      done: 0,
      parked: 0,
      running: 0,
      unitsPerSecond: null,
      secondsLeft: null,
    });
    expect(await kit().progress(newId())).toMatchObject({ total: 0, secondsLeft: 0 });
  });

  it('drops what a worker computed after another one took its unit over', async () => {
    let finish = (): void => undefined;
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    await start({
      count: async () => {
        await mayFinish;
        return writeEffect(100);
      },
    });
    await kit().createRun(1);
    await isWorkedOn();
    await takeOver();
    finish();
    await until('it notices', () => kit().log.events('warn').includes('queue.unit-lost'));
    expect(await kit().effects()).toEqual([]);
    expect((await kit().units())[0]).toMatchObject({ state: 'leased', failures: 0, crashes: 0 });
  });

  it('raises the fence with every claim, and lets only the latest holder finish', async () => {
    await kit().createRun(1);
    const [row] = await kit().owner<{ id: string }>('select id from work_unit');
    const id = row?.id ?? '';
    const first = await kit().run((unit) => claimUnit(unit, id, newId(), 1));
    expect(await kit().run((unit) => claimUnit(unit, id, newId(), 1_000))).toBeUndefined();
    await until(
      'the lease has run out',
      async () => (await kit().run((unit) => reclaimExpired(unit, [count.kind], 10))).length > 0,
    );
    const second = await kit().run((unit) => claimUnit(unit, id, newId(), 60_000));
    if (!first || !second) throw new Error('the unit could not be claimed');
    expect(Number(second.fence)).toBe(Number(first.fence) + 1);
    expect(await kit().run((unit) => finishUnit(unit, first))).toBe(false);
    expect(await kit().run((unit) => finishUnit(unit, second))).toBe(true);
    expect(await kit().run((unit) => finishUnit(unit, second))).toBe(false);
  });

  it('tells a handler at the next renewal that its unit was taken over', async () => {
    let reason: unknown;
    await start({
      count: (_task, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
            reject(new Error('stopped'));
          });
        }),
    });
    await kit().createRun(1);
    await isWorkedOn();
    await takeOver();
    await until('it is told', () => reason);
    expect(reason).toMatchObject({ code: 'queue.unit-lost' });
  });

  it('keeps the lease of a unit that takes longer than it', async () => {
    const past = `select 1 from work_unit where started_at < now() - interval '2300 milliseconds'`;
    await start({
      count: async ({ n }) => {
        await until('a lease and a half have passed', async () => (await kit().owner(past)).length > 0);
        return writeEffect(n);
      },
    });
    await kit().createRun(1);
    await kit().effectsAre([0]);
    expect((await kit().units())[0]).toMatchObject({ starts: 1, crashes: 0 });
  });

  it('tries a unit again, parks it in the end, and is settled with what is parked', async () => {
    await start({
      count: async ({ n }, { attempt }) => {
        if (n === 0 || (n === 1 && attempt === 1)) throw unavailable();
        return writeEffect(n);
      },
    });
    await kit().createRun(3);
    await isSettled();
    expect(settled).toEqual([expect.objectContaining({ done: 2, parked: 1 })]);
    expect(await kit().units()).toEqual([
      expect.objectContaining({ key: '0', state: 'parked', failures: 3, error: 'test.unavailable: not now' }),
      expect.objectContaining({ key: '1', state: 'done', failures: 1, error: null }),
      expect.objectContaining({ key: '2', state: 'done', failures: 0 }),
    ]);
    expect(kit().log.events('error')).toEqual(['queue.unit-parked']);
  });

  it('parks a unit at once when trying again cannot help', async () => {
    await start({
      count: async () => {
        throw new AppError('test.wrong', 'invalid', 'wrong for ever');
      },
    });
    await kit().createRun(1);
    await isSettled();
    expect((await kit().units())[0]).toMatchObject({ state: 'parked', failures: 1, starts: 1 });
  });

  it('writes the effect in the transaction that marks the unit done', async () => {
    const states: unknown[] = [];
    await start({
      count: async () => async (unit) => {
        const inside = await unit.manager.query<{ state: string }[]>('select state from work_unit');
        states.push([inside[0]?.state, (await kit().units())[0]?.state]);
      },
    });
    await kit().runEnds(await kit().createRun(1));
    expect(states).toEqual([['done', 'leased']]); // within the transaction, and for everybody else
  });

  it('rolls back the effect of a unit that fails while writing it', async () => {
    await start({
      count:
        async ({ n }, { attempt }) =>
        async (unit) => {
          await writeEffect(n)(unit);
          if (attempt === 1) throw unavailable();
        },
    });
    await kit().runEnds(await kit().createRun(1));
    expect(await kit().effects()).toEqual([0]);
  });

  it('brings a unit to its end whose worker vanished, and counts the crash', async () => {
    const runId = await kit().createRun(1);
    const [row] = await kit().owner<{ id: string }>('select id from work_unit');
    await kit().run((unit) => claimUnit(unit, row?.id ?? '', newId(), 1));
    await start();
    await kit().runEnds(runId);
    expect((await kit().units())[0]).toMatchObject({ state: 'done', crashes: 1, starts: 2, isolated: false });
    expect(await kit().effects()).toEqual([0]);
  });

  it('parks a unit that never ends, after 8 crashes, and wakes an operator once', async () => {
    jest.replaceProperty(count, 'timeoutMs', 60);
    try {
      await start({
        count: async ({ n, mode }) => (mode ? new Promise(() => undefined) : writeEffect(n)),
      });
      await kit().createRun(3, { 1: 'endless' });
      await isSettled();
      expect(settled).toEqual([expect.objectContaining({ done: 2, parked: 1 })]);
      expect((await kit().units())[1]).toMatchObject({
        state: 'parked',
        crashes: 8,
        starts: 8,
        isolated: true,
      });
      expect(kit().log.events('error')).toEqual(['queue.unit-parked']);
      expect(await kit().effects()).toEqual([0, 2]);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('runs a unit alone that crashed three times', async () => {
    const beside: Record<number, number> = {};
    let running = 0;
    const runId = await kit().createRun(12);
    await kit().owner(`update work_unit set isolated = true, crashes = 3 where key = '5'`);
    await start({
      count: async ({ n }) => {
        running += 1;
        beside[n] = running;
        await new Promise((resolve) => setTimeout(resolve, 20));
        beside[n] = Math.max(beside[n], running);
        running -= 1;
        return writeEffect(n);
      },
    });
    await kit().runEnds(runId);
    expect(beside[5]).toBe(1);
    expect(Math.max(...Object.values(beside))).toBeGreaterThan(1);
  });
});
