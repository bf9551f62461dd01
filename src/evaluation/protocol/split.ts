import type { PastProject } from '../read/past-project.js';

/** The window an evaluation looks at; calendar dates. */
export interface Window {
  readonly cut: string;
  readonly until: string;
}

/** One past consortium to be found again (docs/evaluation.md, rules 2 to 6). */
export interface Query {
  readonly project: PastProject;
  readonly coordinator: string | null;
  /** partners other than the coordinator, in the pool or not */
  readonly partners: readonly string[];
  /** those of them that are in the pool */
  readonly targets: readonly string[];
}

export interface Split {
  readonly train: readonly PastProject[];
  readonly pool: ReadonlySet<string>;
  /** those without a target are left out */
  readonly queries: readonly Query[];
}

/** Rule 2. */
export function isQuery({ startDate, fundingScheme, participants }: PastProject, window: Window): boolean {
  const within = startDate >= window.cut && startDate < window.until;
  return within && !/MSCA|ERC/.test(fundingScheme) && participants.length >= 3;
}

/** Rules 2, 3 and 6. */
export function split(projects: readonly PastProject[], window: Window): Split {
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

function toQuery(project: PastProject, pool: ReadonlySet<string>): Query {
  const coordinator = project.participants.find(({ role }) => role === 'coordinator')?.organisation ?? null;
  const partners = project.participants
    .map(({ organisation }) => organisation)
    .filter((id) => id !== coordinator);
  return { project, coordinator, partners, targets: partners.filter((id) => pool.has(id)) };
}
