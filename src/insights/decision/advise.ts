import {
  checkEligibility,
  type Consortium,
  type Partner,
  type PartnerRole,
  type RuleAnswer,
  type Rulebook,
} from '../../eligibility/index.js';
import {
  aloneBelowDays,
  deadlinesAhead,
  isoDay,
  lateBelowDays,
  type OpportunityCard,
} from '../../opportunities/index.js';
import type { OrganisationCard, PastWork } from '../../organisations/index.js';
import { ruleSetOf } from '../../consortia/index.js';

/**
 * - `go`: it may lead or apply alone, and has what that takes
 * - `only-as-partner`: the rules let others lead, not it
 * - `only-with-coordinator`: it may take part; it has never led, so somebody who has must
 * - `too-late`: closed, or too few days are left to find partners and write
 * - `not-eligible`: no consortium that it is in can pass
 * - `unclear`: the rules are not held, or what is known does not decide
 */
export const advices = [
  'go',
  'only-as-partner',
  'only-with-coordinator',
  'too-late',
  'not-eligible',
  'unclear',
] as const;
export type Advice = (typeof advices)[number];

/** Why, as a code where no rule says it. */
export type AdviceReason =
  | 'closed'
  | 'too-few-days'
  | 'never-led'
  | 'has-led'
  | 'applies-alone'
  | 'small-scheme'
  | 'rules'
  | 'no-rules-held'
  | 'facts-missing'
  | 'standing';

export interface Decision {
  readonly advice: Advice;
  readonly because: AdviceReason;
  /** the rules behind it, where rules are: those that fail, or that nobody can decide */
  readonly rules: readonly RuleAnswer[];
  /** what a consortium must have, checked for the organisation alone: what passes, it brings; what fails, it must find */
  readonly mustHaves: readonly RuleAnswer[];
  /** id of the rule set; null: none is held */
  readonly ruleSet: string | null;
  readonly version: string | null;
}

export interface Asked {
  readonly book: Rulebook;
  readonly card: OpportunityCard;
  readonly organisation: Pick<OrganisationCard, 'pic' | 'facts'>;
  readonly pastWork: PastWork;
  readonly asOf: Date;
}

/** Should they? One word, and the rule behind it. Pure. */
export function decide({ book, card, organisation, pastWork, asOf }: Asked): Decision {
  const ruleSet = ruleSetOf(book, card);
  const known = book.topics.has(card.identifier.toLowerCase());
  const check = (partners: readonly Partner[]): ReturnType<typeof checkEligibility> =>
    checkEligibility(book, consortium({ ruleSet, card, known, asOf }, partners));
  const alone = check([toPartner(organisation, 'coordinator')]);
  const told = {
    mustHaves: alone.rules.filter(({ hard, id }) => hard && id !== 'before-deadline'),
    ruleSet: alone.ruleSet,
    version: alone.version,
  };
  const answer = (advice: Advice, because: AdviceReason, rules: readonly RuleAnswer[] = []): Decision => ({
    advice,
    because,
    rules,
    ...told,
  });

  if (card.status === 'closed' || card.status === 'withdrawn') return answer('too-late', 'closed');
  if (alone.ruleSet === null)
    return card.status === 'standing' ? answer('unclear', 'standing') : answer('unclear', 'no-rules-held');

  const against = (role: PartnerRole): readonly RuleAnswer[] => blame(check, organisation, role);
  const asLeader = against('coordinator');
  const asBeneficiary = against('beneficiary');
  const asAssociate = alone.partnerSearch ? against('associated-partner') : asBeneficiary;
  if (asBeneficiary.length > 0 && asAssociate.length > 0)
    return answer('not-eligible', 'rules', asBeneficiary);
  if (organisation.facts.country === null) return answer('unclear', 'facts-missing', told.mustHaves);

  if (tooLate(card, asOf, alone.partnerSearch)) return answer('too-late', 'too-few-days');
  if (!alone.partnerSearch) return answer('go', 'applies-alone');
  const keptBack = asBeneficiary.length > 0 ? asBeneficiary : asLeader;
  if (keptBack.length > 0) return answer('only-as-partner', 'rules', keptBack);
  return answer(...byExperience(alone.ruleSet, pastWork));
}

