import { readFile } from 'node:fs/promises';

import { Option, type Command } from 'commander';

import {
  listOrders,
  SuggestCalls,
  SuggestPartners,
  type ListOrder,
  type PartnerSuggestions,
  type WordingLanguage,
} from '../../matching/index.js';
import { toCallSuggestionsResponse, toPartnerSuggestionsResponse } from '../../matching/index.js';
import { organisationTypes, type OrganisationType } from '../../organisations/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { resolveCountry } from '../../taxonomy/index.js';
import { oldSources } from './old-sources.js';
import { callsAsText, partnersAsText } from './suggestions-as-text.js';
import type { Terminal } from './terminal.js';
import { wholeNumber } from './values.js';
import { withService } from './with-service.js';

interface SuggestOptions {
  readonly text?: string;
  readonly seed: readonly string[];
  readonly role?: string;
  readonly country: readonly string[];
  readonly region: readonly string[];
  readonly type: readonly OrganisationType[];
  readonly order?: ListOrder;
  readonly limit: number;
  readonly asOf?: string;
  readonly language: WordingLanguage;
  readonly json?: boolean;
}

interface CallsOptions {
  readonly limit: number;
  readonly asOf?: string;
  readonly all?: boolean;
  readonly language: WordingLanguage;
  readonly json?: boolean;
}

const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Of the sentences; quotes stay as they were written. */
export const languageOption = (): Option =>
  new Option('--language <language>', 'of the reasons; quotes stay as they were written')
    .choices(['en', 'it'])
    .default('en');

export function addSuggestCommands(program: Command, terminal: Terminal): void {
  program
    .command('suggest [opportunity]')
    .description(
      'ranked partners with reasons, for an opportunity (id, identifier, exact title) or a free text',
    )
    .option('--text <file>', 'find partners for the text of this file instead')
    .option('--seed <organisation>', 'already in: id, PIC or exact name; repeat for several', several, [])
    .option('--role <role>', 'what is looked for: "coordinator", "end user", "battery test bench"')
    .option('--country <code>', 'only from this country; repeat for several', several, [])
    .option('--region <nuts>', 'only from this NUTS region; repeat for several', several, [])
    .addOption(
      new Option('--type <type>', 'only of this type; repeat for several')
        .argParser((value: string, before: readonly string[]) => [...before, oneOfTypes(value)])
        .default([]),
    )
    .addOption(
      new Option(
        '--order <order>',
        'keep the shares of small firms, companies and newcomers, or by score alone',
      ).choices(listOrders),
    )
    .option('--limit <number>', 'how many places, at most 200', wholeNumber('--limit', 1, 200), 10)
    .option('--as-of <date>', 'the day that decides what is known (default: today)')
    .addOption(languageOption())
    .option('--json', 'print JSON')
    .action((opportunity: string | undefined, options: SuggestOptions) =>
      suggest(opportunity, options, terminal),
    );

  program
    .command('calls <organisation>')
    .description('ranked opportunities with reasons, for one organisation (id, PIC, exact name)')
    .option('--limit <number>', 'how many places, at most 200', wholeNumber('--limit', 1, 200), 10)
    .option('--as-of <date>', 'the day that decides what is open and known (default: today)')
    .option('--all', 'also what is closed')
    .addOption(languageOption())
    .option('--json', 'print JSON')
    .action((organisation: string, options: CallsOptions) => calls(organisation, options, terminal));
}

async function suggest(
  opportunity: string | undefined,
  options: SuggestOptions,
  terminal: Terminal,
): Promise<void> {
  const text = options.text === undefined ? null : await readText(options.text);
  if ((opportunity === undefined) === (text === null)) {
    throw new AppError(
      'terminal.what-for',
      'invalid',
      'name an opportunity, or a file with --text, and not both',
    );
  }
  const countries = options.country.map(toCountry);
  await withService('suggest', terminal, async ({ app, scope }) => {
    const partners = app.get(SuggestPartners);
    const wanted = {
      seeds: options.seed,
      role: options.role ?? null,
      countries,
      regions: options.region.map((region) => region.toUpperCase()),
      types: options.type,
      sme: null,
      ...(options.order ? { order: options.order } : {}),
      limit: options.limit,
      asOf: momentOf(options.asOf, app.get(Clock).now()),
      exactDay: options.asOf !== undefined,
    };
    const found: PartnerSuggestions =
      text === null
        ? await partners.forOpportunity(scope, opportunity ?? '', wanted)
        : await partners.forText(scope, text, wanted);
    noteAge(found.sources, wanted.asOf, terminal);
    terminal.print(
      options.json
        ? JSON.stringify(toPartnerSuggestionsResponse(found))
        : partnersAsText(found, options.language),
    );
  });
}

async function calls(organisation: string, options: CallsOptions, terminal: Terminal): Promise<void> {
  await withService('calls', terminal, async ({ app, scope }) => {
    const asOf = momentOf(options.asOf, app.get(Clock).now());
    const found = await app.get(SuggestCalls).forOrganisation(scope, organisation, {
      limit: options.limit,
      asOf,
      exactDay: options.asOf !== undefined,
      all: options.all === true,
    });
    noteAge(found.sources, asOf, terminal);
    terminal.print(
      options.json ? JSON.stringify(toCallSuggestionsResponse(found)) : callsAsText(found, options.language),
    );
  });
}

function noteAge(sources: PartnerSuggestions['sources'], asOf: Date, terminal: Terminal): void {
  const line = oldSources(sources, asOf);
  if (line !== null) terminal.note(line);
}

/** Longest text taken as a question, in characters. */
const longestText = 200_000;

async function readText(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('terminal.unreadable-file', 'invalid', `${file}: cannot be read; check the name`, {
      cause,
    });
  });
  if (text.trim() === '')
    throw new AppError('terminal.empty-file', 'invalid', `${file}: is empty; write what you look for`);
  if (text.length > longestText) {
    throw new AppError(
      'terminal.long-file',
      'invalid',
      `${file}: has ${text.length} characters; at most ${longestText}`,
    );
  }
  return text;
}

function toCountry(value: string): string {
  const country = resolveCountry(value);
  if (country) return country;
  throw new AppError(
    'terminal.unknown-country',
    'invalid',
    `--country "${value}": unknown; write IT, or Italy`,
  );
}

function oneOfTypes(value: string): OrganisationType {
  const type = organisationTypes.find((known) => known === value.toUpperCase());
  if (type) return type;
  throw new AppError(
    'terminal.unknown-type',
    'invalid',
    `--type "${value}": one of ${organisationTypes.join(', ')}`,
  );
}
