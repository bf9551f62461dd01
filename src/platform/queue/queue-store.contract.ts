import { startQueueProcess, type QueueProcess } from '../../../test/faults/queue-process.js';
import { until } from '../../../test/support/until.js';
import { defaultJobOptions } from './define-job.js';
import type { QueueStoreSettings } from './open-queue-store.js';
import type { JobState, JobTaker, NewJob, QueueStore, TakenJob, TakeJob, Verdict } from './queue-store.js';

/** A store under test, and how to disturb it. */
export interface StoreUnderTest {
  readonly settings: QueueStoreSettings;
  readonly store: QueueStore;
  /** breaks every connection the store has; new ones succeed */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

/** Locks short enough that a killed worker is noticed within a test. */
export const shortLocks = { lockMs: 1_000, stalledCheckMs: 300, reconnectMs: 200 };

const options = { attempts: 3, backoff: { type: 'exponential', delay: 20, jitter: 0.5 } } as const;

const job = (id: string, more: Partial<NewJob> = {}): NewJob => ({
  id,
  name: 'count',
  payload: { n: 1 },
  options,
  ...more,
});

/** What both stores must do alike. Every test has a queue of its own. */
export function queueStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`a queue on ${name}`, () => {
    let under: StoreUnderTest;
    let store: QueueStore;
    let queue = '';
    let counter = 0;
    const takers: JobTaker[] = [];
    const processes: QueueProcess[] = [];

    beforeAll(async () => {
      under = await open();
      store = under.store;
    });
    beforeEach(() => {
      counter += 1;
      queue = `q${counter}`;
    });
    afterEach(async () => {
      await Promise.all(takers.splice(0).map((taker) => taker.close()));
      await Promise.all(processes.splice(0).map((process) => process.kill()));
    });
    afterAll(() => under.close());

    const take = (handle: TakeJob, concurrency = 1): JobTaker => {
      const taker = store.take(queue, handle, { concurrency });
      takers.push(taker);
      return taker;
    };
    /** Takes jobs and remembers them; the verdict is the given one. */
    const taken = (verdict: Verdict | ((job: TakenJob) => Verdict) = { outcome: 'done' }): TakenJob[] => {
      const jobs: TakenJob[] = [];
      take(async (one) => {
        jobs.push(one);
        return typeof verdict === 'function' ? verdict(one) : verdict;
      });
      return jobs;
    };
    const state = async (id: string): Promise<JobState | undefined> =>
      (await store.states(queue, [id])).get(id);
    const reaches = (id: string, wanted: JobState): Promise<unknown> =>
      until(`${id} is ${wanted}`, async () => (await state(id)) === wanted);

    it('passes its own check', async () => {
      await expect(store.verify()).resolves.toBeUndefined();
    });

    it('hands a job to whoever takes, with its payload', async () => {
      await store.add(queue, [job('a-1', { payload: { n: 42 } })]);
      expect(await state('a-1')).toBe('live');
      const jobs = taken();
      await reaches('a-1', 'done');
      expect(jobs).toEqual([
        { id: 'a-1', name: 'count', payload: { n: 42 }, attempt: 1, lastAttempt: false, stalls: 0 },
      ]);
    });

    it('runs an id once, however often it is added while the job is kept', async () => {
      await store.add(queue, [job('a-1'), job('a-1')]);
      const jobs = taken();
      await reaches('a-1', 'done');
      await store.add(queue, [job('a-1'), job('a-2')]);
      await reaches('a-2', 'done');
      expect(jobs.map(({ id }) => id)).toEqual(['a-1', 'a-2']);
    });

    it('tries again until it succeeds', async () => {
      await store.add(queue, [job('a-1')]);
      const jobs = taken(({ attempt }) =>
        attempt < 3 ? { outcome: 'retry', reason: 'not yet' } : { outcome: 'done' },
      );
      await reaches('a-1', 'done');
      expect(jobs.map(({ attempt, lastAttempt }) => [attempt, lastAttempt])).toEqual([
        [1, false],
        [2, false],
        [3, true],
      ]);
    });

    it('gives up after the last attempt', async () => {
      await store.add(queue, [job('a-1')]);
      const jobs = taken({ outcome: 'retry', reason: 'never' });
      await reaches('a-1', 'failed');
      expect(jobs).toHaveLength(3);
    });

    it('treats a handler that throws like one that asks for a retry', async () => {
      await store.add(queue, [job('a-1')]);
      let times = 0;
      take(async () => {
        times += 1;
        if (times === 1) throw new Error('a fault of ours');
        return { outcome: 'done' };
      });
      await reaches('a-1', 'done');
      expect(times).toBe(2);
    });

    it('gives up at once when trying again cannot help', async () => {
      await store.add(queue, [job('a-1')]);
      const jobs = taken({ outcome: 'give-up', reason: 'wrong for ever' });
      await reaches('a-1', 'failed');
      expect(jobs).toHaveLength(1);
    });

    it('puts a job back as if it had not been taken', async () => {
      await store.add(queue, [job('a-1')]);
      let times = 0;
      const jobs = taken(() => ({ outcome: ++times === 1 ? 'put-back' : 'done' }));
      await reaches('a-1', 'done');
      expect(jobs.map(({ attempt }) => attempt)).toEqual([1, 1]);
    });

    it('takes what is to come last after everything else', async () => {
      await store.add(queue, [job('last', { last: true }), job('b'), job('c')]);
      const jobs = taken();
      await reaches('last', 'done');
      expect(jobs.map(({ id }) => id)).toEqual(['b', 'c', 'last']);
    });

    it('runs as many at a time as it was told, and no more', async () => {
      await store.add(
        queue,
        ['a', 'b', 'c', 'd', 'e'].map((id) => job(id)),
      );
      let running = 0;
      const seen: number[] = [];
      take(async () => {
        running += 1;
        seen.push(running);
        await until('two run side by side', () => seen.includes(2));
        running -= 1;
        return { outcome: 'done' };
      }, 2);
      for (const id of ['a', 'b', 'c', 'd', 'e']) await reaches(id, 'done');
      expect(Math.max(...seen)).toBe(2);
    });

    it('shares the jobs among workers, each job with one of them', async () => {
      const ids = Array.from({ length: 40 }, (_, at) => `job-${at}`);
      const [left, right] = [taken(), taken()];
      await store.add(
        queue,
        ids.map((id) => job(id)),
      );
      for (const id of ids) await reaches(id, 'done');
      expect([...left, ...right].map(({ id }) => id).sort()).toEqual([...ids].sort());
    });

    it('takes nothing while it is paused, and goes on afterwards', async () => {
      const jobs: string[] = [];
      const taker = take(async ({ id }) => {
        jobs.push(id);
        return { outcome: 'done' };
      });
      await store.add(queue, [job('before')]);
      await reaches('before', 'done');
      await taker.pause();
      await store.add(queue, [job('during')]);
      const other = `${queue}-other`; // the same store takes this one meanwhile
      await store.add(other, [job('elsewhere')]);
      takers.push(store.take(other, async () => ({ outcome: 'done' }), { concurrency: 1 }));
      await until(
        'the other queue is worked on',
        async () => ((await store.states(other, ['elsewhere'])).get('elsewhere') ?? '') === 'done',
      );
      expect(jobs).toEqual(['before']);
      taker.resume();
      await reaches('during', 'done');
    });

    it('lets the job that runs finish before it closes', async () => {
      let finish = (): void => undefined;
      const mayFinish = new Promise<void>((resolve) => (finish = resolve));
      let started = false;
      const taker = take(async () => {
        started = true;
        await mayFinish;
        return { outcome: 'done' };
      });
      await store.add(queue, [job('a-1'), job('a-2')]);
      await until('the job has begun', () => started);
      const closed = taker.close();
      finish();
      await closed;
      expect(await state('a-1')).toBe('done');
      expect(await state('a-2')).toBe('live');
    });

    it('takes a job over from workers that are killed, more than once', async () => {
      await store.add(queue, [job('a-1')]);
      for (let kills = 1; kills <= 3; kills += 1) {
        const holder = startQueueProcess('queue-holder.ts', { ...under.settings, timing: shortLocks, queue });
        processes.push(holder);
        await until(`worker ${kills} holds the job`, () => holder.lines.includes('a-1'));
        await holder.kill('SIGKILL');
      }
      const jobs = taken();
      await reaches('a-1', 'done');
      expect(jobs).toEqual([expect.objectContaining({ id: 'a-1', attempt: 1, stalls: 3 })]);
    }, 40_000);

    it('goes on after its connections were broken', async () => {
      const jobs = taken();
      await store.add(queue, [job('before')]);
      await reaches('before', 'done');
      await under.interrupt();
      await until('jobs can be added again', () =>
        store.add(queue, [job('after')]).then(
          () => true,
          () => false,
        ),
      );
      await until('the job is done', async () => (await state('after').catch(() => undefined)) === 'done');
      expect(jobs.map(({ id }) => id)).toEqual(['before', 'after']);
    });

    it('knows nothing of a job that was never added', async () => {
      expect(await state('never')).toBe('missing');
      expect((await store.states(queue, [])).size).toBe(0);
    });

    it.each([
      ['a colon', 'with:colon'],
      ['digits alone', '12345'],
      ['nothing', ''],
      ['a space', 'with space'],
      ['201 letters', 'x'.repeat(201)],
    ])('refuses an id of %s', async (_what, id) => {
      await expect(store.add(queue, [job(id)])).rejects.toMatchObject({ code: 'queue.invalid-job-id' });
    });

    it('refuses a payload that is too large', async () => {
      await expect(
        store.add(queue, [job('a-1', { payload: { text: 'x'.repeat(9_000) } })]),
      ).rejects.toThrow();
      expect(await state('a-1')).toBe('missing');
    });

    it('treats every job alike unless told otherwise', () => {
      expect(defaultJobOptions).toEqual({
        attempts: 5,
        backoff: { type: 'exponential', delay: 5_000, jitter: 0.5 },
      });
    });
  });
}
