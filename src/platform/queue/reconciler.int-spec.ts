import { jest } from '@jest/globals';

import { overBothStores } from '../../../test/faults/queue-kit.js';
import { count, note, numbers, workRegistry, writeEffect } from '../../../test/faults/queue-work.js';
import { until } from '../../../test/support/until.js';
import { newId } from '../ids/uuid.js';
import { claimIntentions, markDispatched } from './outbox.store.js';
import type { QueueRuntime } from './queue-runtime.js';
import type { Reconciliation } from './reconciler.js';
import { claimUnit } from './work-unit.store.js';
import { claimWakes, markWoken } from './unit-wake.store.js';

jest.setTimeout(30_000);

const nothing: Reconciliation = {
  expiredLeases: 0,
  lostIntentions: 0,
  givenUpIntentions: 0,
  lostWakes: 0,
  sweptJobs: 0,
};

overBothStores('the reconciler alone', (kit) => {
  /** A runtime that does nothing by itself. */
  const idle = async (): Promise<QueueRuntime> => {
    const runtime = kit().runtime(workRegistry(), { timing: { graceMs: 0 } });
    await runtime.start({ roles: [] });
    return runtime;
  };
  const work = (): Promise<void> =>
    kit()
      .runtime(workRegistry())
      .start({ roles: ['workers'], concurrency: 4 });

  it('finds intentions whose job is gone', async () => {
    await kit().intend(1);
    await kit().run(async (unit) => {
      const claimed = await claimIntentions(unit, [note.topic], 1_000, 10);
      await markDispatched(
        unit,
        claimed.map(({ id }) => id),
      ); // as if added, then lost
    });
    const runtime = await idle();
    expect(await runtime.reconcile()).toEqual({ ...nothing, lostIntentions: 1 });
    expect(await runtime.dispatch()).toBe(1);
    expect(await runtime.reconcile()).toEqual(nothing);
    await work();
    await kit().effectsAre([1]);
  });

  it('finds units whose job is gone', async () => {
    await kit().createRun(3);
    await kit().run(async (unit) => {
      const claimed = await claimWakes(unit, [count.kind], 1_000, 10);
      await markWoken(
        unit,
        claimed.map(({ id }) => id),
      );
    });
    const runtime = await idle();
    expect(await runtime.reconcile()).toEqual({ ...nothing, lostWakes: 3 });
    expect(await runtime.dispatch()).toBe(3);
    expect(await runtime.reconcile()).toEqual(nothing);
    await work();
    await kit().effectsAre(numbers(3));
  });

  it('takes units back from workers that vanished', async () => {
    await kit().createRun(1);
    const [row] = await kit().owner<{ id: string }>('select id from work_unit');
    await kit().run((unit) => claimUnit(unit, row?.id ?? '', newId(), 1));
    const runtime = await idle();
    await until('the lease has run out', async () => (await runtime.reconcile()).expiredLeases === 1);
    expect(await runtime.dispatch()).toBe(1);
    await work();
    await kit().effectsAre([0]);
  });

  it('tells PostgreSQL of jobs that the queue gave up on, and parks the third time', async () => {
    const store = kit().openStore();
    await kit().intend(1);
    const runtime = await idle();
    const taker = store.take(note.queue, async () => ({ outcome: 'give-up', reason: 'no' }), {
      concurrency: 1,
    });
    for (let rounds = 1; rounds <= 3; rounds += 1) {
      await runtime.dispatch();
      await until('it is found', async () => (await runtime.reconcile()).givenUpIntentions === 1);
      await kit().owner(`update outbox set available_at = now()`);
    }
    await taker.close();
    await store.close();
    const [row] = await kit().owner('select failures, parked_at is not null as parked from outbox');
    expect(row).toEqual({ failures: 3, parked: true });
    expect(kit().log.events('error')).toEqual(['queue.intention-parked']);
  });

  it('leaves alone what waits in the queue, and what was added just now', async () => {
    await kit().intend(1);
    await kit().createRun(2);
    const patient = kit().runtime(workRegistry(), { timing: { graceMs: 60_000 } });
    await patient.start({ roles: [] });
    await patient.dispatch();
    const runtime = await idle();
    expect(await runtime.reconcile()).toEqual(nothing);
    await kit().loseStore();
    expect(await patient.reconcile()).toEqual(nothing);
    expect(await runtime.reconcile()).toEqual({ ...nothing, lostIntentions: 1, lostWakes: 2 });
  });

  it('removes intentions that were carried out a week ago, and no others', async () => {
    const [old, recent] = [await kit().intend(1), await kit().intend(2)];
    await kit().owner(`update outbox set done_at = now() - interval '8 days' where id = $1`, [old]);
    await kit().owner(`update outbox set done_at = now() where id = $1`, [recent]);
    await (await idle()).reconcile();
    expect(await kit().owner('select id from outbox')).toEqual([{ id: recent }]);
  });
});

overBothStores('losing the store of the queues', (kit) => {
  it('in the middle of a run loses nothing and doubles nothing', async () => {
    let begun = 0;
    const slowly = async ({ n }: { n: number }) => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return writeEffect(n);
    };
    const runtime = kit().runtime(workRegistry({ count: slowly, note: slowly }));
    await runtime.start({ roles: ['relay', 'workers', 'reconciler'], concurrency: 2 });
    const runId = await kit().createRun(60);
    for (const n of numbers(30)) await kit().intend(1_000 + n);
    for (const moment of [5, 25, 50]) {
      await until(`${moment} have begun`, () => begun >= moment);
      await runtime.dispatch();
      await kit().loseStore();
    }
    expect(await kit().runEnds(runId)).toMatchObject({ done: 60, parked: 0 });
    await kit().effectsAre([...numbers(60), ...numbers(30).map((n) => 1_000 + n)]);
  });
});
