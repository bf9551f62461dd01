import type { MemberFit } from '../../matching/index.js';
import {
  deadlinesAhead,
  type OpportunityKind,
  type OpportunityOutline,
  type ShownDeadline,
} from '../../opportunities/index.js';
import type { OrganisationType } from '../../organisations/index.js';
import type { MaskedCount } from '../cluster/sister-fits.js';

/** How well a cluster's own members answer a call. */
export const covers = ['strong', 'thin', 'none'] as const;
export type Cover = (typeof covers)[number];

/** So many members that fit well make a choice: one to lead, one in reserve, and one for what they lack. */
export const strongFrom = 3;

/** One call against a cluster's pool. */
export interface RadarRow {
  readonly call: OpportunityOutline;
  /** still to come, the next one first */
  readonly deadlines: readonly ShownDeadline[];
  /** members whose competence fit is strong */
  readonly strong: number;
  /** members whose competence fit is good, without the strong ones */
  readonly good: number;
  /** members of sister clusters whose fit is good or strong */
  readonly sisters: MaskedCount;
  readonly cover: Cover;
  /** types of organisation that nobody among the members that fit has: what a consortium will lack */
  readonly missingTypes: readonly OrganisationType[];
  /** euro: for the topic, else for a project; null where not stated */
  readonly budgetEur: number | null;
}

export interface RadarFilter {
  readonly kind?: OpportunityKind;
  /** code of a programme part as rows carry it, `HORIZON CL4`; empty: of none */
  readonly part?: string;
  readonly cover?: Cover;
  readonly status?: string;
  readonly actionType?: string;
  /** the next deadline is at most so many days away */
  readonly withinDays?: number;
  /** words of the title or the identifier */
  readonly search?: string;
}

export const radarSorts = ['fit', 'deadline', 'budget', 'sisters', 'searches', 'title'] as const;
export type RadarSort = (typeof radarSorts)[number];

export const coverOf = (members: number): Cover =>
  members >= strongFrom ? 'strong' : members > 0 ? 'thin' : 'none';

/** The types a consortium is asked about again and again. */
const expectedTypes: readonly OrganisationType[] = ['PRC', 'REC', 'HES', 'PUB'];

/** One row, from what fits. @param fits members that count, the best first */
export function radarRow(
  call: OpportunityOutline,
  fits: readonly MemberFit[],
  {
    asOf,
    strong,
    sisters,
    typeOf,
  }: {
    readonly asOf: Date;
    /** how many of them fit it more than well */
    readonly strong: number;
    readonly sisters: MaskedCount;
    readonly typeOf: (organisation: string) => OrganisationType | null;
  },
): RadarRow {
  return {
    call,
    deadlines: deadlinesAhead(call.deadlines, asOf),
    strong,
    good: fits.length - strong,
    sisters,
    cover: coverOf(fits.length),
    missingTypes: fits.length === 0 ? [] : missingTypes(fits, typeOf),
    budgetEur: call.budget?.totalEur ?? call.budget?.perProjectMaxEur ?? null,
  };
}

/** Looks no further than to the last type that is expected: most calls have them all among their first dozen. */
function missingTypes(
  fits: readonly MemberFit[],
  typeOf: (organisation: string) => OrganisationType | null,
): OrganisationType[] {
  const missing = new Set<OrganisationType | null>(expectedTypes);
  for (const { organisation } of fits) {
    missing.delete(typeOf(organisation));
    if (missing.size === 0) break;
  }
  return expectedTypes.filter((type) => missing.has(type));
}

/** The part of a programme a call belongs to, as filters name it: `HORIZON CL4`; empty where it states none. */
export const partCodeOf = ({ programme, part }: Pick<OpportunityOutline, 'programme' | 'part'>): string =>
  [programme, part].filter((code) => code !== null).join(' ');

const says = ({ call }: RadarRow, words: string): boolean =>
  `${call.title}\n${call.identifier}`.toLowerCase().includes(words.trim().toLowerCase());

/** Whether a row is asked for; filters combine. */
export function passes(row: RadarRow, filter: RadarFilter): boolean {
  const { call, deadlines } = row;
  const { withinDays, actionType, search } = filter;
  const equal = (wanted: string | undefined, is: string): boolean => wanted === undefined || wanted === is;
  return [
    equal(filter.kind, call.kind),
    equal(filter.part, partCodeOf(call)),
    equal(filter.cover, row.cover),
    equal(filter.status, call.status),
    actionType === undefined || call.actionTypes.includes(actionType),
    withinDays === undefined || (deadlines[0] !== undefined && deadlines[0].daysLeft <= withinDays),
    search === undefined || says(row, search),
  ].every(Boolean);
}

const figure: Readonly<Record<Exclude<RadarSort, 'title'>, (row: RadarRow) => number | null>> = {
  fit: ({ strong, good }) => strong * 10_000 + good,
  deadline: ({ deadlines }) => (deadlines[0] ? -Date.parse(deadlines[0].at) : null),
  budget: ({ budgetEur }) => budgetEur,
  // some, but too few to say: more than none, fewer than any number shown
  sisters: ({ sisters }) => sisters.count ?? 1,
  searches: ({ call }) => call.partnerSearches,
};

/** The most, the soonest or the largest first; what is not stated last; ties by identifier. */
export function inOrder(rows: readonly RadarRow[], sort: RadarSort): RadarRow[] {
  const tie = (a: RadarRow, b: RadarRow): number =>
    Number(a.call.identifier > b.call.identifier) - Number(a.call.identifier < b.call.identifier);
  if (sort === 'title')
    return [...rows].sort((a, b) => a.call.title.localeCompare(b.call.title) || tie(a, b));
  const of = figure[sort];
  const least = Number.NEGATIVE_INFINITY;
  return [...rows].sort((a, b) => {
    const [left, right] = [of(a) ?? least, of(b) ?? least];
    return left === right ? tie(a, b) : right - left;
  });
}
