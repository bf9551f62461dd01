import type { PartnerType } from './consortium.js';
import type { Rule, RuleSet } from './rule.js';

/** A country's place in a list; days are inclusive, null is open. */
export interface ListedCountry {
  readonly country: string;
  readonly from: string | null;
  readonly to: string | null;
  /** groups of programme parts it is limited to (`pillar-2`); empty: all */
  readonly parts: readonly string[];
  /** false: reported, not read in the document itself */
  readonly confirmed: boolean;
}

export interface CountryList {
  readonly id: string;
  readonly members: readonly ListedCountry[];
  /** country → the state it counts as, on the safe side; for territories linked to a state */
  readonly countsAs: ReadonlyMap<string, string>;
  /** country code → the state it is a part of, beyond doubt; for outermost regions */
  readonly partOf: ReadonlyMap<string, string>;
}

export interface RegionList {
  readonly id: string;
  /** what is said of a place in none of them: `maybe` where the list is not the whole list */
  readonly outside: 'maybe' | 'no';
  /** NUTS codes; a place belongs by prefix */
  readonly codes: readonly string[];
}

/** Something that may be stated of a partner (`is: [iero]`). */
export interface Fact {
  readonly id: string;
  /** what holds where nothing is stated: for rare things no, for what topics ask for maybe */
  readonly unstated: 'maybe' | 'no';
  /** only these types can be so unstated; empty: any */
  readonly types: readonly PartnerType[];
  /** organisations known to be so, by PIC */
  readonly pics: readonly string[];
}

/** A topic whose facts are held. Identifiers are compared without regard to case. */
export interface Topic {
  readonly id: string;
  readonly ruleSet: string;
  /** null: the scheme has no parts */
  readonly part: string | null;
  /** first day for applications */
  readonly opens: string | null;
  /** last days, one per stage */
  readonly deadlines: readonly string[];
  readonly flags: readonly string[];
  /** of this topic alone, from its own conditions */
  readonly rules: readonly Rule[];
  /** ids of general rules that its own conditions replace */
  readonly replaces: readonly string[];
}

/** Everything the check knows: rule sets in their editions, lists, topics. Data, read from files elsewhere. */
export interface Rulebook {
  readonly ruleSets: readonly RuleSet[];
  readonly countryLists: ReadonlyMap<string, CountryList>;
  readonly regionLists: ReadonlyMap<string, RegionList>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** part → the groups it belongs to (`CL4` → `pillar-2`) */
  readonly partGroups: ReadonlyMap<string, readonly string[]>;
  /** by identifier in lower case */
  readonly topics: ReadonlyMap<string, Topic>;
}

/** What one consortium is checked against. */
export interface Applicable {
  /** null: no rules held for this topic */
  readonly ruleSet: RuleSet | null;
  readonly topic: Topic | null;
  readonly part: string | null;
  readonly date: string;
  /** why rules in force then are not held: none at all, only older ones, only newer ones */
  readonly gap: 'none-held' | 'past' | 'future' | null;
}

/** The edition in force on the day; else the nearest one, and how it misses. */
export function editionOf(book: Rulebook, id: string, date: string): Pick<Applicable, 'ruleSet' | 'gap'> {
  const editions = book.ruleSets.filter((set) => set.id === id);
  const begun = editions.filter((set) => set.from <= date).sort((a, b) => (a.from < b.from ? 1 : -1));
  const inForce = begun.find((set) => set.to === null || date <= set.to);
  if (inForce) return { ruleSet: inForce, gap: null };
  if (begun[0]) return { ruleSet: begun[0], gap: 'past' };
  const first = [...editions].sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  return first ? { ruleSet: first, gap: 'future' } : { ruleSet: null, gap: 'none-held' };
}
