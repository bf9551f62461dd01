import type { Job } from 'bullmq';

import { BullTaker } from './bull-taker.js';

/** Stands in for a BullMQ worker: remembers what it was told. */
class ToldWorker {
  readonly told: string[] = [];
  fail: (error: Error) => void = () => undefined;

  async pause(): Promise<void> {
    this.told.push('pause');
  }

  async resume(): Promise<void> {
    this.told.push('resume');
  }

  async close(): Promise<void> {
    this.told.push('close');
  }

  on(_event: 'error', listener: (error: Error) => void): void {
    this.fail = listener;
  }
}

const open = (): { worker: ToldWorker; taker: BullTaker; reported: string[] } => {
  const worker = new ToldWorker();
  const reported: string[] = [];
  const taker = new BullTaker(
    async () => ({ outcome: 'done' }),
    0,
    (error) => reported.push(error.message),
  );
  return { worker, taker: taker.over(worker), reported };
};

const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 1));

describe('a taker whose store is gone', () => {
  it('rests after an error instead of asking again at once, and reports each', async () => {
    const { worker, reported } = open();
    worker.fail(new Error('gone'));
    worker.fail(new Error('still gone'));
    expect(worker.told).toEqual(['pause']);
    await rest();
    expect(worker.told).toEqual(['pause', 'resume']);
    expect(reported).toEqual(['gone', 'still gone']);
  });

  it('does not go on by itself when it was paused, or closed, meanwhile', async () => {
    const paused = open();
    paused.worker.fail(new Error('gone'));
    await paused.taker.pause();
    const closed = open();
    closed.worker.fail(new Error('gone'));
    await closed.taker.close();
    await rest();
    expect(paused.worker.told).not.toContain('resume');
    expect(closed.worker.told).not.toContain('resume');
    paused.taker.resume();
    expect(paused.worker.told).toContain('resume');
  });
});

describe('a taker that was paused', () => {
  it('puts back the job its worker was still waiting for', async () => {
    const { taker } = open();
    const moved: unknown[] = [];
    const job = { id: 'a', opts: {}, moveToWait: async (token: string) => moved.push(token) };
    await taker.pause();
    await expect(taker.process(job as unknown as Job<unknown, null>, 't-1')).rejects.toMatchObject({
      name: 'WaitingError',
    });
    expect(moved).toEqual(['t-1']);
  });
});
