import type { OpportunityKind, OpportunityRecord, StatedStatus } from '../../opportunities/index.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import { isObject } from '../reading/json-source.js';
import type { RowProblems } from '../reading/source-problem.js';
import { trlIn } from '../reading/trl.js';
import { budgetOf } from './portal-budget.js';
import { deadlinesOf, openingOf } from './portal-dates.js';
import { listOf, type PortalRecord, textsOf } from './portal-record.js';
import { sectionsOf } from './portal-sections.js';

const statuses: ReadonlyMap<string, StatedStatus> = new Map([
  ['31094501', 'forthcoming'],
  ['31094502', 'open'],
  ['31094503', 'closed'],
]);

/** Types of the index that are calls: topics, calls of external action, cascade calls; not tenders (0), updates (6). */
const kinds: ReadonlyMap<string, OpportunityKind> = new Map([
  ['1', 'topic'],
  ['2', 'topic'],
  ['8', 'cascade'],
]);

/** The kind of call a record is; null for what is none. */
export function kindOf(record: PortalRecord): OpportunityKind | null {
  return kinds.get(record.text('type') ?? '1') ?? null;
}

interface Reading {
  readonly observedAt: string;
  readonly taxonomy: Taxonomy;
  readonly problems: RowProblems;
}

/** @returns the opportunity; null where it has no identifier or title */
export function toOpportunity(record: PortalRecord, reading: Reading): OpportunityRecord | null {
  const { observedAt, taxonomy, problems } = reading;
  const identifier = record.identifier;
  const title = record.text('title') ?? record.text('caName') ?? record.outer('summary');
  const kind = kindOf(record);
  if (identifier === null)
    problems.refuse('missing-value', 'identifier', null, 'no identifier; record left out');
  if (title === null) problems.refuse('missing-value', 'title', null, 'no title; record left out');
  if (identifier === null || title === null || kind === null) return null;
  const deadlines = deadlinesOf(record, problems);
  const sections = sectionsOf(record);
  const trl = trlIn(
    sections
      .filter((part) => part.kind !== 'destination')
      .map(({ text }) => text)
      .join('\n'),
  );
  return {
    kind,
    source: 'portal',
    sourceKey: identifier,
    identifier,
    title: title.replace(/\s+/g, ' ').trim(),
    ...programmeOf(record, identifier, reading),
    callIdentifier: record.text('callIdentifier'),
    callTitle: record.text('callTitle') ?? (kind === 'cascade' ? record.text('caName') : null),
    actionTypes: actionTypesOf(record, taxonomy),
    statedStatus: statusOf(record, deadlines.length > 0, problems),
    opensOn: openingOf(record, problems),
    deadlines,
    budget: budgetOf(record, identifier),
    trlFrom: trl.from,
    trlTo: trl.to,
    keywords: keywordsOf(record, identifier),
    sections,
    flags: { ...flagsOf(record), ...(kind === 'cascade' ? cascadeFlags(record) : {}) },
    url: pageOf(record, identifier),
    observedAt,
    invented: false,
  };
}

function programmeOf(
  record: PortalRecord,
  identifier: string,
  { taxonomy: { programmes }, problems }: Reading,
): Pick<OpportunityRecord, 'programme' | 'part'> {
  const place = programmes.ofIdentifier(identifier);
  const id = record.text('frameworkProgramme');
  const programme = place?.programme ?? (id === null ? undefined : programmes.ofPortalId(id));
  // Prospect, the system of external action, has no framework programme.
  if (programme === undefined && id === externalAction) return { programme: 'EUROPEAID', part: null };
  if (programme === undefined)
    problems.note('unknown-programme', 'frameworkProgramme', id, 'an unknown programme; left out');
  return { programme: programme?.code ?? null, part: place?.part?.code ?? null };
}

const externalAction = '111111';

/** Short forms: `RIA`, `IA`; the code as written (`LIFE-PJG`) where it is none of Horizon Europe's. */
function actionTypesOf(record: PortalRecord, taxonomy: Taxonomy): readonly string[] {
  const coded = record
    .objects('actions')
    .flatMap((action) => listOf(action['types']))
    .filter(isObject)
    .flatMap((type) => textsOf(type['typeOfAction']));
  const texts = coded.length > 0 ? coded : record.texts('typesOfAction');
  const short = texts.map(
    (text) =>
      taxonomy.actionTypeOf(text)?.code ?? /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+(?= )/.exec(text)?.[0] ?? text,
  );
  return [...new Set(short)].sort();
}

function statusOf(record: PortalRecord, hasDeadline: boolean, problems: RowProblems): StatedStatus | null {
  const code = record.text('status');
  if (code === null) return null;
  const status = statuses.get(code);
  if (status === undefined)
    problems.note('unknown-status', 'status', code, 'an unknown status code; left out');
  // No date will ever decide it, and the word of a source that stopped in 2023 cannot.
  if (record.isStale && !hasDeadline) return 'closed';
  return status ?? null;
}

/** Keywords and tags, without the identifiers among them. */
function keywordsOf(record: PortalRecord, identifier: string): readonly string[] {
  const keys = new Set([identifier, ...record.texts('callIdentifier')].map((key) => key.toLowerCase()));
  const words = [...record.words('keywords'), ...record.words('tags')].filter(
    (word) => !keys.has(word.toLowerCase()),
  );
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}

function flagsOf(record: PortalRecord): OpportunityRecord['flags'] {
  const agreements = record
    .objects('actions')
    .flatMap((action) => listOf(action['types']))
    .filter(isObject)
    .flatMap((type) => listOf(type['typeOfMGA']))
    .filter(isObject)
    .flatMap((agreement) => textsOf(agreement['abbreviation']));
  const model = record.text('deadlineModel');
  const partnerSearch = record.text('allowPartnerSearch');
  const crossCutting = record.texts('crossCuttingPriorities');
  return {
    ...(agreements.length > 0 ? { lumpSum: agreements.some((name) => /-LS(-|$)/.test(name)) } : {}),
    ...(model === null ? {} : { deadlineModel: model }),
    ...(partnerSearch === null ? {} : { partnerSearch: partnerSearch === 'true' }),
    ...(crossCutting.length > 0 ? { crossCutting } : {}),
    ...(record.isStale ? { stale: true } : {}),
  };
}

/** A cascade call is a project's own: which one, and how long what it pays for may take. */
function cascadeFlags(record: PortalRecord): OpportunityRecord['flags'] {
  const project = record.text('projectAcronym');
  const duration = record.text('duration');
  return { ...(project === null ? {} : { project }), ...(duration === null ? {} : { duration }) };
}

const pages = 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities';

/** The page people read; the index links data files too, which answer 404 in upper case. */
function pageOf(record: PortalRecord, identifier: string): string | null {
  const url = record.outer('url');
  if (url !== null && url.startsWith(`${pages}/`)) return url;
  if (record.text('type') === '8') return `${pages}/competitive-calls-cs/${encodeURIComponent(identifier)}`;
  return record.text('type') === '2' ? null : `${pages}/topic-details/${encodeURIComponent(identifier)}`;
}
