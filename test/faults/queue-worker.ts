/**
 * A process that takes part in the work of a test until it is stopped; prints a line whenever it begins something.
 *
 *     node --import ./scripts/typescript.mjs test/faults/queue-worker.ts '{"connection": …, "start": {"roles": […]}}'
 *
 * A task takes about 50 ms, the first of a process 1 s: time enough to kill it in the middle of one. A task of mode
 * `kill` ends its process itself, the hard way. SIGTERM stops it in good order.
 */
import { setTimeout as wait } from 'node:timers/promises';

import { createDataSource } from '../../src/platform/database/data-source.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { openQueueStore, type QueueStoreSettings } from '../../src/platform/queue/open-queue-store.js';
import { QueueRuntime, type QueueTiming, type StartOptions } from '../../src/platform/queue/queue-runtime.js';
import { type Task, workRegistry, writeEffect } from './queue-work.js';

interface WorkerSettings extends QueueStoreSettings {
  readonly start: StartOptions;
  readonly rounds: Partial<QueueTiming>;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const quiet = {
  info: () => undefined,
  warn: (event: string) => say(`warn ${event}`),
  error: (event: string) => say(`error ${event}`),
};

const begun = new Set<string>();
const work =
  (kind: string) =>
  async ({ n, mode }: Task): Promise<ReturnType<typeof writeEffect>> => {
    const ms = begun.has(kind) ? 50 : 1_000;
    begun.add(kind);
    say(`begin ${kind} ${n}`);
    if (mode === 'kill') process.kill(process.pid, 'SIGKILL');
    await wait(ms);
    return writeEffect(n);
  };

const { connection } = settings;
const dataSource = createDataSource({ connection, entities: [], applicationName: 'tessera-test-worker' });
await dataSource.initialize();
const runtime = new QueueRuntime({
  store: openQueueStore({ ...settings, log: quiet }),
  unitOfWork: new UnitOfWork(dataSource),
  registry: workRegistry({ count: work('unit'), note: work('note') }),
  connection,
  log: quiet,
  timing: settings.rounds,
});
process.on('SIGTERM', () => {
  void runtime
    .close()
    .then(() => dataSource.destroy())
    .then(() => process.exit(0));
});
await runtime.start(settings.start);
say('started');
