import { createHash } from 'node:crypto';
import type { OpportunityText } from '../../src/ranking/index.js';
import type { CordisProject } from './read-cordis.js';

/** The window an evaluation looks at; dates are calendar dates. */
export interface Window {
  readonly cut: string;
  readonly until: string;
}

/** One past consortium to be found again (docs/evaluation.md, rules 2 to 6). */
export interface Query {
  readonly project: CordisProject;
  readonly coordinator: string | null;
  /** partners other than the coordinator, in the pool or not */
  readonly partners: readonly string[];
  /** those of them that are in the pool */
  readonly targets: readonly string[];
}

export interface Split {
  readonly train: readonly CordisProject[];
  readonly pool: ReadonlySet<string>;
  /** those without a target are left out */
  readonly queries: readonly Query[];
}

/** Rule 2. */
export function isQuery(
  { startDate, fundingScheme, participants }: CordisProject,
  { cut, until }: Window,
): boolean {
  return startDate >= cut && startDate < until && !/MSCA|ERC/.test(fundingScheme) && participants.length >= 3;
}

/** Rules 2, 3 and 6. */
export function split(projects: readonly CordisProject[], window: Window): Split {
  const train = projects.filter(({ startDate }) => startDate < window.cut);
  const pool = new Set(
    train.flatMap(({ participants }) => participants.map(({ organisation }) => organisation)),
  );
  const queries = projects
    .filter((project) => isQuery(project, window))
    .map((project) => toQuery(project, pool))
    .filter(({ targets }) => targets.length > 0);
  return { train, pool, queries };
}

function toQuery(project: CordisProject, pool: ReadonlySet<string>): Query {
  const coordinator = project.participants.find(({ role }) => role === 'coordinator')?.organisation ?? null;
  const partners = project.participants
    .map(({ organisation }) => organisation)
    .filter((id) => id !== coordinator);
  return { project, coordinator, partners, targets: partners.filter((id) => pool.has(id)) };
}

/** What a task gives and asks for one query; null: the query is not part of the task. */
export interface Asked {
  readonly text: OpportunityText;
  readonly seeds: readonly string[];
  readonly targets: ReadonlySet<string>;
}

/** Rule 5: title, keywords and objective, nothing else. */
export function ideaText({ id, title, keywords, objective }: CordisProject): OpportunityText {
  return { id, title, keywords, sections: [{ kind: 'summary', text: objective, language: 'en' }] };
}

export function askIdea(query: Query): Asked {
  return { text: ideaText(query.project), seeds: [], targets: new Set(query.targets) };
}

export function askWithCoordinator(query: Query, pool: ReadonlySet<string>): Asked {
  const seeds = query.coordinator !== null && pool.has(query.coordinator) ? [query.coordinator] : [];
  return { ...askIdea(query), seeds };
}

/** The coordinator and the first half of the partners, by SHA-1 of `projectID:organisationID`, are seeds. */
export function askHalf(query: Query, pool: ReadonlySet<string>): Asked | null {
  const hashed = query.partners
    .map((id) => ({ id, hash: createHash('sha1').update(`${query.project.id}:${id}`).digest('hex') }))
    .sort((a, b) => Number(a.hash > b.hash) - Number(a.hash < b.hash));
  const given = hashed.slice(0, Math.floor(hashed.length / 2)).map(({ id }) => id);
  const seeds = [...(query.coordinator === null ? [] : [query.coordinator]), ...given].filter((id) =>
    pool.has(id),
  );
  const targets = new Set(query.targets.filter((id) => !given.includes(id)));
  return targets.size === 0 ? null : { text: ideaText(query.project), seeds, targets };
}

/** @param calls texts by topic in lower case */
export function askCall(query: Query, calls: ReadonlyMap<string, OpportunityText>): Asked | null {
  const text = calls.get(query.project.topic.toLowerCase());
  return text === undefined ? null : { text, seeds: [], targets: new Set(query.targets) };
}

/** Most train projects first, all schemes, ties by ascending id: checks the harness, and ignores rule 4. */
export function popularity(train: readonly CordisProject[]): string[] {
  const counts = new Map<string, number>();
  for (const { participants } of train) {
    for (const { organisation } of participants)
      counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || Number(a > b) - Number(a < b)).map(([id]) => id);
}
