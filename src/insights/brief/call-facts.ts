import { type Budget, lateBelowDays, type ShownDeadline } from '../../opportunities/index.js';
import type { BriefCall } from './brief.js';
import type { BriefWords } from './brief-words.js';
import { dayAsWritten, inMillions, timeIn } from '../written-values.js';

/** The dry facts of a call, in words. What no source states says so. */
export interface CallFacts {
  readonly kind: string;
  readonly deadline: string;
  /** on whose clock, which stage, what comes later */
  readonly remarks: string | null;
  readonly daysLeft: string | null;
  readonly late: boolean;
  readonly budget: string;
}

/** What the facts are made of. */
export type CallStated = Pick<
  BriefCall,
  'identifier' | 'kind' | 'programme' | 'actionTypes' | 'status' | 'opensOn' | 'deadlines' | 'budget'
>;

export function callFacts(call: CallStated, words: BriefWords): CallFacts {
  const [next, ...later] = call.deadlines;
  return {
    kind: kindOf(call, words),
    deadline:
      next === undefined
        ? withoutDeadline(call, words)
        : words.deadlineAt(dayAsWritten(next.day, words.locale), timeIn(next.zone, next.at)),
    remarks: next === undefined ? null : remarksOn(next, later, words),
    daysLeft: next === undefined ? null : daysLeftText(next, words),
    late: next !== undefined && next.daysLeft < lateBelowDays,
    budget: budgetText(call.budget, words),
  };
}

/** Identifier, type of action, programme part; when it opens, if that is still to come. */
function kindOf(call: CallStated, words: BriefWords): string {
  const action = call.actionTypes.length > 0 ? call.actionTypes.join(', ') : words.kinds[call.kind];
  const opens =
    call.status === 'forthcoming' && call.opensOn !== null
      ? words.opensOn(dayAsWritten(call.opensOn, words.locale))
      : null;
  const part = call.programme === null ? null : call.programme[words.language];
  return [call.identifier, action, part, opens].filter((item) => item !== null).join(' · ');
}

function remarksOn(
  { zone, stage }: ShownDeadline,
  later: readonly ShownDeadline[],
  words: BriefWords,
): string {
  return [
    words.zones[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '),
    stage === null ? null : words.stages[stage],
    later.length === 0 ? null : words.further(later.map(({ day }) => dayAsWritten(day, words.locale))),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function daysLeftText({ daysLeft }: ShownDeadline, words: BriefWords): string {
  const left = words.daysLeft(daysLeft);
  return daysLeft < lateBelowDays ? `${left}: ${words.late}` : left;
}

function withoutDeadline({ status }: CallStated, words: BriefWords): string {
  return status === 'standing' ? words.noDeadline.standing : words.noDeadline.notStated;
}

function budgetText(budget: Budget | null, words: BriefWords): string {
  if (budget === null) return words.notStated;
  const { perProjectMinEur: least, perProjectMaxEur: most, totalEur, shared } = budget;
  const parts = [
    least === null && most === null ? null : words.perProject(rangeText(least, most, words)),
    totalEur === null ? null : words.inAll(words.millions(inMillions(totalEur, words.locale)), shared),
  ].filter((part) => part !== null);
  return parts.length === 0 ? words.notStated : parts.join('; ');
}

function rangeText(least: number | null, most: number | null, words: BriefWords): string {
  const bare = (euro: number): string => inMillions(euro, words.locale);
  if (least === null) return words.upTo(words.millions(bare(most ?? 0)));
  if (most === null) return words.atLeast(words.millions(bare(least)));
  return words.millions(least === most ? bare(most) : words.between(bare(least), bare(most)));
}
