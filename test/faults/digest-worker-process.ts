import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { ConnectionSettings } from '../../src/platform/database/connection-settings.js';
import type { QueueTiming } from '../../src/platform/queue/queue-runtime.js';
import { throwAwayFolder } from '../support/throw-away-folder.js';
import { startQueueProcess, type QueueProcess } from './queue-process.js';

export interface DigestWorkerSettings {
  readonly connection: ConnectionSettings;
  readonly smtpUrl: string;
  /** where the server can be asked what it took; null: it cannot */
  readonly askUrl: string | null;
  /** ids of the calls that are found for everybody */
  readonly calls: readonly string[];
  /** how far its clock is ahead; below 0: behind */
  readonly aheadMs?: number;
  /** how far its clock jumps ahead when it gets SIGUSR2 */
  readonly jumpMs?: number;
  /** takes its work from the queue */
  readonly queue?: Partial<QueueTiming>;
  /** waits until no other process works so, and takes the leases of those before it for expired */
  readonly alone?: boolean;
}

/** What the worker is compiled from, brought up to date. */
export async function buildService(): Promise<void> {
  const builder = new URL('../../bin/build.mjs', import.meta.url).href;
  const { ensureBuilt } = (await import(builder)) as { ensureBuilt: () => Promise<void> };
  await ensureBuilt();
}

/** Starts one; {@link buildService} comes first. Whoever is killed leaves its folder behind: it goes with the process. */
export function startDigestWorker(settings: DigestWorkerSettings): QueueProcess {
  const folder = mkdtempSync(join(throwAwayFolder(), 'tessera-digest-worker-'));
  const worker = startQueueProcess('digest-worker.ts', { ...settings, folder });
  const { kill } = worker;
  return Object.assign(worker, {
    kill: async (signal?: NodeJS.Signals): Promise<void> => {
      await kill(signal);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
