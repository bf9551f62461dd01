import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Source } from '../eligibility/index.js';
import { projectFolder } from '../platform/files/project-folder.js';
import { readYaml, type YamlValue } from '../platform/yaml/yaml-value.js';
import type { AdviceSources } from './board/advisory-findings.js';
import { badProgrammeFacts } from './consortia.errors.js';

/** How many proposals of a programme succeed, and how long it takes. */
export interface ProgrammeFacts {
  readonly success: { readonly percent: number; readonly source: Source } | null;
  /** from the deadline */
  readonly months: {
    readonly result: number;
    readonly signature: number;
    /** of a call in two stages: from the first deadline */
    readonly firstStageResult: number;
    readonly source: Source;
  } | null;
}

/** What a type of action pays at most, and how long a proposal may be. */
export interface ActionFacts {
  /** percent of eligible costs */
  readonly rate: number;
  /** percent, for non-profit entities; null: the same */
  readonly nonProfit: number | null;
  readonly pages: number | null;
  readonly pagesLumpSum: number | null;
  readonly source: Source;
}

/** By code: `HORIZON`; `RIA`. */
export interface HeldFacts {
  /** why the make-up of a consortium is worth a word */
  readonly advice: AdviceSources;
  readonly programmes: ReadonlyMap<string, ProgrammeFacts>;
  readonly actions: ReadonlyMap<string, ActionFacts>;
}

const advised = ['dominant-country', 'no-end-user', 'no-sme', 'newcomers-only'] as const;

/** Reads `data/programme-facts.yaml`. @throws {AppError} `consortia.bad-programme-facts` with file, line, column, key */
export function loadProgrammeFacts(file = join(projectFolder, 'data', 'programme-facts.yaml')): HeldFacts {
  const form = readYaml(file, readFileSync(file, 'utf8'), badProgrammeFacts).fields([
    'sources',
    'advice',
    'programmes',
    'actions',
  ]);
  const sources = new Map(
    form
      .need('sources')
      .entries()
      .map(([id, value]) => [id, readSource(value)]),
  );
  const source = (value: YamlValue): Source => {
    const id = value.text();
    return sources.get(id) ?? value.fail(`'${id}' is none of ${[...sources.keys()].join(', ')}`);
  };
  const advice = form.need('advice').fields(advised);
  return {
    advice: Object.fromEntries(
      advised.map((kind) => [kind, source(advice.need(kind))]),
    ) as unknown as AdviceSources,
    programmes: new Map(
      form
        .need('programmes')
        .entries()
        .map(([code, value]) => [code, readProgramme(value, source)]),
    ),
    actions: new Map(
      form
        .need('actions')
        .entries()
        .map(([code, value]) => [code, readAction(value, source)]),
    ),
  };
}

function readSource(value: YamlValue): Source {
  const form = value.fields(['document', 'date', 'url']);
  return {
    document: form.need('document').text(),
    date: form.need('date').date(),
    url: form.optional('url', (url) => url.text()),
  };
}

function readProgramme(value: YamlValue, source: (value: YamlValue) => Source): ProgrammeFacts {
  const form = value.fields(['success', 'months']);
  return {
    success: form.optional('success', (success) => {
      const of = success.fields(['percent', 'source']);
      return { percent: of.need('percent').number(0, 100), source: source(of.need('source')) };
    }),
    months: form.optional('months', (months) => {
      const of = months.fields(['result', 'signature', 'firstStageResult', 'source']);
      return {
        result: of.need('result').wholeNumber(0, 60),
        signature: of.need('signature').wholeNumber(0, 60),
        firstStageResult: of.need('firstStageResult').wholeNumber(0, 60),
        source: source(of.need('source')),
      };
    }),
  };
}

function readAction(value: YamlValue, source: (value: YamlValue) => Source): ActionFacts {
  const form = value.fields(['rate', 'nonProfit', 'pages', 'pagesLumpSum', 'source']);
  const whole = (found: YamlValue): number => found.wholeNumber(0, 1_000);
  return {
    rate: form.need('rate').number(0, 100),
    nonProfit: form.optional('nonProfit', (found) => found.number(0, 100)),
    pages: form.optional('pages', whole),
    pagesLumpSum: form.optional('pagesLumpSum', whole),
    source: source(form.need('source')),
  };
}
