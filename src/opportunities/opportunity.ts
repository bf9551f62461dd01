import type { Brand } from '../platform/brand.js';

export type OpportunityId = Brand<string, 'OpportunityId'>;

/** Anything to match against. Pilots and demo-cases are standing: they have no deadline. */
export const opportunityKinds = ['topic', 'pilot', 'demo-case', 'window', 'cascade'] as const;
export type OpportunityKind = (typeof opportunityKinds)[number];

/** Where a statement about an opportunity came from, the most trusted first (see `mergeOpportunity`). */
export const opportunitySources = ['portal', 'work-programme', 'pilots', 'by-hand', 'demo'] as const;
export type OpportunitySource = (typeof opportunitySources)[number];

/** What the source itself said; what holds today is derived from the dates (`statusOn`). */
export const statedStatuses = ['forthcoming', 'open', 'closed', 'withdrawn'] as const;
export type StatedStatus = (typeof statedStatuses)[number];

/** What holds on a given day; a pilot is `standing`. */
export type OpportunityStatus = StatedStatus | 'standing';

/** A deadline is an instant and its zone: topics close at 17:00 Brussels time. */
export interface Deadline {
  /** the instant, ISO 8601 in UTC: `2027-04-13T15:00:00.000Z` */
  readonly at: string;
  /** IANA name, `Europe/Brussels` */
  readonly zone: string;
  /** `single`, `first`, `second`, `cut-off`; null where the source does not say */
  readonly stage: 'single' | 'first' | 'second' | 'cut-off' | null;
}

export const sectionKinds = [
  'summary',
  'outcome',
  'scope',
  'destination',
  'conditions',
  'need',
  'theme',
  'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** One part of the text of an opportunity, plain text: paragraphs separated by one empty line. */
export interface TextSection {
  readonly kind: SectionKind;
  /** the heading in the source's words; null where it had none */
  readonly heading: string | null;
  readonly text: string;
  readonly language: 'en' | 'it' | null;
}

/** Money in euro; every part may be unstated. */
export interface Budget {
  /** for the topic, or for the call where `shared` */
  readonly totalEur: number | null;
  /** true where sister topics draw on the same amount; never add those up */
  readonly shared: boolean;
  readonly perProjectMinEur: number | null;
  readonly perProjectMaxEur: number | null;
  readonly expectedGrants: number | null;
}

/**
 * What one source says about one opportunity. `null` and an empty list both mean: this source does not say.
 */
export interface OpportunityRecord {
  readonly kind: OpportunityKind;
  readonly source: OpportunitySource;
  /** the key in the source: a topic identifier, a pilot's slug */
  readonly sourceKey: string;
  /** opaque; compare without letter case */
  readonly identifier: string;
  readonly title: string;
  /** `HORIZON`, `I3`, `VANGUARD`, … */
  readonly programme: string | null;
  /** programme part: `CL4`, `HLTH`, … (see taxonomy) */
  readonly part: string | null;
  readonly callIdentifier: string | null;
  readonly callTitle: string | null;
  /** `RIA`, `IA`, `CSA`, … as the source writes it, short form */
  readonly actionTypes: readonly string[];
  readonly statedStatus: StatedStatus | null;
  /** calendar date, `2026-12-01` */
  readonly opensOn: string | null;
  readonly deadlines: readonly Deadline[];
  readonly budget: Budget | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly keywords: readonly string[];
  readonly sections: readonly TextSection[];
  /** named facts that rules and filters read: `{ lumpSum: true, regions: ['ITC4'] }` */
  readonly flags: Readonly<Record<string, boolean | number | string | readonly string[]>>;
  readonly url: string | null;
  /** when the source was read or published, ISO instant; the age shown to people */
  readonly observedAt: string;
  /** invented for the demonstration: marked wherever it is shown */
  readonly invented: boolean;
}
