import { allOf, anyOf, doubtful, opposite, type Certainty } from './certainty.js';
import type { Partner } from './consortium.js';
import { inCountryList, inRegionList, type ListMoment } from './lists.js';
import type { Ownership } from './ownership.js';
import type { Predicate } from './rule.js';
import type { Applicable, Rulebook } from './rulebook.js';

/** A consortium as the rules see it: who, under which rules, and who hangs together. */
export interface Case {
  readonly book: Rulebook;
  readonly partners: readonly Partner[];
  readonly applicable: Applicable;
  readonly deadline: string | null;
  readonly ownership: Ownership;
  readonly moment: ListMoment;
}

/**
 * Whether a claim holds of one partner; 'maybe' where what it needs is not stated or not confirmed.
 *
 * @throws {RangeError} the claim names a list or a fact that the rulebook does not hold
 */
export function holds(claim: Predicate, at: number, of: Case): Certainty {
  switch (claim.test) {
    case 'all':
      return allOf(claim.of.map((part) => holds(part, at, of)));
    case 'any':
      return anyOf(claim.of.map((part) => holds(part, at, of)));
    case 'not':
      return opposite(holds(claim.of, at, of));
    case 'doubtful':
      return doubtful(holds(claim.of, at, of));
    case 'part':
    case 'action':
    case 'flag':
      return ofCase(claim, of);
    case 'owner':
      return ownerIs(claim, at, of);
    default:
      return ofPartner(claim, at, of);
  }
}

type PartnerClaim = Exclude<
  Predicate,
  { test: 'all' | 'any' | 'not' | 'doubtful' | 'part' | 'action' | 'flag' | 'owner' }
>;

function ofPartner(claim: PartnerClaim, at: number, of: Case): Certainty {
  const partner = of.partners[at];
  if (partner === undefined) throw new RangeError(`no partner ${at}`);
  switch (claim.test) {
    case 'region-list':
      return inRegionList(known(of.book.regionLists, claim.list), partner.nuts, partner.country);
    case 'type':
      return partner.type === null ? 'maybe' : sure(claim.types.includes(partner.type));
    case 'sme':
      return isSme(partner);
    case 'fact':
      return hasFact(claim.fact, partner, of.book);
    case 'role':
      return sure(claim.roles.includes(partner.role));
    case 'unstated':
      return sure(isUnstated(claim.field, at, of));
    case 'country-list':
    case 'country':
      return inCountry(claim, partner.country, of);
  }
}

/** A claim about the case, whoever takes part; for claims about partners: whether some partner is like this. */
export function someoneIs(claim: Predicate, of: Case): Certainty {
  return anyOf(of.partners.map((_, at) => holds(claim, at, of)));
}

/** Research, education and public bodies are no enterprises unless they say so. */
function isSme(partner: Partner): Certainty {
  if (partner.sme !== null) return sure(partner.sme);
  return partner.type === null || partner.type === 'PRC' || partner.type === 'OTH' ? 'maybe' : 'no';
}

function hasFact(id: string, partner: Partner, book: Rulebook): Certainty {
  const fact = known(book.facts, id);
  if (partner.facts?.includes(id) === true) return 'yes';
  if (partner.pic !== null && fact.pics.includes(partner.pic)) return 'yes';
  if (partner.facts !== null) return 'no';
  const possible = fact.types.length === 0 || partner.type === null || fact.types.includes(partner.type);
  return possible ? fact.unstated : 'no';
}

function isUnstated(field: Extract<Predicate, { test: 'unstated' }>['field'], at: number, of: Case): boolean {
  const partner = of.partners[at];
  switch (field) {
    case 'country':
      return partner?.country === null;
    case 'type':
      return partner?.type === null;
    case 'nuts':
      return partner?.nuts === null;
    case 'ownership':
      return partner?.controlledBy === null;
    case 'owner-country':
      return of.ownership.owners[at]?.some((owner) => owner.country === null) === true;
    case 'budget-share':
      return partner?.budgetSharePercent === null;
  }
}

function ownerIs(claim: Extract<Predicate, { test: 'owner' }>, at: number, of: Case): Certainty {
  const owners = of.ownership.owners[at] ?? [];
  const answers = owners.map(({ country }) =>
    country === null ? claim.unknown : aboutCountry(claim.of, country, of),
  );
  if (of.partners[at]?.controlledBy === null) answers.push(claim.unknown);
  return anyOf(answers);
}

/** Claims about an owner: all that is known of one is its country. */
function aboutCountry(claim: Predicate, country: string, of: Case): Certainty {
  switch (claim.test) {
    case 'not':
      return opposite(aboutCountry(claim.of, country, of));
    case 'doubtful':
      return doubtful(aboutCountry(claim.of, country, of));
    case 'all':
      return allOf(claim.of.map((part) => aboutCountry(part, country, of)));
    case 'any':
      return anyOf(claim.of.map((part) => aboutCountry(part, country, of)));
    case 'country':
    case 'country-list':
      return inCountry(claim, country, of);
    default:
      return 'maybe';
  }
}

function inCountry(
  claim: Extract<Predicate, { test: 'country' | 'country-list' }>,
  country: string | null,
  of: Case,
): Certainty {
  if (claim.test === 'country-list') {
    return inCountryList(known(of.book.countryLists, claim.list), country, of.moment);
  }
  return country === null ? 'maybe' : sure(claim.codes.includes(country));
}

function ofCase(claim: Extract<Predicate, { test: 'part' | 'action' | 'flag' }>, of: Case): Certainty {
  const { topic, part, ruleSet } = of.applicable;
  if (claim.test === 'flag') return sure(topic?.flags.includes(claim.flag) === true);
  if (claim.test === 'action') return sure(claim.actions.includes(ruleSet?.action ?? ''));
  return part === null ? 'maybe' : sure(claim.parts.includes(part));
}

function sure(holding: boolean): Certainty {
  return holding ? 'yes' : 'no';
}

function known<T>(of: ReadonlyMap<string, T>, id: string): T {
  const value = of.get(id);
  if (value === undefined) throw new RangeError(`the rulebook holds no '${id}'`);
  return value;
}
