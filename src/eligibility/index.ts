export type { Advice, EligibilityAnswer, RuleAnswer } from './answer.js';
export { checkEligibility, demandsOf, type Demands } from './check.js';
export {
  partnerRoles,
  partnerTypes,
  type Consortium,
  type Owner,
  type Partner,
  type PartnerRole,
  type PartnerType,
} from './consortium.js';
export type { Result } from './decide.js';
export type { Certainty } from './certainty.js';
export { inRegionList, nutsCountry } from './lists.js';
export {
  distinctions,
  scopes,
  severities,
  unstatedFields,
  type AtLeast,
  type Check,
  type Distinction,
  type Predicate,
  type Remedy,
  type Rule,
  type RuleSet,
  type Scope,
  type Severity,
  type Source,
  type Text,
  type UnstatedField,
} from './rule.js';
export type { CountryList, Fact, ListedCountry, RegionList, Rulebook, Topic } from './rulebook.js';
