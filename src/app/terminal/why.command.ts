import type { Command } from 'commander';

import {
  ExplainStanding,
  standingInWords,
  toStandingResponse,
  type ExplainedStanding,
  type WordingLanguage,
} from '../../matching/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { languageOption } from './suggest.command.js';
import type { Terminal } from './terminal.js';
import { wholeNumber } from './values.js';
import { withService } from './with-service.js';

interface WhyOptions {
  readonly seed: readonly string[];
  readonly role?: string;
  readonly limit: number;
  readonly asOf?: string;
  readonly language: WordingLanguage;
  readonly json?: boolean;
}

const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** "Why not?", for any organisation and any opportunity. */
export function addWhyCommand(program: Command, terminal: Terminal): void {
  program
    .command('why <organisation> <opportunity>')
    .description('why an organisation stands where it stands for an opportunity, and what would change it')
    .option('--seed <organisation>', 'already in: id, PIC or exact name; repeat for several', several, [])
    .option('--role <role>', 'what is looked for: "coordinator", "end user", "battery test bench"')
    .option(
      '--limit <number>',
      'how many places the list shows, at most 200',
      wholeNumber('--limit', 1, 200),
      10,
    )
    .option('--as-of <date>', 'the day that decides what is known (default: today)')
    .addOption(languageOption())
    .option('--json', 'print JSON')
    .action((organisation: string, opportunity: string, options: WhyOptions) =>
      withService('why', terminal, async ({ app, scope }) => {
        const found = await app.get(ExplainStanding).forPair(scope, organisation, opportunity, {
          seeds: options.seed,
          role: options.role ?? null,
          countries: [],
          regions: [],
          types: [],
          sme: null,
          limit: options.limit,
          asOf: momentOf(options.asOf, app.get(Clock).now()),
          exactDay: options.asOf !== undefined,
        });
        const { language } = options;
        terminal.print(
          options.json
            ? JSON.stringify(toStandingResponse(found, language))
            : standingAsText(found, language),
        );
      }),
    );
}

function standingAsText(found: ExplainedStanding, language: WordingLanguage): string {
  const { identifier, title } = found.opportunity;
  const name = found.organisation.invented
    ? `${found.organisation.name}  [INVENTED]`
    : found.organisation.name;
  return [`${name} — ${identifier}: ${title}`, '', ...standingInWords(found, language)].join('\n');
}
