import { jest } from '@jest/globals';

import type { StartOptions } from '../../src/platform/queue/queue-runtime.js';
import { until } from '../support/until.js';
import { overBothStores, overStores, shortTiming, type QueueKit } from './queue-kit.js';
import { startQueueProcess, type QueueProcess } from './queue-process.js';
import { numbers, workRegistry } from './queue-work.js';

jest.setTimeout(90_000);

const worker: StartOptions = { roles: ['workers'], concurrency: 2 };
const everything: StartOptions = { roles: ['relay', 'workers', 'reconciler'], concurrency: 2 };

const startWorker = (kit: QueueKit, start: StartOptions): QueueProcess =>
  startQueueProcess('queue-worker.ts', { ...kit.settings, start, rounds: shortTiming });

overBothStores('work in processes that are killed', (kit) => {
  const processes = new Set<QueueProcess>();
  afterEach(async () => {
    await Promise.all([...processes].map((process) => process.kill()));
    processes.clear();
  });
  const open = (start: StartOptions): QueueProcess => {
    const process = startWorker(kit(), start);
    processes.add(process);
    return process;
  };
  /** SIGKILLs a process the moment it begins something, and puts another in its place. */
  const replaceWhileItWorks = async (process: QueueProcess, start: StartOptions): Promise<QueueProcess> => {
    await until('it works', () => process.lines.some((line) => line.startsWith('begin unit')));
    await process.kill('SIGKILL');
    processes.delete(process);
    return open(start);
  };

  it('is neither lost nor doubled, whichever of them is killed', async () => {
    let first = open(everything);
    const second = open(everything);
    const started = ({ lines }: QueueProcess): boolean => lines.includes('started');
    await until('both have started', () => started(first) && started(second));
    const runId = await kit().createRun(100);
    for (const n of numbers(20)) await kit().intend(1_000 + n);
    first = await replaceWhileItWorks(first, everything);
    await replaceWhileItWorks(second, everything);
    await replaceWhileItWorks(first, everything);
    expect(await kit().runEnds(runId, 60_000)).toMatchObject({ total: 100, done: 100, parked: 0 });
    await kit().effectsAre([...numbers(100), ...numbers(20).map((n) => 1_000 + n)]);
    const crashes = (await kit().units()).reduce((sum, unit) => sum + unit.crashes, 0);
    expect(crashes).toBeGreaterThanOrEqual(3); // the kills did hit work
  });

  it('ends in good order on SIGTERM, and hands nothing over half done', async () => {
    const process = open(everything);
    await kit().createRun(30);
    await until('it works', () => process.lines.some((line) => line.startsWith('begin')));
    await process.kill('SIGTERM');
    const units = await kit().units();
    expect(units.filter(({ state }) => state === 'leased')).toEqual([]);
    expect(units.every(({ crashes, failures }) => crashes === 0 && failures === 0)).toBe(true);
    const done = units.filter(({ state }) => state === 'done').map(({ key }) => Number(key));
    expect(await kit().effects()).toEqual(done);
  });
});

overStores(['postgres'], 'poison', (kit) => {
  it('is parked after its last crash, and everything around it is done', async () => {
    const relay = kit().runtime(workRegistry());
    await relay.start({ roles: ['relay', 'reconciler'] });
    const runId = await kit().createRun(12, { 3: 'kill' });
    await kit().owner(`update work_unit set crashes = 6, starts = 6, isolated = true where key = '3'`); // to save time
    const end = kit().runEnds(runId, 80_000);
    let over = false;
    void end.then(() => (over = true));
    let starts = 0;
    while (!over) {
      starts += 1;
      const process = startWorker(kit(), worker);
      await until('it is gone, or the run is over', () => over || process.ended, 80_000);
      await process.kill();
    }
    expect(await end).toMatchObject({ done: 11, parked: 1 });
    expect((await kit().units())[3]).toMatchObject({
      state: 'parked',
      crashes: 8,
      starts: 8,
      isolated: true,
    });
    expect(await kit().effects()).toEqual(numbers(12).filter((n) => n !== 3));
    expect(kit().log.events('error')).toEqual(['queue.unit-parked']);
    expect(starts).toBeGreaterThanOrEqual(2);
  });
});
