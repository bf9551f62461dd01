import type { Command } from 'commander';

import { ClusterReadModel } from '../../accounts/index.js';
import { recomputeDiffers, RecomputeRun, WatchScoreRun, type Recomputed } from '../../matching/index.js';
import { OpportunityReadModel } from '../../opportunities/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { progressBar, type Terminal } from './terminal.js';
import { withService, type CommandContext } from './with-service.js';

interface RecomputeOptions {
  readonly opportunity?: string;
  readonly json?: boolean;
}

/** Differences printed for people. */
const shown = 20;

export function addRecomputeCommand(program: Command, terminal: Terminal): void {
  program
    .command('recompute <run>')
    .description('scores a run again from its own snapshot and model, and compares every list byte for byte')
    .option('--opportunity <opportunity>', 'only the lists of this one (id, identifier, exact title)')
    .option('--json', 'print JSON')
    .action((run: string, options: RecomputeOptions) =>
      withService('recompute', terminal, (context) => recompute(run, options, context)),
    );
}

async function recompute(
  reference: string,
  options: RecomputeOptions,
  { app, terminal }: CommandContext,
): Promise<void> {
  const { run } = await app.get(WatchScoreRun).one(reference);
  const { clusters, opportunity } = await app.get(UnitOfWork).run(systemScope(), async (unit) => ({
    clusters: await app.get(ClusterReadModel).all(unit),
    opportunity:
      options.opportunity === undefined
        ? null
        : await app.get(OpportunityReadModel).resolve(unit, options.opportunity),
  }));
  const ids = clusters.map(({ id }) => id as string);
  const outcome = await app
    .get(RecomputeRun)
    .recompute(run.id, ids, opportunity, (done, total) =>
      terminal.progress(progressBar(done, total, 'opportunities', null)),
    );
  terminal.settle();
  terminal.print(options.json ? JSON.stringify(outcome) : asText(outcome));
  if (outcome.differences.length > 0)
    throw recomputeDiffers(run.id, outcome.differences.length, outcome.compared);
}

function asText({ run, compared, gone, differences, read }: Recomputed): string {
  const inputs = read.map(
    ({ audience, organisations, sha256, builtAt }) =>
      `Read ${audience}${organisations > 0 ? `, ${organisations} organisations` : ''}, built ${builtAt}, sha256 ${sha256}.`,
  );
  const lines = differences
    .slice(0, shown)
    .map(
      ({ of, audience, place, stored, recomputed }) =>
        `${of} (${audience})${place === 0 ? '' : `, place ${place}`}: stored ${stored}, recomputed ${recomputed}`,
    );
  const erased = read.flatMap(({ audience, rewrittenAt }) =>
    rewrittenAt === null
      ? []
      : `Segment ${audience} was rewritten ${rewrittenAt}: organisations in it were erased, so its lists cannot be equal.`,
  );
  const sum =
    `Score run ${run.id} (${run.model}, as of ${run.asOf}): ${compared} lists compared, ${differences.length} differ` +
    `${gone > 0 ? `, ${gone} are gone with what they were for` : ''}.`;
  return [...inputs, ...lines, ...erased, sum].join('\n');
}
