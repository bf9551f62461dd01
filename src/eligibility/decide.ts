import type { Certainty } from './certainty.js';
import { counted } from './counting.js';
import { joined, named, span, words } from './found.js';
import type { Case } from './predicate.js';
import { inScope } from './scope.js';
import type { AtLeast, Check, Predicate, Scope, Text } from './rule.js';
import { decideEachShare, decideShare, decideSum } from './shares.js';

/** What a rule says of a consortium. What cannot be decided is never a pass. */
export type Result = 'pass' | 'fail' | 'needs-review';

export interface Decision {
  readonly result: Result;
  /** the value found, in words */
  readonly found: Text;
  /** partners a person would look at, by their place in the list */
  readonly concerned: readonly number[];
}

/** Decides one check for one consortium, whatever the edition or the topic make of it afterwards. */
export function decide(check: Check, of: Case): Decision {
  switch (check.kind) {
    case 'at-least':
      return decideAtLeast(check, of);
    case 'at-most':
      return decideAtMost(check, of);
    case 'none':
      return decideNone(check.scope, check.where, of);
    case 'share':
      return decideShare(check, of);
    case 'each-share':
      return decideEachShare(check, of);
    case 'budget-adds-up':
      return decideSum(of);
    case 'one-entry-per-entity':
      return decideEntities(of);
    case 'ownership-without-circle':
      return decideCircles(of);
    case 'before-deadline':
      return decideDeadline(of);
    case 'read':
      return {
        result: 'needs-review',
        found: words('not read by this check', 'non letto da questo controllo'),
        concerned: [],
      };
  }
}

function decideAtLeast(check: AtLeast, of: Case): Decision {
  const { worst, best, including, counting, tokens } = counted(check, of);
  const wanted = check.including?.count ?? 0;
  const reached = worst >= check.count && (including?.worst ?? 0) >= wanted;
  const reachable = best >= check.count && (including?.best ?? 0) >= wanted;
  const number = joined(
    [span(worst, best), words(`of at least ${check.count}`, `su almeno ${check.count}`)],
    ' ',
  );
  const places = check.distinct === 'entity' ? named(counting, of.partners) : listed(tokens);
  const among =
    including === null
      ? []
      : [
          joined(
            [
              words('of these of the required kind', 'di questi del tipo richiesto'),
              span(including.worst, including.best),
              words(`of at least ${wanted}`, `su almeno ${wanted}`),
            ],
            ' ',
          ),
        ];
  return {
    result: reached ? 'pass' : reachable ? 'needs-review' : 'fail',
    found: joined([joined([number, places], ': '), ...among], '; '),
    concerned: reached ? [] : counting,
  };
}

function listed(tokens: readonly string[]): Text {
  return tokens.length === 0 ? words('none', 'nessuno') : words(tokens.join(', '), tokens.join(', '));
}

function decideAtMost(check: Extract<Check, { kind: 'at-most' }>, of: Case): Decision {
  const members = inScope(check.scope, of, check.where);
  const entities = (least: boolean): number =>
    new Set(
      members
        .filter(({ claim }) => claim === 'yes' || (claim === 'maybe' && !least))
        .map(({ at }) => of.ownership.entity[at]),
    ).size;
  const [least, most] = [entities(true), entities(false)];
  return {
    result: most <= check.count ? 'pass' : least > check.count ? 'fail' : 'needs-review',
    found: joined(
      [span(least, most), words(`where at most ${check.count} may`, `dove il massimo è ${check.count}`)],
      ' ',
    ),
    concerned: [],
  };
}

function decideNone(scope: Scope, where: Predicate, of: Case): Decision {
  const members = inScope(scope, of, where);
  const having = (claim: Certainty): readonly number[] =>
    members.filter((member) => member.claim === claim).map(({ at }) => at);
  const [sure, possible] = [having('yes'), having('maybe')];
  const concerned = sure.length > 0 ? sure : possible;
  return {
    result: sure.length > 0 ? 'fail' : possible.length > 0 ? 'needs-review' : 'pass',
    found: named(concerned, of.partners),
    concerned,
  };
}

function decideEntities(of: Case): Decision {
  const { entity, alike } = of.ownership;
  const twice = entity.flatMap((first, at) => (first === at ? [] : [first, at]));
  const concerned = [...new Set([...twice, ...alike.flat()])].sort((a, b) => a - b);
  return {
    result: concerned.length > 0 ? 'needs-review' : 'pass',
    found:
      concerned.length > 0
        ? named(concerned, of.partners)
        : words(
            `${of.partners.length} entries, each another entity`,
            `${of.partners.length} voci, ciascuna un soggetto diverso`,
          ),
    concerned,
  };
}

function decideCircles(of: Case): Decision {
  const concerned = [...of.ownership.circular].sort((a, b) => a - b);
  return {
    result: concerned.length > 0 ? 'needs-review' : 'pass',
    found: concerned.length > 0 ? named(concerned, of.partners) : words('none', 'nessuno'),
    concerned,
  };
}

function decideDeadline(of: Case): Decision {
  const { topic, date } = of.applicable;
  const days = of.deadline === null ? [...(topic?.deadlines ?? [])].sort() : [of.deadline];
  const [first, last] = [days[0], days[days.length - 1]];
  const concerned: readonly number[] = [];
  if (first === undefined || last === undefined) {
    return { result: 'pass', found: words('no deadline stated', 'nessuna scadenza indicata'), concerned };
  }
  if (date > last) {
    return { result: 'fail', found: words(`closed since ${last}`, `chiuso dal ${last}`), concerned };
  }
  if (date > first) {
    return {
      result: 'needs-review',
      found: words(
        `first stage closed on ${first}; only those it let through may apply until ${last}`,
        `prima fase chiusa il ${first}; solo chi l'ha superata può presentare domanda entro il ${last}`,
      ),
      concerned,
    };
  }
  const opens = topic?.opens ?? null;
  const early = opens !== null && date < opens;
  return {
    result: 'pass',
    found: early
      ? words(`opens on ${opens}, closes on ${first}`, `apre il ${opens}, chiude il ${first}`)
      : words(`closes on ${first}`, `chiude il ${first}`),
    concerned,
  };
}
