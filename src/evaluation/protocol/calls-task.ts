import type { OpportunityText } from '../../ranking/index.js';
import type { PastProject } from '../read/past-project.js';
import { projectCounts } from './popularity.js';
import { isQuery } from './split.js';
import type { Split, Window } from './split.js';

/** One organisation and the topics it joined in the window, to be ranked among all topics of the window. */
export interface Member {
  readonly organisation: string;
  /** train projects, all schemes */
  readonly projects: number;
  /** topics of its train projects: no candidates */
  readonly had: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
}

export interface CallsTask {
  /** identifiers in lower case, ascending */
  readonly topics: readonly string[];
  readonly members: readonly Member[];
}

/** The other direction of the protocol: what a member's list shows. */
export function callsTask(projects: readonly PastProject[], { train }: Split, window: Window): CallsTask {
  const queries = projects.filter((project) => isQuery(project, window));
  const joined = topicsByOrganisation(queries);
  const had = topicsByOrganisation(train);
  const counts = projectCounts(train);
  const members = [...joined].flatMap(([organisation, topics]): Member[] => {
    const before = had.get(organisation);
    if (before === undefined) return [];
    const targets = new Set([...topics].filter((topic) => !before.has(topic)));
    return targets.size === 0
      ? []
      : [{ organisation, projects: counts.get(organisation) ?? 0, had: before, targets }];
  });
  return { topics: [...new Set(queries.map(({ topic }) => topic.toLowerCase()))].sort(), members };
}

function topicsByOrganisation(projects: readonly PastProject[]): Map<string, Set<string>> {
  const topics = new Map<string, Set<string>>();
  for (const { topic, participants } of projects) {
    for (const { organisation } of participants) {
      const held = topics.get(organisation) ?? new Set();
      topics.set(organisation, held.add(topic.toLowerCase()));
    }
  }
  return topics;
}

/** Title and keywords of the open data, with the call's own text where there is one. */
export function topicText(
  topic: string,
  titles: ReadonlyMap<string, { readonly title: string; readonly keywords: readonly string[] }>,
  calls: ReadonlyMap<string, OpportunityText>,
): OpportunityText {
  const stated = titles.get(topic);
  const call = calls.get(topic);
  return {
    id: topic,
    topic,
    title: stated?.title ?? call?.title ?? '',
    keywords: stated?.keywords ?? [],
    sections: call?.sections ?? [],
  };
}
