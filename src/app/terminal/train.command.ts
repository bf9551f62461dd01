import { resolve } from 'node:path';

import type { Command } from 'commander';

import { modelSource, train } from '../../evaluation/index.js';
import { calendarDay } from './values.js';
import { requireWritable, writeResult } from './result-file.js';
import { progressBar, type Terminal } from './terminal.js';

interface TrainOptions {
  readonly cordis: string;
  readonly cut: string;
  readonly until: string;
  readonly calls?: string;
  readonly out: string;
}

/** `tessera train`: fits the order of lists with partners already there; needs neither server nor database. */
export function addTrainCommand(program: Command, terminal: Terminal): void {
  program
    .command('train')
    .description('learns from past consortia how to order partners once some are there, and writes the model')
    .requiredOption('--cordis <path>', 'folder or zip of a CORDIS export, its files plain or gzipped')
    .requiredOption('--cut <date>', 'what started before this day is known to the model', calendarDay)
    .requiredOption('--until <date>', 'learn from consortia from the cut up to this day', calendarDay)
    .option('--calls <file>', 'texts of calls as JSON lines: what they repeat is weighed down')
    .requiredOption('--out <file>', 'where to write the model, such as src/ranking/learned/seeded-model.ts')
    .action((options: TrainOptions) => run(options, terminal));
}

async function run(options: TrainOptions, terminal: Terminal): Promise<void> {
  await requireWritable(options.out, '.ts');
  const request = { ...options, calls: options.calls ?? null };
  const found = await train(request, (step, done, total) => {
    if (done % 50 === 0) terminal.progress(progressBar(done, total, step, null));
  });
  terminal.settle();
  await writeResult(options.out, modelSource(found));
  terminal.note(`learned from ${found.lists} consortia: ${resolve(options.out)}`);
}
