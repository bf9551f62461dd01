import {
  type Budget,
  type Deadline,
  opportunityKinds,
  type OpportunityRecord,
  type TextSection,
} from '../../opportunities/index.js';
import type { YamlFields, YamlValue } from '../../platform/yaml/yaml-value.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import { brussels, brusselsInstant } from '../reading/brussels-time.js';

interface PilotReading {
  /** the day the file's facts were true, unless an entry says another */
  readonly asOf: string;
  /** the steps that `phase` may name: data, because the network changes them */
  readonly phases: readonly string[];
  readonly taxonomy: Taxonomy;
}

const keys = [
  'id',
  'identifier',
  'kind',
  'title',
  'shortName',
  'programme',
  'call',
  'status',
  'since',
  'phase',
  'trl',
  'leadRegions',
  'regions',
  'opensOn',
  'deadlines',
  'budget',
  'actionTypes',
  'summary',
  'work',
  'technologies',
  'themes',
  'needs',
  'conditions',
  'language',
  'flags',
  'url',
  'asOf',
  'sources',
] as const;
type PilotFields = YamlFields<(typeof keys)[number]>;

/** One pilot, demo-case, window or cascade call of a file. */
export function readPilot(value: YamlValue, reading: PilotReading): OpportunityRecord {
  const of = value.fields(keys);
  const id = of.need('id').textLike(/^[a-z0-9]+(-[a-z0-9]+)*$/, "'adma-energy'");
  const kind = of.need('kind').oneOf(opportunityKinds.filter((one) => one !== 'topic'));
  const programme = of.optional('programme', (text) => text.textLike(/^[A-Z0-9]+$/, "'VANGUARD'"));
  const sections = readSections(of);
  if (sections.length === 0)
    value.fail('nothing to match: give a summary, work, technologies, themes or needs');
  const trl = of.optional('trl', readTrl);
  return {
    kind,
    source: 'pilots',
    sourceKey: id,
    identifier:
      of.optional('identifier', (text) => text.textLike(/^\S+$/, "'I3-2026-INV1'")) ??
      [programme, id]
        .filter((part) => part !== null)
        .join('-')
        .toUpperCase(),
    title: of.need('title').text(),
    programme,
    part: null,
    callIdentifier: of.optional('call', (text) => text.text()),
    callTitle: null,
    actionTypes: of.optional('actionTypes', (list) => list.texts()) ?? [],
    statedStatus: of.optional('status', (text) => text.oneOf(['forthcoming', 'open', 'closed', 'withdrawn'])),
    opensOn: of.optional('opensOn', (date) => date.date()),
    deadlines: of.optional('deadlines', (list) => list.list(readDeadline)) ?? [],
    budget: of.optional('budget', readBudget),
    trlFrom: trl?.from ?? null,
    trlTo: trl?.to ?? null,
    keywords: of.optional('technologies', (list) => list.texts()) ?? [],
    sections,
    flags: readFlags(of, id, reading),
    url: of.optional('url', (text) => text.textLike(/^https?:\/\/\S+$/, "'https://example.org'")),
    observedAt: `${of.optional('asOf', (date) => date.date()) ?? reading.asOf}T00:00:00.000Z`,
    invented: false,
  };
}

function readSections(of: PilotFields): readonly TextSection[] {
  const language = of.optional('language', (text) => text.oneOf(['en', 'it'])) ?? 'en';
  const section = (kind: TextSection['kind'], heading: string | null, text: string): TextSection => ({
    kind,
    heading,
    text,
    language,
  });
  const prose = (key: 'summary' | 'work' | 'conditions', kind: TextSection['kind']): readonly TextSection[] =>
    of.optional(key, (text) => [section(kind, null, paragraphs(text.text()))]) ?? [];
  const listed = (key: 'technologies' | 'themes', heading: string): readonly TextSection[] =>
    of.optional(key, (list) => [
      section(
        'theme',
        heading,
        list
          .texts()
          .map((text) => `- ${text}`)
          .join('\n'),
      ),
    ]) ?? [];
  const needs = of.optional('needs', (list) => list.texts()) ?? [];
  return [
    ...prose('summary', 'summary'),
    ...prose('work', 'scope'),
    ...listed('themes', 'Themes'),
    ...listed('technologies', 'Technologies'),
    ...needs.map((text) => section('need', null, text)),
    ...prose('conditions', 'conditions'),
  ];
}

