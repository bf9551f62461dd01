import type { StatedFacts } from '../read/past-project.js';
import { bootstrap } from './bootstrap.js';
import type { Interval } from './bootstrap.js';
import { meanMetrics } from './metrics.js';
import type { ListMetrics } from './metrics.js';
import type { Outcome } from './outcome.js';

/** What the lists of one task look like where they are cut into parts. */
export interface Slices {
  /** 95 %, over queries */
  readonly intervals: Readonly<Record<keyof ListMetrics, Interval>>;
  /** means over the queries of a part, for parts with ten queries or more */
  readonly programmePart: Readonly<Record<string, SliceOfQueries>>;
  readonly actionType: Readonly<Record<string, SliceOfQueries>>;
  /** hits within 100 places over all targets of a kind, of all queries */
  readonly targets: Readonly<Record<string, SliceOfTargets>>;
}

export interface SliceOfQueries extends ListMetrics {
  readonly queries: number;
}

export interface SliceOfTargets {
  readonly targets: number;
  readonly 'recall@100': number;
}

/** What is known of the organisations of the pool. */
export interface PoolFacts {
  readonly facts: ReadonlyMap<string, StatedFacts>;
  /** train projects of each */
  readonly projects: ReadonlyMap<string, number>;
}

const fewestQueries = 10;

/** Countries whose take-up the programme wants to raise (Horizon Europe regulation, article 2), ISO alpha-2. */
const widening = new Set('BG HR CY CZ EE GR HU LV LT MT PL PT RO SK SI'.split(' '));

export function slices(outcomes: readonly Outcome[], pool: PoolFacts): Slices {
  return {
    intervals: intervalsOf(outcomes),
    programmePart: byQuery(outcomes, ({ project }) => project.legalBasis.split('.').slice(0, 3).join('.')),
    actionType: byQuery(outcomes, ({ project }) => project.fundingScheme),
    targets: byTarget(outcomes, pool),
  };
}

function intervalsOf(outcomes: readonly Outcome[]): Slices['intervals'] {
  const names = Object.keys(meanMetrics([])) as (keyof ListMetrics)[];
  const intervals = names.map((name) => {
    const values = outcomes.map(({ metrics }) => metrics[name]);
    return [name, values.length === 0 ? { low: 0, high: 0 } : bootstrap(values)] as const;
  });
  return Object.fromEntries(intervals) as Record<keyof ListMetrics, Interval>;
}

function byQuery(
  outcomes: readonly Outcome[],
  partOf: (query: Outcome['query']) => string,
): Record<string, SliceOfQueries> {
  const parts = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const part = partOf(outcome.query) || 'not stated';
    parts.set(part, [...(parts.get(part) ?? []), outcome]);
  }
  return Object.fromEntries(
    [...parts]
      .filter(([, held]) => held.length >= fewestQueries)
      .sort(([a], [b]) => Number(a > b) - Number(a < b))
      .map(([part, held]) => [
        part,
        { queries: held.length, ...meanMetrics(held.map(({ metrics }) => metrics)) },
      ]),
  );
}

function byTarget(outcomes: readonly Outcome[], { facts, projects }: PoolFacts): Slices['targets'] {
  const count = (id: string): number => projects.get(id) ?? 0;
  const kinds: Readonly<Record<string, (id: string) => boolean>> = {
    'newcomers: one project': (id) => count(id) === 1,
    'two to four projects': (id) => count(id) >= 2 && count(id) <= 4,
    'five to nineteen projects': (id) => count(id) >= 5 && count(id) <= 19,
    'twenty projects or more': (id) => count(id) >= 20,
    SMEs: (id) => facts.get(id)?.sme === true,
    universities: (id) => facts.get(id)?.type === 'HES',
    'research organisations': (id) => facts.get(id)?.type === 'REC',
    companies: (id) => facts.get(id)?.type === 'PRC',
    Lombardy: (id) => facts.get(id)?.nuts?.startsWith('ITC4') === true,
    'widening countries': (id) => widening.has(facts.get(id)?.country ?? ''),
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([name, belongs]) => [name, recallOf(outcomes, belongs)]),
  );
}

/** Hits within 100 places over all targets that belong, of all queries; 0 where there are none. */
export function recallOf(outcomes: readonly Outcome[], belongs: (id: string) => boolean): SliceOfTargets {
  let targets = 0;
  let hits = 0;
  for (const { ranked, targets: all } of outcomes) {
    const first = new Set(ranked.slice(0, 100));
    for (const id of all) {
      if (!belongs(id)) continue;
      targets += 1;
      hits += Number(first.has(id));
    }
  }
  return { targets, 'recall@100': targets === 0 ? 0 : hits / targets };
}
