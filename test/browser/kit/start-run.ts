import '../../support/js-means-ts.cjs';
import { runVariable, startBrowserRun, type StartedRun } from './browser-run.js';

/** What stop-run.ts ends: the two run in one process, each in a module of its own. */
export const started: { run?: StartedRun | undefined } = ((
  globalThis as { tesseraBrowserRun?: { run?: StartedRun } }
).tesseraBrowserRun ??= {});

/** Jest's global set-up of the browser tests; a default export because Jest asks for one. */
export default async function startRun(): Promise<void> {
  const run = await startBrowserRun();
  if (!run) return;
  started.run = run;
  const { address, dataFolder, browser } = run;
  process.env[runVariable] = JSON.stringify({ address, dataFolder, browser });
}
