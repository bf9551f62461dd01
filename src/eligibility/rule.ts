import type { PartnerRole, PartnerType } from './consortium.js';

/** A text for people, in both languages of the service. */
export interface Text {
  readonly en: string;
  readonly it: string;
}

/** Where a rule is written, and the day of that document. */
export interface Source {
  readonly document: string;
  readonly date: string;
  readonly url: string | null;
}

/** A claim about one partner, or about the case it is part of (`part`, `action`, `flag`). */
export type Predicate =
  | { readonly test: 'country-list'; readonly list: string }
  | { readonly test: 'country'; readonly codes: readonly string[] }
  | { readonly test: 'region-list'; readonly list: string }
  | { readonly test: 'type'; readonly types: readonly PartnerType[] }
  | { readonly test: 'sme' }
  | { readonly test: 'fact'; readonly fact: string }
  | { readonly test: 'role'; readonly roles: readonly PartnerRole[] }
  | { readonly test: 'unstated'; readonly field: UnstatedField }
  /** some owner, at whatever distance, is like `of`; `unknown` is the answer for owners nobody stated */
  | { readonly test: 'owner'; readonly of: Predicate; readonly unknown: 'maybe' | 'no' }
  | { readonly test: 'part'; readonly parts: readonly string[] }
  | { readonly test: 'action'; readonly actions: readonly string[] }
  | { readonly test: 'flag'; readonly flag: string }
  | { readonly test: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly test: 'not' | 'doubtful'; readonly of: Predicate };

export const unstatedFields = [
  'country',
  'type',
  'nuts',
  'ownership',
  'owner-country',
  'budget-share',
] as const;
export type UnstatedField = (typeof unstatedFields)[number];

/** Which roles a rule looks at. */
export const scopes = {
  coordinator: ['coordinator'],
  beneficiaries: ['coordinator', 'beneficiary'],
  'beneficiaries-and-affiliated': ['coordinator', 'beneficiary', 'affiliated-entity'],
  participants: ['coordinator', 'beneficiary', 'affiliated-entity', 'associated-partner'],
  funded: ['coordinator', 'beneficiary', 'affiliated-entity', 'subcontractor'],
  everyone: ['coordinator', 'beneficiary', 'affiliated-entity', 'associated-partner', 'subcontractor'],
} as const satisfies Record<string, readonly PartnerRole[]>;
export type Scope = keyof typeof scopes;

/** What two of the counted must differ in. */
export const distinctions = ['entity', 'country', 'nuts2', 'region'] as const;
export type Distinction = (typeof distinctions)[number];

export interface AtLeast {
  readonly kind: 'at-least';
  readonly count: number;
  readonly scope: Scope;
  /** null counts everybody in the scope */
  readonly where: Predicate | null;
  readonly distinct: Distinction;
  /** whose regions are told apart by `region`; null otherwise */
  readonly regionList: string | null;
  /** no two of the counted under the same control */
  readonly independent: boolean;
  /** so many of the counted are like this; a claim about places only, or the count would not be exact */
  readonly including: { readonly count: number; readonly where: Predicate } | null;
  /** facts whose holders count as established in a Member State that nobody else is in */
  readonly deemed: readonly string[];
}

/** One way of deciding a rule. */
export type Check =
  | AtLeast
  | {
      readonly kind: 'at-most';
      readonly count: number;
      readonly scope: Scope;
      readonly where: Predicate | null;
    }
  | { readonly kind: 'none'; readonly scope: Scope; readonly where: Predicate }
  | {
      readonly kind: 'share';
      /** of the budget, or of the heads */
      readonly of: 'budget' | 'partners';
      readonly scope: Scope;
      readonly where: Predicate | null;
      readonly minPercent: number | null;
      readonly maxPercent: number | null;
    }
  | { readonly kind: 'each-share'; readonly scope: Scope; readonly maxPercent: number }
  | { readonly kind: 'budget-adds-up' }
  | { readonly kind: 'one-entry-per-entity' }
  | { readonly kind: 'ownership-without-circle' }
  | { readonly kind: 'before-deadline' }
  | { readonly kind: 'read' };

/** A change that may cure a rule. It is offered only once the engine has tried it. */
export interface Remedy {
  readonly text: Text;
  readonly change:
    | {
        readonly kind: 'add';
        /** the newcomer is in a country of this list that nobody else is in */
        readonly countryOf: string;
        /** and in a region of this list that nobody else is in */
        readonly regionOf: string | null;
        readonly type: PartnerType | null;
        readonly sme: boolean | null;
        readonly facts: readonly string[];
      }
    | { readonly kind: 'give-role'; readonly role: PartnerRole }
    | { readonly kind: 'leave-out' };
}

/** hard decides the result; soft is answered but decides nothing; a warning is shown apart, where there is one. */
export const severities = ['hard', 'soft', 'warning'] as const;
export type Severity = (typeof severities)[number];

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly text: Text;
  readonly source: Source;
  /** first and last day it holds, both inclusive; null is open */
  readonly from: string | null;
  readonly to: string | null;
  /** applies where some partner, or the case, is like this; null: always */
  readonly when: Predicate | null;
  /** since this day nobody has confirmed that it still holds: a failure is for a person to judge */
  readonly unsettledFrom: string | null;
  /** a topic may provide otherwise: a failure under conditions not read is for a person to judge */
  readonly topicMayChange: boolean;
  readonly check: Check;
  readonly remedies: readonly Remedy[];
}

/** The rules of one scheme in one edition. */
export interface RuleSet {
  readonly id: string;
  readonly name: Text;
  /** of the edition: `2025-12-11` */
  readonly version: string;
  readonly from: string;
  readonly to: string | null;
  /** kind of action, as topics name it; null for schemes without */
  readonly action: string | null;
  readonly source: Source;
  /** an edition that is reported and not held here; rules it could change are for a person to judge from then on */
  readonly newer: { readonly on: string; readonly text: Text; readonly affects: readonly string[] } | null;
  /** false where a single organisation applies alone, so that nobody need look for partners */
  readonly partnerSearch: boolean;
  readonly rules: readonly Rule[];
}
