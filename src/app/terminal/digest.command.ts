import type { Command } from 'commander';

import { mondayOf, PreviewDigests, WeeklyDigests } from '../../digests/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface DigestOptions {
  readonly week: string;
  readonly dryRun?: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
}

export function addDigestCommand(program: Command, terminal: Terminal): void {
  program
    .command('digest')
    .description(
      'the weekly digest of everybody who wants one: chosen once, sent at its hour by whoever works',
    )
    .requiredOption('--week <week>', 'by the calendar of ISO 8601: 2026-W48')
    .option('--dry-run', 'print what would be sent; write nothing')
    .option(
      '--as-of <date>',
      'the day that decides what is open and known (default: the Tuesday of that week)',
    )
    .option('--json', 'print as JSON')
    .action((options: DigestOptions) => digest(options, terminal));
}

/** Noon of the Tuesday, in UTC: within the week in every time zone. */
const intoWeekMs = 36 * 3_600_000;

async function digest({ week, dryRun, asOf, json }: DigestOptions, terminal: Terminal): Promise<void> {
  const at = momentOf(asOf, new Date(mondayOf(week).getTime() + intoWeekMs));
  await withService('digest', terminal, async ({ app, scope }) => {
    if (dryRun) {
      const shown = await app.get(PreviewDigests).show(scope, at);
      const texts = shown.map(({ reader, subject, text }) => `${reader}: ${subject}\n\n${text}`);
      terminal.print(
        json
          ? JSON.stringify(shown, null, 2)
          : texts.length > 0
            ? texts.join('\n\n')
            : 'Nobody would get a digest.',
      );
      return;
    }
    const round = await app.get(WeeklyDigests).run(at, { whom: 'week' });
    terminal.print(
      json
        ? JSON.stringify(round, null, 2)
        : `${week}: ${round.planned} planned now, ${round.chosen} with something to say, ${round.silent} without.`,
    );
  });
}
