import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

import { randomFrom } from '../random.js';
import { MemoryWorld } from './memory-world.js';
import { randomSequence, runSequence, start, type Outcome, type Sequences } from './run-sequence.js';

/** So many of a kind, in tables in memory. */
export interface MemoryPlay extends Sequences {
  readonly count: number;
  readonly seed: number;
}

/** Each in a world of its own: what is held is what the sequence left. */
async function play({ count, seed, ...sequences }: MemoryPlay, told: (played: number) => void) {
  const random = randomFrom(seed);
  const outcomes: Outcome[] = [];
  for (let played = 1; played <= count; played += 1) {
    const sequence = { ...randomSequence(random, sequences), http: false };
    outcomes.push(await runSequence(new MemoryWorld(start), sequence));
    if (played % 5_000 === 0) told(played);
  }
  return outcomes;
}

/** In a thread of its own, beside what is played on a database. */
export function playInMemory(
  wanted: MemoryPlay,
  progress: (line: string) => void,
): Promise<readonly Outcome[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: wanted });
    // a proof that fails does not wait for it
    thread.unref();
    thread.on('message', (said: number | readonly Outcome[]) => {
      if (typeof said === 'number') progress(`${said} of ${wanted.count} sequences in memory`);
      else resolve(said);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`the thread ended with ${code} before its sequences`)));
  });
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  port.postMessage(await play(workerData as MemoryPlay, (played) => port.postMessage(played)));
}
