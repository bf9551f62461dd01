import { resolve } from 'node:path';

import type { Command } from 'commander';

import {
  cellBounds,
  defaultBounds,
  FeedbackVotesReadModel,
  VoteCellsReadModel,
  type CountedVotes,
  type PairVotes,
} from '../../matching/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireWritable, writeResult } from './result-file.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface FeedbackOptions {
  readonly since?: string;
  readonly json?: boolean;
  readonly out?: string;
}

export function addFeedbackCommand(program: Command, terminal: Terminal): void {
  program
    .command('feedback')
    .description('what people said of suggestions, added up and bounded: for the next model')
    .option('--since <date>', 'what was said from this day on (default: everything)')
    .option('--json', 'print one JSON object a line')
    .option(
      '--out <file>',
      'write what `tessera train --votes` reads: counts by how well suggestions fitted, nobody named, small ones left out',
    )
    .action((options: FeedbackOptions) => feedback(options, terminal));
}

/** The service adds up: neither the operator nor a model sees who said what. */
async function feedback(options: FeedbackOptions, terminal: Terminal): Promise<void> {
  if (options.out !== undefined) await requireWritable(options.out, '.json');
  await withService('feedback', terminal, async ({ app, scope }) => {
    const until = app.get(Clock).now();
    const since = options.since === undefined ? new Date(0) : momentOf(options.since, until);
    if (options.out !== undefined) {
      const cells = await app
        .get(UnitOfWork)
        .run(systemScope(scope.clusters), (unit) =>
          app.get(VoteCellsReadModel).cells(unit, { since, until, ...defaultBounds, ...cellBounds }),
        );
      await writeResult(options.out, votesFile(cells, until));
      terminal.note(`${cells.length} groups of suggestions: ${resolve(options.out)}`);
      return;
    }
    const votes = await app
      .get(UnitOfWork)
      .run(systemScope(), (unit) =>
        app.get(FeedbackVotesReadModel).votes(unit, { since, until, ...defaultBounds }),
      );
    terminal.print(options.json ? votes.map((pair) => JSON.stringify(pair)).join('\n') : summary(votes));
  });
}

function summary(votes: readonly PairVotes[]): string {
  const sum = (of: (pair: PairVotes) => number): number => votes.reduce((total, pair) => total + of(pair), 0);
  const useful = sum((pair) => pair.useful);
  const notForUs = sum((pair) => pair.notForUs);
  return `${votes.length} suggestions judged: useful ${useful}, not for us ${notForUs}. Print them with --json.`;
}

const votesFile = (cells: readonly CountedVotes[], until: Date): string =>
  `${JSON.stringify({ kind: 'tessera-votes-1', until: until.toISOString().slice(0, 10), cells }, null, 2)}\n`;
