import type { Source, Text } from '../../eligibility/index.js';
import {
  aloneBelowDays,
  deadlinesAhead,
  lateBelowDays,
  type PartnerSearch,
} from '../../opportunities/index.js';
import type { ProgrammeFacts } from '../programme-facts.js';
import type { Board } from './board.js';
import type { BoardCheck } from './check-board.js';

/**
 * - `do-not-apply`: something stands against it that nobody on the board can change in time
 * - `not-as-it-stands`: something stands against it that a change of the board would mend
 * - `think-twice`: nothing forbids it, and something speaks against it
 * - `unclear`: nothing known speaks against it, and the rules are not held or do not decide
 * - `nothing-against`: nothing known speaks against it; no promise
 */
export const boardVerdicts = [
  'do-not-apply',
  'not-as-it-stands',
  'think-twice',
  'unclear',
  'nothing-against',
] as const;
export type BoardVerdict = (typeof boardVerdicts)[number];

export const reasonsAgainst = [
  'closed',
  'too-late',
  'not-eligible',
  'no-coordinator',
  'one-country',
  'saturated',
] as const;

/** What it does to the verdict: it ends it, a change mends it, or people weigh it. */
export type Weight = 'stops' | 'mend' | 'weigh';

/** What speaks against applying, with the values it was found by. */
export type ReasonAgainst = { readonly weight: Weight } & (
  | { readonly kind: 'closed' | 'no-coordinator' }
  | { readonly kind: 'too-late'; readonly daysLeft: number }
  | { readonly kind: 'not-eligible'; readonly rules: readonly Text[] }
  | { readonly kind: 'one-country'; readonly country: string }
  | { readonly kind: 'saturated'; readonly organisations: number; readonly grants: number }
);

/** Whether these should apply to this call. */
export interface ApplyAdvice {
  readonly verdict: BoardVerdict;
  /** what weighs most first */
  readonly against: readonly ReasonAgainst[];
  /** of the programme as a whole; null: not held */
  readonly success: { readonly percent: number; readonly source: Source } | null;
}

/** What the advice rests on besides the board. */
export interface AdvisedBy {
  readonly check: BoardCheck;
  /** who looks for partners on the portal; null: it was not asked */
  readonly search: Pick<PartnerSearch, 'pics'> | null;
  readonly programme: ProgrammeFacts | null;
  readonly asOf: Date;
}

/**
 * Organisations that look for partners in public, for each project that will be funded, from which a call counts as
 * saturated. A rule of thumb: where one proposal in six succeeds, ten who still look for company are a competitor more.
 */
export const saturatedFrom = 10;

/** Once agreed, they have decided. */
const undecided: readonly Board['state'][] = ['sketch', 'forming', 'checked'];

/** Should they apply? Reasons against, each with what it was found by. Pure. Null: no call to apply to, or decided. */
export function adviseBoard(board: Board, by: AdvisedBy): ApplyAdvice | null {
  if (board.opportunity === null || !undecided.includes(board.state)) return null;
  const against = [
    ...late(board, board.opportunity, by),
    ...notEligible(board, by.check),
    ...noCoordinator(by.check),
    ...oneCountry(by.check),
    ...saturated(board.opportunity, by),
  ].sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight));
  const [worst] = against;
  const undisputed = by.check.answer.result === 'pass' ? 'nothing-against' : 'unclear';
  return {
    verdict: worst === undefined ? undisputed : verdicts[worst.weight],
    against,
    success: by.programme?.success ?? null,
  };
}

const weights: readonly Weight[] = ['stops', 'mend', 'weigh'];
const verdicts = { stops: 'do-not-apply', mend: 'not-as-it-stands', weigh: 'think-twice' } as const;

type Call = NonNullable<Board['opportunity']>;

function late(board: Board, call: Call, { check, asOf }: AdvisedBy): ReasonAgainst[] {
  if (call.status === 'closed' || call.status === 'withdrawn') return [{ kind: 'closed', weight: 'stops' }];
  // whoever was not in the first stage cannot enter the second
  const [next] = deadlinesAhead(call.deadlines, asOf).filter(({ stage }) => stage !== 'second');
  if (next === undefined) return call.deadlines.length === 0 ? [] : [{ kind: 'closed', weight: 'stops' }];
  const { daysLeft } = next;
  const few = check.answer.partnerSearch && hasGaps(board) ? lateBelowDays : aloneBelowDays;
  return daysLeft < few ? [{ kind: 'too-late', weight: 'stops', daysLeft }] : [];
}

/** Somebody who must be found has not said yes, or there is nobody at all. */
const hasGaps = ({ seats }: Board): boolean =>
  seats.length === 0 ||
  seats.some(({ required, state }) => required && state !== 'accepted' && state !== 'confirmed');

/** A rule that fails is mended by a change that was tried, or perhaps by whoever takes a seat that is open. */
function notEligible(board: Board, { answer }: BoardCheck): ReasonAgainst[] {
  const failed = answer.rules.filter(
    ({ hard, result, id }) => hard && result === 'fail' && id !== 'before-deadline',
  );
  if (failed.length === 0) return [];
  const curable = failed.every(({ id }) => answer.advice.some(({ rule }) => rule === id));
  const weight = curable || hasGaps(board) ? 'mend' : 'stops';
  return [{ kind: 'not-eligible', weight, rules: failed.map(({ text }) => text) }];
}

function noCoordinator({ answer, partners }: BoardCheck): ReasonAgainst[] {
  const led = partners.some(({ role }) => role === 'coordinator');
  return led || !answer.partnerSearch ? [] : [{ kind: 'no-coordinator', weight: 'mend' }];
}

/** A partner whose country is not stated may come from another one: then nothing is said. */
function oneCountry({ answer, partners }: BoardCheck): ReasonAgainst[] {
  const [country, ...others] = new Set(partners.map((partner) => partner.country));
  if (
    !answer.partnerSearch ||
    partners.length < 2 ||
    country === undefined ||
    country === null ||
    others.length > 0
  )
    return [];
  return [{ kind: 'one-country', weight: answer.result === 'fail' ? 'mend' : 'weigh', country }];
}

function saturated({ budget }: Call, { search }: AdvisedBy): ReasonAgainst[] {
  const grants = budget?.expectedGrants ?? null;
  const organisations = search?.pics.length ?? 0;
  if (grants === null || grants < 1 || organisations < saturatedFrom * grants) return [];
  return [{ kind: 'saturated', weight: 'weigh', organisations, grants }];
}
