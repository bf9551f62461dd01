import { Option, type Command } from 'commander';

import { momentOf } from '../../platform/clock/as-of.js';
import { SystemClock } from '../../platform/clock/clock.js';
import {
  answerAsText,
  answerLanguages,
  toEligibilityJson,
  type AnswerLanguage,
} from '../eligibility/eligibility-answer.js';
import { checkFile } from '../eligibility/check-file.js';
import type { Terminal } from './terminal.js';

interface EligibilityOptions {
  readonly asOf?: string;
  readonly rules?: string;
  readonly language: AnswerLanguage;
  readonly json?: boolean;
}

/** Needs no database: the rules are files that ship with the service. */
export function addEligibilityCommand(program: Command, terminal: Terminal): void {
  program
    .command('eligibility <file>')
    .description(
      'checks a consortium described in YAML or JSON, rule by rule; exit code 0 whatever the result',
    )
    .option('--as-of <date>', 'the day that decides (default: the date in the file, else today)')
    .option('--rules <folder>', 'check by the rules of this folder instead of those that ship (data/rules)')
    .addOption(new Option('--language <code>', 'of the answer').choices([...answerLanguages]).default('en'))
    .option('--json', 'print JSON')
    .action((file: string, options: EligibilityOptions) => eligibility(file, options, terminal));
}

async function eligibility(file: string, options: EligibilityOptions, terminal: Terminal): Promise<void> {
  const now = new SystemClock().now();
  if (options.asOf !== undefined) momentOf(options.asOf, now);
  const answer = await checkFile(file, {
    today: brusselsDay(now),
    asOf: options.asOf ?? null,
    ...(options.rules === undefined ? {} : { folder: options.rules }),
  });
  terminal.print(
    options.json
      ? JSON.stringify(toEligibilityJson(answer, options.language))
      : answerAsText(answer, options.language),
  );
}

/** Deadlines are days in Brussels. */
function brusselsDay(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(moment);
}