/** Lines of one paragraph are joined, so that people may break them where they like. */
const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .join('\n\n');

function readTrl(value: YamlValue): { readonly from: number | null; readonly to: number | null } {
  const of = value.fields(['from', 'to']);
  const from = of.optional('from', (level) => level.wholeNumber(1, 9));
  const to = of.optional('to', (level) => level.wholeNumber(1, 9));
  if (from !== null && to !== null && from > to) value.fail(`from ${from} is above to ${to}`);
  return { from, to };
}

/** A deadline is a date, or `{ date, time, stage }`; the time is that of a clock in Brussels, 17:00 unless said. */
function readDeadline(value: YamlValue): Deadline {
  const of = value.fields(['date', 'time', 'stage']);
  const time =
    of.optional('time', (text) => text.textLike(/^([01]\d|2[0-3]):[0-5]\d$/, "'17:00'")) ?? '17:00';
  return {
    at: brusselsInstant(of.need('date').date(), time),
    zone: brussels,
    stage: of.optional('stage', (text) => text.oneOf(['single', 'first', 'second', 'cut-off'])),
  };
}

function readBudget(value: YamlValue): Budget {
  const of = value.fields(['totalEur', 'shared', 'perProjectMinEur', 'perProjectMaxEur', 'expectedGrants']);
  const amount = (money: YamlValue): number => money.wholeNumber(1, 100_000_000_000);
  return {
    totalEur: of.optional('totalEur', amount),
    shared: of.optional('shared', (flag) => flag.flag()) ?? false,
    perProjectMinEur: of.optional('perProjectMinEur', amount),
    perProjectMaxEur: of.optional('perProjectMaxEur', amount),
    expectedGrants: of.optional('expectedGrants', (count) => count.wholeNumber(1, 10_000)),
  };
}

type Flags = Record<string, OpportunityRecord['flags'][string]>;

function readFlags(of: PilotFields, id: string, { taxonomy, phases }: PilotReading): Flags {
  const flags: Flags = { key: id };
  const nuts = (code: YamlValue): string => {
    const text = code.textLike(/^[A-Z]{2}[A-Z0-9]{0,3}$/, "'ITC4'");
    return taxonomy.isKnownNuts(text) ? text : code.fail(`no NUTS version has the code ${text}`);
  };
  const add = (name: string, fact: OpportunityRecord['flags'][string] | null): void => {
    if (fact !== null) flags[name] = fact;
  };
  add(
    'shortName',
    of.optional('shortName', (text) => text.text()),
  );
  add(
    'since',
    of.optional('since', (text) => text.textLike(/^\d{4}(-\d{2}(-\d{2})?)?$/, "'2014' or '2022-06'")),
  );
  add(
    'phase',
    of.optional('phase', (text) => text.oneOf(phases)),
  );
  add(
    'leadRegions',
    of.optional('leadRegions', (list) => list.list(nuts)),
  );
  add(
    'regions',
    of.optional('regions', (list) => list.list(nuts)),
  );
  add(
    'sources',
    of.optional('sources', (list) => list.list(readSource)),
  );
  for (const [name, value] of of.optional('flags', (map) => map.entries()) ?? []) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) value.fail('a flag is named like minOrganisations');
    if (name in flags) value.fail('this name is taken by a key of its own');
    flags[name] = value.isList ? value.texts() : value.fact();
  }
  return flags;
}

/** Who says so, and when it was read: `name (2026-11-21)`, with the address where there is one. */
function readSource(value: YamlValue): string {
  const of = value.fields(['says', 'name', 'url', 'on']);
  const says = of.optional('says', (text) => text.text());
  const url = of.optional('url', (text) => text.textLike(/^https?:\/\/\S+$/, "'https://example.org'"));
  const on = of.optional('on', (text) => text.textLike(/^\d{4}(-\d{2}(-\d{2})?)?$/, "'2026-11-21'"));
  const name = of.need('name').text();
  return `${says === null ? '' : `${says}: `}${name}${on === null ? '' : ` (${on})`}${url === null ? '' : `, ${url}`}`;
}
