import type { Budget, Deadline, OpportunityRecord } from '../../opportunities/index.js';
import type { DemoNames } from './demo-names.js';
import { demoLanguages, readTrl, type DemoLanguage } from './demo-text.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';

/** Conditions that a phrase search found in the text of a topic; an aid, not legal advice. */
export const demoTopicFlags = [
  'lumpSum',
  'blindFirstStage',
  'chinaControlExcluded',
  'countryRestricted',
  'networkSupplierRestricted',
  'usEntitiesFundable',
  'fstp',
  'annexBExceptions',
] as const;

const topicPage =
  'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/';

interface Origin {
  readonly asOf: string;
  readonly language: DemoLanguage;
  readonly zone: string;
}

/** The topics of `topics.yaml`: real facts, with summaries of outcome and scope in our own words. */
export function readTopics(file: YamlValue, names: DemoNames): readonly OpportunityRecord[] {
  const head = file.fields(['asOf', 'source', 'language', 'invented', 'zone', 'topics']);
  if (head.need('invented').flag()) head.need('invented').fail('the topics are real: say false');
  head.need('source').text();
  const origin: Origin = {
    asOf: head.need('asOf').date(),
    language: head.need('language').oneOf(demoLanguages),
    zone: head.need('zone').oneOf(['Europe/Brussels']),
  };
  return head.need('topics').list((item) => readTopic(item, origin, names));
}

function readTopic(item: YamlValue, origin: Origin, names: DemoNames): OpportunityRecord {
  const of = item.fields([
    'identifier',
    'title',
    'part',
    'call',
    'callTitle',
    'actionType',
    'opensOn',
    'deadlines',
    'budget',
    'trl',
    'flags',
    'outcome',
    'scope',
  ]);
  const identifier = of.need('identifier').textLike(/^HORIZON-\S+$/, 'HORIZON-CL4-2027-01-MAT-PROD-03');
  names.give('topic', of.need('identifier'), identifier);
  const section = (kind: 'outcome' | 'scope') => ({
    kind,
    heading: null,
    text: of.need(kind).text(),
    language: origin.language,
  });
  const trl = of.optional('trl', readTrl);
  const flags = of.need('flags').list((flag) => flag.oneOf(demoTopicFlags));
  return {
    kind: 'topic',
    source: 'demo',
    sourceKey: identifier,
    identifier,
    title: of.need('title').text(),
    programme: 'HORIZON',
    part: of.need('part').text(),
    callIdentifier: of.need('call').text(),
    callTitle: of.need('callTitle').text(),
    actionTypes: [of.need('actionType').text()],
    statedStatus: null,
    opensOn: of.need('opensOn').date(),
    deadlines: of.need('deadlines').list((deadline) => readDeadline(deadline, origin.zone)),
    budget: of.optional('budget', readBudget),
    trlFrom: trl?.from ?? null,
    trlTo: trl?.to ?? null,
    keywords: [],
    sections: [section('outcome'), section('scope')],
    flags: Object.fromEntries(flags.map((flag) => [flag, true])),
    url: topicPage + identifier,
    observedAt: `${origin.asOf}T00:00:00.000Z`,
    invented: false,
  };
}

function readDeadline(value: YamlValue, zone: string): Deadline {
  const of = value.fields(['at', 'stage']);
  return {
    at: of.need('at').instant(),
    zone,
    stage: of.need('stage').oneOf(['single', 'first', 'second', 'cut-off']),
  };
}

function readBudget(value: YamlValue): Budget {
  const of = value.fields(['totalEur', 'perProjectMinEur', 'perProjectMaxEur']);
  const euro = (one: YamlValue): number => one.wholeNumber(1, 10_000_000_000);
  return {
    totalEur: of.optional('totalEur', euro),
    shared: false,
    perProjectMinEur: of.optional('perProjectMinEur', euro),
    perProjectMaxEur: of.optional('perProjectMaxEur', euro),
    expectedGrants: null,
  };
}
