import { resolve } from 'node:path';

import type { Command } from 'commander';

import { bandsOf, bandsSource, modelSource, train, type Progress } from '../../evaluation/index.js';
import { defaultModel } from '../../ranking/index.js';
import { calendarDay } from './values.js';
import { requireWritable, writeResult } from './result-file.js';
import { progressBar, type Terminal } from './terminal.js';

interface TrainOptions {
  readonly cordis: string;
  readonly cut: string;
  readonly until: string;
  readonly calls?: string;
  readonly out?: string;
  readonly bands: string;
}

/** `tessera train`: fits the order of lists with partners already there, and the bands; needs no server and no database. */
export function addTrainCommand(program: Command, terminal: Terminal): void {
  program
    .command('train')
    .description(
      'learns from past consortia how to order partners once some are there, and what bands promise',
    )
    .requiredOption('--cordis <path>', 'folder or zip of a CORDIS export, its files plain or gzipped')
    .requiredOption('--cut <date>', 'what started before this day is known to the model', calendarDay)
    .requiredOption('--until <date>', 'learn from consortia from the cut up to this day', calendarDay)
    .option('--calls <file>', 'texts of calls as JSON lines: what they repeat is weighed down')
    .option(
      '--out <file>',
      'where to write the order, such as src/ranking/learned/seeded-model.ts; without it the order stays as it is',
    )
    .requiredOption('--bands <file>', 'where to write the bands, such as src/ranking/learned/band-model.ts')
    .action((options: TrainOptions) => run(options, terminal));
}

async function run({ out, bands, ...options }: TrainOptions, terminal: Terminal): Promise<void> {
  for (const file of [out, bands]) if (file !== undefined) await requireWritable(file, '.ts');
  const request = { ...options, calls: options.calls ?? null };
  const progress: Progress = (step, done, total) => {
    if (done % 50 === 0) terminal.progress(progressBar(done, total, step, null));
  };
  const found = out === undefined ? null : await train(request, progress);
  const fitted = found?.bands ?? (await bandsOf(request, defaultModel, progress));
  terminal.settle();
  if (found !== null && out !== undefined) {
    await writeResult(out, modelSource(found));
    terminal.note(`learned from ${found.lists} consortia: ${resolve(out)}`);
  }
  await writeResult(bands, bandsSource(fitted));
  terminal.note(`bands: ${resolve(bands)}`);
}
