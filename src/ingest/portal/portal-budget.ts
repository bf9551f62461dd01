import type { Budget } from '../../opportunities/index.js';
import { type Json, type JsonObject, isObject } from '../reading/json-source.js';
import { listOf, type PortalRecord, textsOf } from './portal-record.js';

/** One line of the call's budget table: an action of one topic. */
interface BudgetLine {
  /** lines under one key draw on one amount */
  readonly key: string;
  readonly action: string;
  readonly amountEur: number | null;
  readonly line: JsonObject;
}

/**
 * The budget of one topic out of its call's table, which lists all sister topics.
 *
 * A line is the topic's own where its action is the identifier and then a space: a sister's identifier may begin with
 * it. Lines under one key share one amount, so that is counted once. 0 means not stated.
 */
export function budgetOf(record: PortalRecord, identifier: string): Budget | null {
  const lines = record.objects('budgetOverview').flatMap(linesOf);
  const own = lines.filter(({ action }) => action.toLowerCase().startsWith(`${identifier.toLowerCase()} `));
  if (own.length === 0) return flatBudget(record);
  const amounts = new Map(own.map(({ key, amountEur }) => [key, amountEur]));
  return stated({
    totalEur: sum([...amounts.values()]),
    shared: lines.some(
      (line) => amounts.has(line.key) && !own.includes(line) && line.amountEur === amounts.get(line.key),
    ),
    perProjectMinEur: least(own.map(({ line }) => positive(line['minContribution']))),
    perProjectMaxEur: most(own.map(({ line }) => positive(line['maxContribution']))),
    expectedGrants: most(own.map(({ line }) => positive(line['expectedGrants']))),
  });
}

/** Cascade calls and external actions state one amount. */
function flatBudget(record: PortalRecord): Budget | null {
  const inEuro = (record.text('currency') ?? 'EUR') === 'EUR';
  const totalEur = inEuro ? positive(record.text('budget')) : null;
  return stated({
    totalEur,
    shared: false,
    perProjectMinEur: null,
    perProjectMaxEur: null,
    expectedGrants: null,
  });
}

const stated = (budget: Budget): Budget | null =>
  [budget.totalEur, budget.perProjectMinEur, budget.perProjectMaxEur, budget.expectedGrants].some(
    (figure) => figure !== null,
  )
    ? budget
    : null;

function linesOf(overview: JsonObject): readonly BudgetLine[] {
  const map = overview['budgetTopicActionMap'];
  if (!isObject(map)) return [];
  return Object.entries(map).flatMap(([key, lines]) =>
    listOf(lines)
      .filter(isObject)
      .map((line) => ({ key, line, action: textsOf(line['action'])[0] ?? '', amountEur: amountOf(line) })),
  );
}

/** All years together. */
function amountOf(line: JsonObject): number | null {
  const years = line['budgetYearMap'];
  return isObject(years) ? sum(Object.values(years).map(positive)) : null;
}

/** A figure as number or text; 0, negative and unreadable ones are not stated. */
function positive(value: Json | undefined): number | null {
  const figure = Number(textsOf(value)[0] ?? Number.NaN);
  return Number.isFinite(figure) && figure > 0 ? figure : null;
}

type Figures = readonly (number | null)[];
const present = (figures: Figures): number[] => figures.filter((figure) => figure !== null);
const sum = (figures: Figures): number | null =>
  present(figures).length === 0 ? null : present(figures).reduce((total, figure) => total + figure, 0);
const least = (figures: Figures): number | null =>
  present(figures).length === 0 ? null : Math.min(...present(figures));
const most = (figures: Figures): number | null =>
  present(figures).length === 0 ? null : Math.max(...present(figures));
