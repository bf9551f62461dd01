/** How an organisation takes part; who gets money and who counts follows from it. */
export const partnerRoles = [
  'coordinator',
  'beneficiary',
  'affiliated-entity',
  'associated-partner',
  'subcontractor',
] as const;
export type PartnerRole = (typeof partnerRoles)[number];

/** CORDIS' kinds of organisation: education, research, private for profit, public body, other. */
export const partnerTypes = ['HES', 'REC', 'PRC', 'PUB', 'OTH'] as const;
export type PartnerType = (typeof partnerTypes)[number];

/** Who controls a partner: another partner (by name or PIC), or somebody outside. */
export interface Owner {
  /** null where only the country is known */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2; null: not stated */
  readonly country: string | null;
}

/** One organisation of a draft consortium, as far as it is known; null is "not stated", never "no". */
export interface Partner {
  readonly name: string;
  /** nine digits */
  readonly pic: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null;
  /** a NUTS code of any level (UK: the codes before ITL) */
  readonly nuts: string | null;
  readonly type: PartnerType | null;
  readonly sme: boolean | null;
  readonly role: PartnerRole;
  readonly controlledBy: readonly Owner[] | null;
  /** from 0 to 100 */
  readonly budgetSharePercent: number | null;
  /** facts of the rulebook's vocabulary that are stated of it: `iero`, `public-procurer` */
  readonly facts: readonly string[] | null;
}

/** A draft consortium, and what it is checked against. */
export interface Consortium {
  /** id of a rule set; null where the topic says it */
  readonly ruleSet: string | null;
  /** identifier of a topic, compared without regard to case */
  readonly topic: string | null;
  /** code of a programme part (`CL4`); null: the topic's, or not stated */
  readonly programmePart: string | null;
  /** last day for applications (`2027-02-02`); null: the topic's, or not stated */
  readonly deadline: string | null;
  /** the day that decides which rules are in force and what is closed */
  readonly date: string;
  readonly partners: readonly Partner[];
}
