import { AppError } from '../errors/app-error.js';
import type { Holder } from './data-holder.js';

/** What a waiting command says it waits for. */
export function awaited({ purpose, pid, detail }: Holder): string {
  if (purpose === 'command') return `"tessera ${detail}" (pid ${pid}) to end`;
  return `the service (pid ${pid}) to finish starting`;
}

/** A service that finds the data held does not start. */
export function alreadyHeld(dataDir: string, { purpose, pid, detail }: Holder): AppError {
  if (purpose === 'command') {
    return new AppError(
      'embedded.held-by-command',
      'conflict',
      `The command "tessera ${detail}" (pid ${pid}) is using the data in ${dataDir}. Start again when it has ended.`,
      { context: { dataDir, pid } },
    );
  }
  return new AppError(
    'embedded.already-running',
    'conflict',
    `Tessera is already running ${detail ? `at ${detail}` : '(it is just starting)'}, pid ${pid}, on the data in ` +
      `${dataDir}. Use that one, stop it (kill ${pid}), or set TESSERA_DATA to another folder.`,
    { context: { dataDir, pid, address: detail } },
  );
}

/** A command has waited long enough. */
export function stillHeld(dataDir: string, holder: Holder, waitedMs: number): AppError {
  return new AppError(
    'embedded.still-held',
    'unavailable',
    `Waited ${Math.round(waitedMs / 1000)} s for ${awaited(holder)}; it still uses the data in ${dataDir}. ` +
      `Try again later, or stop it (kill ${holder.pid}).`,
    { context: { dataDir, pid: holder.pid } },
  );
}
