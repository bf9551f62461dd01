import type { Decision } from './decide.js';
import { joined, named, percent, words } from './found.js';
import type { Case } from './predicate.js';
import type { Check, Text } from './rule.js';
import { inScope } from './scope.js';

/** Shares are written with decimals, and people round: so much may be missing or too much, in percent. */
const tolerance = 0.5;

/** A share of the budget, or of the heads, that some partners have together. */
export function decideShare(check: Extract<Check, { kind: 'share' }>, of: Case): Decision {
  const { least, most } = check.of === 'budget' ? budgetShare(check, of) : headShare(check, of);
  const tooLittle = check.minPercent ?? 0;
  const tooMuch = check.maxPercent ?? 100;
  const kept = least + tolerance / 100 >= tooLittle && most <= tooMuch + tolerance / 100;
  const broken = most + tolerance / 100 < tooLittle || least > tooMuch + tolerance / 100;
  return {
    result: kept ? 'pass' : broken ? 'fail' : 'needs-review',
    found: joined([range(least, most), asked(check)], ' '),
    concerned: [],
  };
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function budgetShare(check: Extract<Check, { kind: 'share' }>, of: Case): Range {
  const members = inScope(check.scope, of, check.where).filter(({ claim }) => claim !== 'no');
  const share = (at: number): number => of.partners[at]?.budgetSharePercent ?? 0;
  const stated = of.partners.reduce((sum, partner) => sum + (partner.budgetSharePercent ?? 0), 0);
  const least = members.filter(({ claim }) => claim === 'yes').reduce((sum, { at }) => sum + share(at), 0);
  const known = members.reduce((sum, { at }) => sum + share(at), 0);
  const open = members.some(({ at }) => of.partners[at]?.budgetSharePercent === null);
  return { least, most: known + (open ? Math.max(0, 100 - stated) : 0) };
}

function headShare(check: Extract<Check, { kind: 'share' }>, of: Case): Range {
  const members = inScope(check.scope, of, check.where);
  const part = (claims: readonly string[]): number =>
    (100 * members.filter(({ claim }) => claims.includes(claim)).length) / Math.max(1, members.length);
  return { least: part(['yes']), most: part(['yes', 'maybe']) };
}

/** No partner has more than so much of the budget. */
export function decideEachShare(check: Extract<Check, { kind: 'each-share' }>, of: Case): Decision {
  const members = inScope(check.scope, of, null).map(({ at }) => at);
  const share = (at: number): number | null => of.partners[at]?.budgetSharePercent ?? null;
  const over = members.filter((at) => (share(at) ?? 0) > check.maxPercent);
  const stated = of.partners.reduce((sum, partner) => sum + (partner.budgetSharePercent ?? 0), 0);
  const open = members.filter((at) => share(at) === null);
  // what nobody stated cannot hold more than what the others leave
  const mayBeOver = open.length > 0 && 100 - stated > check.maxPercent;
  const largest = Math.max(0, ...members.map((at) => share(at) ?? 0));
  const concerned = over.length > 0 ? over : mayBeOver ? open : [];
  return {
    result: over.length > 0 ? 'fail' : mayBeOver ? 'needs-review' : 'pass',
    found: joined(
      [
        words(`at most ${percent(largest)} %`, `al massimo ${percent(largest)} %`),
        ...(concerned.length > 0 ? [named(concerned, of.partners)] : []),
      ],
      ': ',
    ),
    concerned,
  };
}

/** The shares that are stated are a whole, or can still become one. */
export function decideSum(of: Case): Decision {
  const stated = of.partners.filter(({ budgetSharePercent }) => budgetSharePercent !== null);
  const sum = stated.reduce((total, { budgetSharePercent }) => total + (budgetSharePercent ?? 0), 0);
  const all = stated.length === of.partners.length;
  const good = stated.length === 0 || (sum <= 100 + tolerance && (!all || sum >= 100 - tolerance));
  return {
    result: good ? 'pass' : 'needs-review',
    found: words(
      `${percent(sum)} % stated by ${stated.length} of ${of.partners.length}`,
      `${percent(sum)} % indicato da ${stated.length} su ${of.partners.length}`,
    ),
    concerned: [],
  };
}

function range(least: number, most: number): Text {
  const [from, to] = [percent(least), percent(most)];
  return from === to ? words(`${from} %`, `${from} %`) : words(`${from} to ${to} %`, `da ${from} a ${to} %`);
}

function asked(check: { readonly minPercent: number | null; readonly maxPercent: number | null }): Text {
  const { minPercent, maxPercent } = check;
  if (minPercent !== null)
    return words(`where at least ${minPercent} % are asked for`, `dove serve almeno il ${minPercent} %`);
  return words(`where at most ${maxPercent ?? 100} % may be`, `dove il massimo è il ${maxPercent ?? 100} %`);
}
