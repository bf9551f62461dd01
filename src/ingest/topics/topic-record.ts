import type { OpportunityRecord, StatedStatus } from '../../opportunities/index.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import type { RowProblems } from '../reading/source-problem.js';

export interface TopicReading {
  readonly taxonomy: Taxonomy;
  /** ISO instant */
  readonly observedAt: string;
  readonly problems: RowProblems;
}

type Stated = Pick<
  OpportunityRecord,
  | 'identifier'
  | 'title'
  | 'callIdentifier'
  | 'opensOn'
  | 'deadlines'
  | 'budget'
  | 'trlFrom'
  | 'trlTo'
  | 'sections'
  | 'flags'
> & {
  /** the type of action in the source's words */
  readonly action: string;
};

/** What a work programme says of one topic. @returns null where identifier or title is missing */
export function topicRecord(
  stated: Stated,
  { taxonomy, observedAt, problems }: TopicReading,
): OpportunityRecord | null {
  const { action, ...fields } = stated;
  const identifier = fields.identifier.trim();
  if (!isTopicIdentifier(identifier)) {
    const problem = identifier === '' ? 'missing-value' : 'not-a-topic-identifier';
    problems.refuse(
      problem,
      'topicId',
      identifier || null,
      'no topic identifier such as HORIZON-CL4-2027-01-X-01; row left out',
    );
  }
  if (fields.title === '') problems.refuse('missing-value', 'title', null, 'no title; row left out');
  if (problems.refused) return null;
  const place = taxonomy.programmes.ofIdentifier(identifier);
  return {
    kind: 'topic',
    source: 'work-programme',
    sourceKey: identifier,
    ...fields,
    identifier,
    programme: place?.programme.code ?? null,
    part: place?.part?.code ?? null,
    callTitle: null,
    actionTypes: action === '' ? [] : [taxonomy.actionTypeOf(action)?.code ?? action],
    statedStatus: fields.deadlines.length > 0 ? null : statusByYear(identifier, observedAt),
    keywords: [],
    url: null,
    observedAt,
    invented: false,
  };
}

/**
 * Without dates no one could tell that a topic of 2021 is closed. Its call's year stands in its identifier: calls of
 * past years are closed, those of coming years not yet open.
 */
function statusByYear(identifier: string, observedAt: string): StatedStatus | null {
  const year = /(?<!\d)20[2-9]\d(?!\d)/.exec(identifier)?.[0];
  const now = observedAt.slice(0, 4);
  if (year === undefined || year === now) return null;
  return year < now ? 'closed' : 'forthcoming';
}

/** Opaque, but never with blanks, and with a year in it somewhere. */
const isTopicIdentifier = (text: string): boolean =>
  /^[A-Za-z0-9][\w/.-]{3,120}$/.test(text) && /\d{4}/.test(text);
