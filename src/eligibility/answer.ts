import type { Result } from './decide.js';
import type { Source, Text } from './rule.js';

/** What one rule says, with everything a person needs to judge it. */
export interface RuleAnswer {
  readonly id: string;
  readonly result: Result;
  /** a soft rule is answered but does not decide */
  readonly hard: boolean;
  readonly text: Text;
  readonly found: Text;
  readonly source: Source;
  /** partners a person would look at, by their place in the list */
  readonly concerned: readonly number[];
}

/** A change that was tried, and what it does. */
export interface Advice {
  readonly rule: string;
  readonly text: Text;
  /** result of the whole check with the change */
  readonly leadsTo: Result;
}

export interface EligibilityAnswer {
  /** fail where a hard rule fails, else needs-review where one cannot be decided, else pass */
  readonly result: Result;
  /** null: no rules held for this topic */
  readonly ruleSet: string | null;
  /** for people; null where no rules are held */
  readonly name: Text | null;
  readonly version: string | null;
  readonly topic: string | null;
  readonly date: string;
  readonly rules: readonly RuleAnswer[];
  /** what people should see to, apart from the rules */
  readonly warnings: readonly RuleAnswer[];
  readonly advice: readonly Advice[];
  /** false where one organisation applies alone: nobody need look for partners */
  readonly partnerSearch: boolean;
}
