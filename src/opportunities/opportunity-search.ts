import type { Budget, OpportunityId } from './opportunity.js';
import { isListed, statusOn, type Dates } from './opportunity-status.js';
import type { OpportunityStatus } from './opportunity.js';

/** What a list can be narrowed to by a value of the opportunity; several of one kind are alternatives. */
export const facetNames = ['programme', 'part', 'kind', 'ecosystem', 'actionType', 'status'] as const;
export type FacetName = (typeof facetNames)[number];

export type FacetFilters = Readonly<Record<FacetName, readonly string[]>>;

/** What a list of opportunities is narrowed to; all of it must hold. Null: not narrowed. */
export interface OpportunityFilters extends FacetFilters {
  /** the day that decides what is open */
  readonly asOf: Date;
  /** also what is closed or withdrawn; a status that is asked for by name is shown in any case */
  readonly all: boolean;
  /** calendar days, both inclusive; a pilot has no deadline and so is in no such span */
  readonly deadlineFrom: string | null;
  readonly deadlineTo: string | null;
  /** money for one project, in euro: what is granted at most is at least, what at least is at most */
  readonly budgetFrom: number | null;
  readonly budgetTo: number | null;
  /** technology readiness the work passes through, 1 to 9 */
  readonly trl: number | null;
  /** NUTS code: those that name regions name this one, or a part of it, or what it is a part of */
  readonly region: string | null;
  /** ids; only what is in every list given */
  readonly among: readonly ReadonlySet<string>[];
}

/** Just enough of an opportunity to tell whether it is in a list. */
export interface SearchedOpportunity extends Dates {
  readonly id: OpportunityId;
  readonly identifierKey: string;
  readonly programme: string | null;
  readonly part: string | null;
  readonly actionTypes: readonly string[];
  /** codes of the strategy's ecosystems that its text speaks of */
  readonly ecosystems: readonly string[];
  readonly budget: Budget | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  /** null: it names none */
  readonly regions: readonly string[] | null;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface FoundOpportunities {
  /** in the order they were given */
  readonly ids: readonly OpportunityId[];
  /** exact: how many there would be with this value alone of its kind, all other filters standing */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
}

/** Narrows opportunities down, and counts what each further choice would leave. */
export function found(
  candidates: readonly SearchedOpportunity[],
  filters: OpportunityFilters,
): FoundOpportunities {
  const judged = candidates
    .filter((candidate) => fits(candidate, filters))
    .map((candidate) => ({ candidate, values: facetValues(candidate, statusOn(filters.asOf, candidate)) }));
  const passes = (values: FacetValues, but?: FacetName): boolean =>
    facetNames.every((name) => name === but || admitted(values[name], filters[name]));
  const listed = ({ values }: { values: FacetValues }): boolean =>
    filters.all || filters.status.length > 0 || isListed(values.status[0] as OpportunityStatus);
  return {
    ids: judged.filter((one) => listed(one) && passes(one.values)).map(({ candidate }) => candidate.id),
    facets: Object.fromEntries(
      facetNames.map((name) => [
        name,
        counted(
          judged
            .filter((one) => (name === 'status' || listed(one)) && passes(one.values, name))
            .flatMap(({ values }) => values[name]),
        ),
      ]),
    ) as unknown as FoundOpportunities['facets'],
  };
}

type FacetValues = Readonly<Record<FacetName, readonly string[]>>;

const facetValues = (candidate: SearchedOpportunity, status: OpportunityStatus): FacetValues => ({
  programme: candidate.programme === null ? [] : [candidate.programme],
  part: candidate.part === null ? [] : [candidate.part],
  kind: [candidate.kind],
  ecosystem: candidate.ecosystems,
  actionType: [...new Set(candidate.actionTypes)],
  status: [status],
});

const admitted = (values: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));

function fits(candidate: SearchedOpportunity, filters: OpportunityFilters): boolean {
  return (
    filters.among.every((ids) => ids.has(candidate.id)) &&
    withinDeadlines(candidate, filters) &&
    withinBudget(candidate.budget, filters) &&
    withinReadiness(candidate, filters.trl) &&
    withinRegion(candidate.regions, filters.region)
  );
}

function withinDeadlines(
  { deadlines }: SearchedOpportunity,
  { deadlineFrom, deadlineTo, asOf }: OpportunityFilters,
): boolean {
  if (deadlineFrom === null && deadlineTo === null) return true;
  const from = deadlineFrom ?? asOf.toISOString().slice(0, 10);
  return deadlines.some(({ at }) => {
    const day = at.slice(0, 10);
    return day >= from && (deadlineTo === null || day <= deadlineTo);
  });
}

function withinBudget(budget: Budget | null, { budgetFrom, budgetTo }: OpportunityFilters): boolean {
  if (budgetFrom === null && budgetTo === null) return true;
  const stated = [budget?.perProjectMinEur, budget?.perProjectMaxEur].filter(
    (amount) => typeof amount === 'number',
  );
  if (stated.length === 0) return false;
  return Math.max(...stated) >= (budgetFrom ?? 0) && Math.min(...stated) <= (budgetTo ?? Infinity);
}

function withinReadiness({ trlFrom, trlTo }: SearchedOpportunity, trl: number | null): boolean {
  if (trl === null) return true;
  const from = trlFrom ?? trlTo;
  const to = trlTo ?? trlFrom;
  return from !== null && to !== null && from <= trl && trl <= to;
}

function withinRegion(regions: readonly string[] | null, region: string | null): boolean {
  if (region === null || regions === null) return true;
  const asked = region.toUpperCase();
  return regions.some((code) => code.startsWith(asked) || asked.startsWith(code));
}

function counted(values: readonly string[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || Number(a.value > b.value) - Number(a.value < b.value));
}
