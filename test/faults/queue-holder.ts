/**
 * A worker that takes jobs of one queue, says so, and never ends one: to be killed while it holds them.
 *
 *     node --import ./scripts/typescript.mjs test/faults/queue-holder.ts '{"queue": …, "connection": …}'
 */
import { openQueueStore, type QueueStoreSettings } from '../../src/platform/queue/open-queue-store.js';
import type { Verdict } from '../../src/platform/queue/queue-store.js';

const settings = JSON.parse(process.argv[2] ?? '{}') as QueueStoreSettings & { queue: string };
const store = openQueueStore(settings);
store.take(
  settings.queue,
  (job) => {
    process.stdout.write(`${job.id}\n`);
    return new Promise<Verdict>(() => undefined);
  },
  { concurrency: 1 },
);