function tooLate(card: OpportunityCard, asOf: Date, together: boolean): boolean {
  const [next] = deadlinesAhead(card.deadlines, asOf);
  return next !== undefined && next.daysLeft < (together ? lateBelowDays : aloneBelowDays);
}

/** The rules let it lead; whether it should is for what it has done to say. */
function byExperience(ruleSet: string, { coordinated }: PastWork): [Advice, AdviceReason] {
  if (smallSchemes.has(ruleSet)) return ['go', 'small-scheme'];
  return coordinated > 0 ? ['go', 'has-led'] : ['only-with-coordinator', 'never-led'];
}

/** Two firms and a form: nobody need have led before. */
const smallSchemes: ReadonlySet<string> = new Set(['vinnovate', 'eurostars']);

/**
 * The hard rules that fail because of the organisation: with partners that every scheme admits, they fail with it and
 * not with one of those in its place.
 */
function blame(
  check: (partners: readonly Partner[]) => ReturnType<typeof checkEligibility>,
  organisation: Asked['organisation'],
  role: PartnerRole,
): readonly RuleAnswer[] {
  const failed = (partners: readonly Partner[]): readonly RuleAnswer[] =>
    check(partners).rules.filter(
      ({ hard, result, id }) => hard && result === 'fail' && id !== 'before-deadline',
    );
  const others = role === 'coordinator' ? company : [leader, ...company];
  const inItsPlace = { ...leader, name: 'in its place', role };
  const { country, nuts } = organisation.facts;
  const neighbour = { ...firm, name: 'a small firm next to it', country, nuts };
  const anyway = ids(failed([inItsPlace, ...others]));
  // some schemes want a small firm beside a large one: it counts as found, unless its country is the trouble
  const found = failed([inItsPlace, ...others, neighbour]).every(({ id }) => anyway.has(id));
  const itself = toPartner(organisation, role);
  return failed([itself, ...others, ...(found ? [neighbour] : [])]).filter(({ id }) => !anyway.has(id));
}

const ids = (answers: readonly RuleAnswer[]): ReadonlySet<string> => new Set(answers.map(({ id }) => id));

type Stated = Pick<Partner, 'name' | 'pic' | 'country' | 'nuts' | 'type' | 'sme'>;

const as = (role: PartnerRole, stated: Stated, owners: Partner['controlledBy'] = []): Partner => ({
  ...stated,
  role,
  controlledBy: owners,
  budgetSharePercent: null,
  facts: null,
});

/** Partners that the schemes whose rules are held admit, few enough for those with a largest number. */
const leader = as('coordinator', {
  name: 'leader',
  pic: null,
  country: 'DE',
  nuts: 'DE91',
  type: 'REC',
  sme: false,
});
const firm = as('beneficiary', {
  name: 'firm',
  pic: null,
  country: 'BE',
  nuts: 'BE23',
  type: 'PRC',
  sme: true,
});
const company: readonly Partner[] = [
  firm,
  { ...firm, name: 'institute', country: 'ES', nuts: 'ES21', type: 'REC', sme: false },
  { ...firm, name: 'university', country: 'SI', nuts: 'SI03', type: 'HES', sme: false },
];

function toPartner({ pic, facts }: Asked['organisation'], role: PartnerRole): Partner {
  const { legalName, country, nuts, type, sme } = facts;
  return as(role, { name: legalName, pic, country, nuts, type, sme }, null);
}

function consortium(
  {
    ruleSet,
    card,
    known,
    asOf,
  }: {
    readonly ruleSet: string | null;
    readonly card: OpportunityCard;
    readonly known: boolean;
    readonly asOf: Date;
  },
  partners: readonly Partner[],
): Consortium {
  return {
    ruleSet,
    topic: known ? card.identifier : null,
    programmePart: card.part,
    deadline: card.deadlines.at(-1)?.at.slice(0, 10) ?? null,
    date: isoDay(asOf),
    partners,
  };
}
