import type { PastProject } from '../read/past-project.js';
import { ask, ideaText } from './ask.js';
import { callsTask } from './calls-task.js';
import { coldDocuments, isMasked } from './cold.js';
import { popularity } from './popularity.js';
import { split } from './split.js';
import { statedFacts } from './train-corpus.js';

const window = { cut: '2024-01-01', until: '2025-01-01' };

/** A project with partners by id; the first one coordinates. */
function project(
  id: string,
  startDate: string,
  partners: string,
  more: Partial<PastProject> = {},
): PastProject {
  return {
    id,
    title: `Title ${id}`,
    objective: 'An objective.',
    keywords: ['wind'],
    startDate,
    topic: `HORIZON-${id}`,
    fundingScheme: 'HORIZON-RIA',
    legalBasis: 'HORIZON.2.5',
    concepts: ['/1/2'],
    participants: partners.split(' ').map((organisation, at) => ({
      organisation,
      role: at === 0 ? 'coordinator' : 'participant',
      facts: { name: organisation, country: 'IT', nuts: 'ITC4C', type: 'PRC', sme: at > 1 },
    })),
    ...more,
  };
}

const past = [project('1', '2022-01-01', 'a b c'), project('2', '2023-12-31', 'b d')];

describe('the split of the protocol', () => {
  it('trains on what started before the cut, all schemes, and pools its organisations', () => {
    const { train, pool } = split([...past, project('3', '2024-01-01', 'x y z')], window);
    expect(train.map(({ id }) => id)).toEqual(['1', '2']);
    expect([...pool].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['starts on the last day', project('9', '2025-01-01', 'a b c')],
    ['has two organisations', project('9', '2024-02-01', 'a b')],
    [
      'is a fellowship network',
      project('9', '2024-02-01', 'a b c', { fundingScheme: 'HORIZON-TMA-MSCA-DN' }),
    ],
    ['is a frontier grant', project('9', '2024-02-01', 'a b c', { fundingScheme: 'HORIZON-ERC-SYG' })],
    ['knows none of its partners', project('9', '2024-02-01', 'a x y')],
  ])('asks nothing of a project that %s', (_why, other) => {
    expect(split([...past, other], window).queries).toEqual([]);
  });

  it('takes the coordinator out of the targets', () => {
    const [query] = split([...past, project('9', '2024-02-01', 'a b x d')], window).queries;
    expect(query).toMatchObject({ coordinator: 'a', partners: ['b', 'x', 'd'], targets: ['b', 'd'] });
  });
});

describe('the tasks of the protocol', () => {
  const data = split([...past, project('9', '2024-02-01', 'a b c d x')], window);
  const [query] = data.queries;
  const asking = { pool: data.pool, calls: new Map() };

  it('give the text alone, never classes, and the coordinator where it is known', () => {
    expect(JSON.stringify(ideaText(query!.project))).not.toContain('/1/2');
    expect(ask.idea(query!, asking)?.seeds).toEqual([]);
    expect(ask['idea+coordinator'](query!, asking)?.seeds).toEqual(['a']);
  });

  it('give half of the partners by their hash, rounded down, and ask for the rest', () => {
    const asked = ask.half(query!, asking);
    // by SHA-1 of `9:<partner>` they come as d, b, c, x; nobody knew x before
    expect(asked?.seeds.toSorted()).toEqual(['a', 'b', 'd']);
    expect([...(asked?.targets ?? [])]).toEqual(['c']);
  });

  it('leave a query out of `call` where its call has no text', () => {
    expect(ask.call(query!, asking)).toBeNull();
    const text = ideaText(query!.project);
    expect(ask.call(query!, { ...asking, calls: new Map([['horizon-9', text]]) })?.text).toBe(text);
  });

  it('rank by popularity with ties by ascending id', () => {
    expect(popularity(past)).toEqual(['b', 'a', 'c', 'd']);
  });

  it('ask a member for the topics it joined and never had', () => {
    const window9 = callsTask(
      [
        ...past,
        project('9', '2024-02-01', 'a b c', { topic: 'horizon-1' }),
        project('8', '2024-03-01', 'b d e'),
      ],
      split(past, window),
      window,
    );
    expect(window9.topics).toEqual(['horizon-1', 'horizon-8']);
    expect(window9.members.map(({ organisation, targets }) => [organisation, ...targets])).toEqual([
      ['b', 'horizon-8'],
      ['d', 'horizon-8'],
    ]);
  });
});

describe('the cold task', () => {
  const masked = Array.from({ length: 60 }, (_, at) => `org${String(at)}`).find(isMasked)!;
  const train = [
    project('2', '2023-01-01', `a ${masked}`),
    project('1', '2022-01-01', `a ${masked}`, { keywords: Array.from({ length: 200 }, () => 'word') }),
  ];
  const documents = coldDocuments(train, statedFacts(train));

  it('masks a fifth of the organisations', () => {
    const share = Array.from({ length: 5000 }, (_, at) => String(at)).filter(isMasked).length / 5000;
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.22);
  });

  it('takes their participations away and leaves a profile of their earliest project, cut at 120 words', () => {
    expect(
      documents.slice(0, 2).flatMap(({ holders }) => holders.map(({ organisation }) => organisation)),
    ).toEqual(['a', 'a']);
    expect(documents[2]).toMatchObject({ type: 'profile', title: masked, topic: 'HORIZON-1' });
    expect(documents[2]?.body.split(' ')).toHaveLength(120);
  });
});
