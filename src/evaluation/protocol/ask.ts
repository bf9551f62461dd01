import { createHash } from 'node:crypto';
import type { OpportunityText } from '../../ranking/index.js';
import type { PastProject } from '../read/past-project.js';
import type { Query } from './split.js';

/** The tasks that ask for partners; `cold` and `calls` are put otherwise. */
export const partnerTasks = ['idea', 'idea+coordinator', 'half', 'call'] as const;
export type PartnerTask = (typeof partnerTasks)[number];

/** What a task gives and asks for one query. */
export interface Asked {
  readonly text: OpportunityText;
  /** organisations of the pool */
  readonly seeds: readonly string[];
  /** never empty */
  readonly targets: ReadonlySet<string>;
}

export interface Asking {
  readonly pool: ReadonlySet<string>;
  /** texts of calls by topic in lower case */
  readonly calls: ReadonlyMap<string, OpportunityText>;
}

/** How each task puts its question; null: the query is not part of the task. */
export const ask: Readonly<Record<PartnerTask, (query: Query, asking: Asking) => Asked | null>> = {
  idea: askIdea,
  'idea+coordinator': askWithCoordinator,
  half: askHalf,
  call: askCall,
};

const ideas = new WeakMap<PastProject, OpportunityText>();

/** Rule 5: title, keywords and objective, nothing else. The same object for the same project. */
export function ideaText(project: PastProject): OpportunityText {
  const known = ideas.get(project);
  if (known !== undefined) return known;
  const { id, title, keywords, objective } = project;
  const made: OpportunityText = {
    id,
    title,
    keywords,
    sections: [{ kind: 'summary', text: objective, language: 'en' }],
  };
  ideas.set(project, made);
  return made;
}

function askIdea(query: Query): Asked {
  return { text: ideaText(query.project), seeds: [], targets: new Set(query.targets) };
}

function askWithCoordinator(query: Query, { pool }: Asking): Asked {
  const seeds = query.coordinator !== null && pool.has(query.coordinator) ? [query.coordinator] : [];
  return { ...askIdea(query), seeds };
}

/** The coordinator and the first half of the partners, by SHA-1 of `projectID:organisationID`, are seeds. */
function askHalf(query: Query, { pool }: Asking): Asked | null {
  const hashed = query.partners
    .map((id) => ({ id, hash: createHash('sha1').update(`${query.project.id}:${id}`).digest('hex') }))
    .sort((a, b) => Number(a.hash > b.hash) - Number(a.hash < b.hash));
  const given = new Set(hashed.slice(0, Math.floor(hashed.length / 2)).map(({ id }) => id));
  const seeds = [...(query.coordinator === null ? [] : [query.coordinator]), ...given].filter((id) =>
    pool.has(id),
  );
  const targets = new Set(query.targets.filter((id) => !given.has(id)));
  return targets.size === 0 ? null : { text: ideaText(query.project), seeds, targets };
}

function askCall(query: Query, { calls }: Asking): Asked | null {
  const text = calls.get(query.project.topic.toLowerCase());
  return text === undefined ? null : { text, seeds: [], targets: new Set(query.targets) };
}
