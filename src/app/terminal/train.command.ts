import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Command } from 'commander';

import {
  bandsOf,
  bandsSource,
  modelSource,
  readVotes,
  train,
  votesSource,
  type Progress,
} from '../../evaluation/index.js';
import {
  defaultModel,
  fittedModel,
  votedShare,
  withVotes,
  type RankingModel,
  type VoteModel,
} from '../../ranking/index.js';
import { AppError } from '../../platform/errors/app-error.js';
import { requireFile, requireReadable } from './readable-path.js';
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
  readonly votes?: string;
  readonly weights?: string;
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
    .option('--votes <file>', 'what people said of suggestions, as `tessera feedback --out` wrote it')
    .option(
      '--weights <file>',
      'with --votes, where to write what they made of the model: src/ranking/learned/vote-model.ts',
    )
    .action((options: TrainOptions) => run(options, terminal));
}

async function run(
  { out, bands, votes, weights, ...options }: TrainOptions,
  terminal: Terminal,
): Promise<void> {
  if ((votes === undefined) !== (weights === undefined)) throw votesAlone();
  for (const file of [out, bands, weights]) if (file !== undefined) await requireWritable(file, '.ts');
  const voted = votes === undefined ? null : await votedModel(votes, terminal);
  const base: RankingModel = voted === null ? fittedModel : withVotes(fittedModel, voted);
  const request = { ...options, calls: options.calls ?? null };
  const progress: Progress = (step, done, total) => {
    if (done % 50 === 0) terminal.progress(progressBar(done, total, step, null));
  };
  const found = out === undefined ? null : await train(request, progress, base);
  const fitted =
    found?.bands ?? (await bandsOf(request, votes === undefined ? defaultModel : base, progress));
  terminal.settle();
  if (found !== null && out !== undefined) {
    await writeResult(out, modelSource(found));
    terminal.note(`learned from ${found.lists} consortia: ${resolve(out)}`);
  }
  if (weights !== undefined) {
    await writeResult(weights, votesSource(voted));
    terminal.note(`past work in the programme makes ${base.programme.share} of a score: ${resolve(weights)}`);
  }
  await writeResult(bands, bandsSource(fitted));
  terminal.note(`bands: ${resolve(bands)}`);
}

/** Bands are fitted under the model that votes made: one without the other would promise what does not hold. */
const votesAlone = (): AppError =>
  new AppError('terminal.votes-alone', 'invalid', '--votes and --weights go together: give both or neither');

/** @returns null where they are too few to say anything */
async function votedModel(file: string, terminal: Terminal): Promise<VoteModel | null> {
  await requireReadable(file);
  await requireFile(file);
  const { until, cells } = readVotes(await readFile(file, 'utf8'), file);
  const share = votedShare(cells, fittedModel);
  const votes = cells.reduce((sum, { useful, notForUs }) => sum + useful + notForUs, 0);
  if (share === null) terminal.note(`${votes} votes are too few: the model stays as past consortia made it`);
  return share === null ? null : { until, votes, share };
}
