import {
  assemble,
  type AssemblyProblem,
  type AssemblyWeights,
  type Tie,
} from '../../../src/consortia/index.js';
import { readPastProjects, toDocument, type PastProject } from '../../../src/evaluation/index.js';
import { bootstrap, type Interval } from '../../../src/evaluation/measure/bootstrap.js';
import { ask } from '../../../src/evaluation/protocol/ask.js';
import { split } from '../../../src/evaluation/protocol/split.js';
import { statedFacts, trainCorpus } from '../../../src/evaluation/protocol/train-corpus.js';
import { prepareCall, rankOrganisations } from '../../../src/ranking/index.js';

/** One real consortium of which half was given. */
export interface JudgedConsortium {
  readonly project: string;
  /** hits per proposed seat, from 0 to 1 */
  readonly assembled: number;
  /** the same for as many from the top of the list */
  readonly listed: number;
  /** seeds, size, countries and co-ordinator as asked; null: no consortium was found */
  readonly keepsRules: boolean | null;
}

export interface AssemblyFigures {
  readonly consortia: number;
  readonly impossible: number;
  readonly rulesBroken: number;
  readonly assembled: number;
  readonly listed: number;
  /** of the difference, consortium by consortium */
  readonly difference: number;
  readonly interval: Interval;
}

const candidates = 40;
/** Projects together that make a tie as strong as it gets; the same as on a board. */
const strongest = 3;

/**
 * Half of each real consortium is given, by the protocol of docs/evaluation.md, and as many seats are proposed as
 * partners were left out: by whole consortia under the rules, and by taking the top of the list.
 */
export async function judgeAssembly(
  cordis: string,
  window: { readonly cut: string; readonly until: string; readonly every: number },
  weights: AssemblyWeights,
): Promise<readonly JudgedConsortium[]> {
  const { projects } = await readPastProjects(cordis);
  const { train, pool, queries } = split(projects, window);
  const facts = statedFacts(train);
  const corpus = trainCorpus(train.map(toDocument), facts);
  const past = pastWork(train);
  const judged: JudgedConsortium[] = [];
  for (const query of queries.filter((_, place) => place % window.every === 0)) {
    const asked = ask.half(query, { pool, calls: new Map() });
    if (asked === null || asked.seeds.length === 0) continue;
    const call = prepareCall(corpus, asked.text, { asOf: window.cut, excludeTopic: query.project.topic });
    const { results } = rankOrganisations(corpus, call, {
      seeds: asked.seeds,
      fair: null,
      limit: candidates,
      explain: 0,
    });
    const list = results.map(({ organisation, score }) => ({ id: organisation, score }));
    const problem = toProblem({ list, asked, facts, past, weights });
    const found = await assemble(problem, { proposals: 1, seconds: 1 });
    const proposed = found.kind === 'impossible' ? [] : (found.proposals[0]?.seats ?? []);
    const added = proposed.filter(({ seated }) => !seated).map(({ id }) => id);
    const hits = (ids: readonly string[]): number =>
      ids.length === 0 ? 0 : ids.filter((id) => asked.targets.has(id)).length / ids.length;
    judged.push({
      project: query.project.id,
      assembled: hits(added),
      listed: hits(list.slice(0, asked.targets.size).map(({ id }) => id)),
      keepsRules: found.kind === 'impossible' ? null : keeps(problem, proposed),
    });
  }
  return judged;
}

export function figuresOf(judged: readonly JudgedConsortium[]): AssemblyFigures {
  const possible = judged.filter(({ keepsRules }) => keepsRules !== null);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const differences = possible.map(({ assembled, listed }) => assembled - listed);
  return {
    consortia: judged.length,
    impossible: judged.length - possible.length,
    rulesBroken: possible.filter(({ keepsRules }) => keepsRules === false).length,
    assembled: mean(possible.map(({ assembled }) => assembled)),
    listed: mean(possible.map(({ listed }) => listed)),
    difference: mean(differences),
    interval: bootstrap(differences),
  };
}

interface Past {
  readonly projectsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly led: ReadonlySet<string>;
}

function pastWork(train: readonly PastProject[]): Past {
  const projectsOf = new Map<string, Set<string>>();
  const led = new Set<string>();
  for (const { id, participants } of train)
    for (const { organisation, role } of participants) {
      projectsOf.set(organisation, (projectsOf.get(organisation) ?? new Set<string>()).add(id));
      if (role === 'coordinator') led.add(organisation);
    }
  return { projectsOf, led };
}

function toProblem({
  list,
  asked,
  facts,
  past,
  weights,
}: {
  readonly list: readonly { readonly id: string; readonly score: number }[];
  readonly asked: { readonly seeds: readonly string[]; readonly targets: ReadonlySet<string> };
  readonly facts: ReadonlyMap<string, { readonly country: string | null }>;
  readonly past: Past;
  readonly weights: AssemblyWeights;
}): AssemblyProblem {
  const best = Math.max(...list.map(({ score }) => score), 1e-9);
  const ids = [...asked.seeds, ...list.map(({ id }) => id)];
  const fits = new Map(list.map(({ id, score }) => [id, score / best]));
  const size = asked.seeds.length + asked.targets.size;
  const kinds = new Map(
    ids.flatMap((id) => {
      const country = facts.get(id)?.country ?? null;
      return country === null ? [] : [[id, country] as const];
    }),
  );
  return {
    needs: [],
    candidates: ids.map((id) => ({
      id,
      fit: fits.get(id) ?? 0,
      covers: new Map(),
      canCoordinate: past.led.has(id) || id === asked.seeds[0],
      newcomer: (past.projectsOf.get(id)?.size ?? 0) <= 1,
      groups: [],
    })),
    seated: asked.seeds,
    coordinator: null,
    ties: tiesAmong(ids, past),
    apart: [],
    minima: [{ id: 'countries', count: Math.min(3, size), kinds }],
    size: { min: size, max: size },
    atLeastNewcomers: 0,
    weights,
  };
}

function tiesAmong(ids: readonly string[], { projectsOf }: Past): Tie[] {
  return ids.flatMap((a, at) =>
    ids.slice(at + 1).flatMap((b): Tie[] => {
      const [one, other] = [projectsOf.get(a) ?? new Set<string>(), projectsOf.get(b) ?? new Set<string>()];
      const shared = [...one].filter((project) => other.has(project)).length;
      return shared === 0 ? [] : [{ a, b, strength: Math.min(1, shared / strongest) }];
    }),
  );
}

/** Looked at again from outside: what the solver says of itself is no proof. */
function keeps(
  { seated, size, minima, candidates: all }: AssemblyProblem,
  seats: readonly { readonly id: string; readonly coordinator: boolean }[],
): boolean {
  const ids = new Set(seats.map(({ id }) => id));
  const leads = seats.filter(({ coordinator }) => coordinator);
  const able = all.some(({ id, canCoordinate }) => canCoordinate && id === leads[0]?.id);
  const minimum = minima.every(
    ({ count, kinds }) => new Set([...ids].flatMap((id) => kinds.get(id) ?? [])).size >= count,
  );
  return (
    ids.size === seats.length &&
    ids.size >= size.min &&
    ids.size <= size.max &&
    seated.every((id) => ids.has(id)) &&
    leads.length === 1 &&
    able &&
    minimum
  );
}
