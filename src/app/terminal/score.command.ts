import type { Command } from 'commander';

import { RequestScoreRun, WatchScoreRun } from '../../matching/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { allWork, followRun } from './start.command.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface ScoreOptions {
  readonly wait?: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
}

export function addScoreCommand(program: Command, terminal: Terminal): void {
  program
    .command('score')
    .description('a full score run through the queue')
    .option('--wait', 'run a worker here and wait until the run is done')
    .option('--as-of <date>', 'the day evidence is judged as of (default: today)')
    .option('--json', 'print the run as JSON')
    .action((options: ScoreOptions) => score(options, terminal));
}

async function score(options: ScoreOptions, terminal: Terminal): Promise<void> {
  const work = options.wait ? allWork : undefined;
  await withService(
    'score',
    terminal,
    async ({ app }) => {
      const watch = app.get(WatchScoreRun);
      const id = await app.get(RequestScoreRun).request(momentOf(options.asOf, app.get(Clock).now()));
      if (options.wait) await followRun(watch, id, terminal);
      const { run } = await watch.one(id);
      if (run.state === 'failed')
        throw new AppError('matching.run-failed', 'conflict', `score run ${id}: ${run.problem ?? ''}`);
      terminal.print(options.json ? JSON.stringify(run) : summary(run));
    },
    work,
  );
}

function summary(run: Awaited<ReturnType<WatchScoreRun['one']>>['run']): string {
  if (run.finishedAt === null) return `Score run ${run.id} was asked for; a worker will take it.`;
  const seconds = (Date.parse(run.finishedAt) - Date.parse(run.createdAt)) / 1000;
  return `Score run ${run.id}: ${run.opportunities} opportunities in ${run.blocks} blocks, ${seconds.toFixed(1)} s.`;
}
