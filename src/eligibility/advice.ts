import type { Advice, EligibilityAnswer, RuleAnswer } from './answer.js';
import type { Consortium, Partner } from './consortium.js';
import type { Result } from './decide.js';
import { named } from './found.js';
import { nutsCountry } from './lists.js';
import type { Remedy, Rule } from './rule.js';
import type { Rulebook } from './rulebook.js';

/** So many partners are tried as an addition for one rule. */
const mostAdded = 5;

/**
 * What would cure the rules that do not pass. Every line was tried: the engine ran again on the changed consortium, that
 * rule passed, and no hard rule that passed before ceased to.
 */
export function advise(
  book: Rulebook,
  consortium: Consortium,
  answer: EligibilityAnswer,
  retry: (changed: Consortium) => EligibilityAnswer,
): readonly Advice[] {
  const attempt: Attempt = { book, consortium, before: answer, retry };
  const remedies = remediesById(book, consortium, answer);
  return answer.rules
    .filter(({ result }) => result !== 'pass')
    .flatMap((broken) => (remedies.get(broken.id) ?? []).flatMap((remedy) => tried(remedy, broken, attempt)));
}

function remediesById(
  book: Rulebook,
  { topic }: Consortium,
  answer: EligibilityAnswer,
): ReadonlyMap<string, readonly Remedy[]> {
  const set = book.ruleSets.find(({ id, version }) => id === answer.ruleSet && version === answer.version);
  const own = topic === null ? [] : (book.topics.get(topic.toLowerCase())?.rules ?? []);
  const rules: readonly Rule[] = [...(set?.rules ?? []), ...own];
  return new Map(rules.map(({ id, remedies }) => [id, remedies]));
}

/** What is tried on: the consortium, what was said of it, and how to ask again. */
interface Attempt {
  readonly book: Rulebook;
  readonly consortium: Consortium;
  readonly before: EligibilityAnswer;
  readonly retry: (changed: Consortium) => EligibilityAnswer;
}

function tried(
  remedy: Remedy,
  broken: RuleAnswer,
  { book, consortium, before, retry }: Attempt,
): readonly Advice[] {
  let changed = consortium;
  const steps = remedy.change.kind === 'add' ? mostAdded : 1;
  for (let step = 1; step <= steps; step++) {
    const next = changedBy(remedy, broken, changed, book);
    if (next === null) return [];
    changed = next;
    const after = retry(changed);
    if (!cures(broken.id, before, after)) continue;
    const who = named(broken.concerned, consortium.partners);
    const filled = (language: 'en' | 'it'): string =>
      remedy.text[language].replaceAll('{n}', () => String(step)).replaceAll('{who}', () => who[language]);
    return [{ rule: broken.id, text: { en: filled('en'), it: filled('it') }, leadsTo: after.result }];
  }
  return [];
}

/** The rule passes now, and nothing hard that passed has got worse. */
function cures(id: string, before: EligibilityAnswer, after: EligibilityAnswer): boolean {
  const now = new Map(after.rules.map((rule) => [rule.id, rule.result]));
  const ceased = before.rules.some(
    ({ id: other, hard, result }) => hard && result === 'pass' && (now.get(other) ?? 'pass') !== 'pass',
  );
  return (now.get(id) ?? 'pass') === 'pass' && !ceased && !worse(before.result, after.result);
}

function worse(before: Result, after: Result): boolean {
  const order: readonly Result[] = ['fail', 'needs-review', 'pass'];
  return order.indexOf(after) < order.indexOf(before);
}

function changedBy(
  remedy: Remedy,
  broken: RuleAnswer,
  consortium: Consortium,
  book: Rulebook,
): Consortium | null {
  const { change } = remedy;
  if (change.kind === 'add') {
    const newcomer = newcomerFor(change, consortium, book);
    return newcomer && { ...consortium, partners: [...consortium.partners, newcomer] };
  }
  if (broken.concerned.length === 0) return null;
  const concerned = new Set(broken.concerned);
  const { kind } = change;
  const partners =
    kind === 'leave-out'
      ? consortium.partners.filter((_, at) => !concerned.has(at))
      : consortium.partners.map((partner, at) =>
          concerned.has(at) ? { ...partner, role: change.role } : partner,
        );
  return partners.length === 0 ? null : { ...consortium, partners };
}

/** Somebody nobody has named yet: independent, in a place where nobody else is. */
function newcomerFor(
  change: Extract<Remedy['change'], { kind: 'add' }>,
  { partners, date }: Consortium,
  book: Rulebook,
): Partner | null {
  const countries = (book.countryLists.get(change.countryOf)?.members ?? [])
    .filter((row) => (row.from ?? '') <= date && (row.to === null || date <= row.to) && row.confirmed)
    .map(({ country }) => country);
  const taken = new Set(partners.map(({ country }) => country));
  const free = countries.filter((country) => !taken.has(country));
  const regions = change.regionOf === null ? null : (book.regionLists.get(change.regionOf)?.codes ?? []);
  const nuts = regions?.find((code) => free.includes(nutsCountry(code))) ?? null;
  const country = regions === null ? free[0] : nuts === null ? undefined : nutsCountry(nuts);
  if (country === undefined) return null;
  return {
    name: `+${partners.length}`,
    pic: null,
    country,
    // a place below the code, so that rules on smaller regions can be decided too
    nuts: nuts === null ? null : nuts.padEnd(4, '0'),
    type: change.type,
    sme: change.sme,
    role: 'beneficiary',
    controlledBy: [],
    budgetSharePercent: null,
    facts: change.facts,
  };
}
