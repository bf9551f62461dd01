/**
 * Quality of the ranking on real consortia, by the protocol of docs/evaluation.md; popularity checks the harness.
 *
 * `RANKING_CUT` and `RANKING_UNTIL` choose another window, such as the one the weights were fitted on.
 */
import {
  learnBoilerplate,
  openCorpus,
  openSegment,
  prepareCall,
  PreparedCalls,
  rankOpportunities,
  rankOrganisations,
  SegmentBuilder,
} from '../src/ranking/index.js';
import type { Boilerplate, Corpus, OpportunityText, RankingModel } from '../src/ranking/index.js';
import { listMetrics, meanMetrics } from '../src/ranking/metrics.js';
import type { ListMetrics } from '../src/ranking/metrics.js';
import type { Bench } from './bench.js';
import { callsTask, topicText } from './cordis/calls-task.js';
import type { CallsTask, Member } from './cordis/calls-task.js';
import { askCall, askHalf, askIdea, askWithCoordinator, popularity, split } from './cordis/protocol.js';
import type { Asked, Query, Split, Window } from './cordis/protocol.js';
import { readCalls } from './cordis/read-calls.js';
import { readCordis, readTopics, sharedData, toDocument } from './cordis/read-cordis.js';
import type { Cordis } from './cordis/read-cordis.js';

export type Task = 'idea' | 'idea+coordinator' | 'half' | 'call';

/** The open segment of what was known before the cut. */
export function trainCorpus(
  cordis: Cordis,
  { train, pool }: Split,
  options: { model?: RankingModel; boilerplate?: Boilerplate } = {},
): Corpus {
  const builder = new SegmentBuilder({ name: 'open', statistics: null });
  for (const organisation of cordis.organisations.values()) {
    if (pool.has(organisation.id)) builder.addOrganisation(organisation);
  }
  for (const project of train) builder.addDocument(toDocument(project));
  return openCorpus([openSegment(builder.finish())], options);
}

/** Ranks every query of a task; the coordinator is no candidate and no target. */
export function judge(
  corpus: Corpus,
  queries: readonly Query[],
  cut: string,
  ask: (query: Query) => Asked | null,
): ListMetrics[] {
  return queries.flatMap((query) => {
    const asked = ask(query);
    if (asked === null) return [];
    const call = prepareCall(corpus, asked.text, { asOf: cut, excludeTopic: query.project.topic });
    const { results } = rankOrganisations(corpus, call, {
      seeds: asked.seeds,
      exclude: query.coordinator === null ? [] : [query.coordinator],
      limit: 200,
      explain: 0,
    });
    return [
      listMetrics(
        results.map(({ organisation }) => organisation),
        asked.targets,
      ),
    ];
  });
}

/** How each task puts its question. */
export function asking(
  { pool }: Split,
  calls: ReadonlyMap<string, OpportunityText>,
): Record<Task, (query: Query) => Asked | null> {
  return {
    idea: askIdea,
    'idea+coordinator': (query) => askWithCoordinator(query, pool),
    half: (query) => askHalf(query, pool),
    call: (query) => askCall(query, calls),
  };
}

/** Ranks the topics of the window for each member, leaving out those it had a project in. */
export function judgeCalls(
  corpus: Corpus,
  { topics, members }: CallsTask,
  cut: string,
  textOf: (topic: string) => OpportunityText,
): { member: Member; metrics: ListMetrics }[] {
  const calls = new PreparedCalls(
    topics.map((topic) => prepareCall(corpus, textOf(topic), { asOf: cut, excludeTopic: topic })),
  );
  return members.map((member) => {
    const { results } = rankOpportunities(corpus, calls, member.organisation, {
      limit: topics.length,
      explain: 0,
    });
    const ranked = results.map(({ opportunity }) => opportunity).filter((topic) => !member.had.has(topic));
    return { member, metrics: listMetrics(ranked, member.targets) };
  });
}

export const bench: Bench = async (report) => {
  const folder = sharedData('cordis-horizon-europe');
  const portal = sharedData('funding-tenders-portal');
  if (folder === null || portal === null) return { skipped: 'the open data are not there (TESSERA_SHARED)' };
  const window: Window = {
    cut: process.env.RANKING_CUT ?? '2024-09-01',
    until: process.env.RANKING_UNTIL ?? '2025-06-01',
  };
  const cordis = await readCordis(folder);
  const calls = await readCalls(`${portal}/work-programme-topics.jsonl.gz`);
  const data = split(cordis.projects, window);
  const popular = popularity(data.train);
  const byPopularity = data.queries.map(({ coordinator, targets }) =>
    listMetrics(popular.filter((id) => id !== coordinator).slice(0, 200), new Set(targets)),
  );
  tell('popularity', byPopularity);
  const corpus = trainCorpus(cordis, data, { boilerplate: learnBoilerplate(calls.values()) });
  for (const [task, ask] of Object.entries(asking(data, calls))) {
    tell(task, judge(corpus, data.queries, window.cut, ask));
  }
  const titles = await readTopics(folder);
  const lists = judgeCalls(corpus, callsTask(cordis.projects, data, window), window.cut, (topic) =>
    topicText(topic, titles, calls),
  );
  const one = lists.filter(({ member }) => member.projects === 1);
  tell(
    'calls',
    lists.map(({ metrics }) => metrics),
  );
  tell(
    'calls, one project',
    one.map(({ metrics }) => metrics),
  );

  function tell(name: string, lists: readonly ListMetrics[]): void {
    report({ name: `${name}: queries`, value: lists.length, unit: '' });
    for (const [metric, value] of Object.entries<number>({ ...meanMetrics(lists) })) {
      report({ name: `${name}: ${metric}`, value, unit: '' });
    }
  }
};
