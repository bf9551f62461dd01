import { InvalidArgumentError, type Command } from 'commander';

import {
  baselineNames,
  evaluate,
  quickBaselines,
  tasks,
  type BaselineName,
  type EvaluationRequest,
  type Task,
} from '../../evaluation/index.js';
import { openThrowAwayDatabase } from '../../platform/embedded/throw-away-database.js';
import { evaluationAsText } from './evaluation-as-text.js';
import { progressBar, type Terminal } from './terminal.js';
import { calendarDay, wholeNumber } from './values.js';

interface EvaluateOptions {
  readonly cordis: string;
  readonly cut: string;
  readonly until?: string;
  readonly calls?: string;
  readonly task: readonly Task[];
  readonly baseline: readonly BaselineName[];
  readonly every: number;
  readonly slices?: boolean;
  readonly json?: boolean;
}

/** `tessera evaluate`: reads files and prints figures; needs neither server nor database. */
export function addEvaluateCommand(program: Command, terminal: Terminal): void {
  program
    .command('evaluate')
    .description(
      'judges the ranking on real consortia that formed after a day, from what was known before it',
    )
    .requiredOption('--cordis <path>', 'folder or zip of a CORDIS export, its files plain or gzipped')
    .requiredOption(
      '--cut <date>',
      'what started before this day is known; what starts from then on is asked for',
      calendarDay,
    )
    .option('--until <date>', 'ask only for what started before this day', calendarDay)
    .option('--calls <file>', 'texts of calls as JSON lines, plain or gzipped')
    .option(
      '--task <list>',
      `which tasks, parted by commas (${tasks.join(',')})`,
      listOf(tasks, 'task'),
      tasks,
    )
    .option(
      '--baseline <list>',
      `what to compare with, parted by commas, or none (${baselineNames.join(',')}); ts_rank starts a PostgreSQL to throw away`,
      listOf(baselineNames, 'baseline'),
      quickBaselines,
    )
    .option(
      '--every <number>',
      'ask only every so manieth query: a sample',
      wholeNumber('--every', 1, 1000),
      1,
    )
    .option('--slices', 'also by programme part, action type and kind of partner, with 95 % intervals')
    .option('--json', 'print JSON')
    .action((options: EvaluateOptions) => run(options, terminal));
}

async function run(options: EvaluateOptions, terminal: Terminal): Promise<void> {
  const request: EvaluationRequest = {
    cordis: options.cordis,
    cut: options.cut,
    until: options.until ?? null,
    calls: options.calls ?? null,
    tasks: options.task,
    slices: options.slices === true,
    baselines: options.baseline,
    every: options.every,
    database: openThrowAwayDatabase,
  };
  const found = await evaluate(
    request,
    () => performance.now(),
    (step, done, total) => {
      if (done % 50 === 0) terminal.progress(progressBar(done, total, step, null));
    },
  );
  terminal.settle();
  terminal.print(options.json === true ? JSON.stringify(found) : evaluationAsText(found));
}

/** Words of a list, each one of those there are; `none` is an empty list. */
function listOf<Name extends string>(
  known: readonly Name[],
  kind: string,
): (value: string) => readonly Name[] {
  return (value) => {
    if (value.trim() === 'none') return [];
    return value.split(',').map((word) => {
      const found = known.find((one) => one === word.trim());
      if (found !== undefined) return found;
      throw new InvalidArgumentError(`'${word}' is no ${kind}; there are: ${known.join(', ')}.`);
    });
  };
}
