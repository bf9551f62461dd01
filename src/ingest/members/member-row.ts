import type { OrganisationFacts } from '../../organisations/facts/index.js';

/** What a member file can say about an organisation: one column each, in our words. */
export const memberFields = [
  'legalName',
  'shortName',
  'pic',
  'vatNumber',
  'taxCode',
  'country',
  'city',
  'province',
  'region',
  'postalCode',
  'nuts',
  'type',
  'sme',
  'employees',
  'url',
  'site',
  'languages',
  'ecosystems',
  'ateco',
  'description',
  'competences',
  'category',
  'since',
  'until',
] as const;
export type MemberField = (typeof memberFields)[number];

/** What was found in one cell: why the row is refused, or how an odd value was read. */
export interface RowFinding {
  /** the column as the file names it */
  readonly column: string | null;
  /** shortened to one line of 80 characters; null where it may be about a person */
  readonly value: string | null;
  /** a stable code: `pic-not-nine-digits` */
  readonly problem: string;
  /** for people: what is wrong and what to do, or what was made of it */
  readonly message: string;
}

/** One member as a file states it; `null` is "not stated". */
export interface MemberRow {
  readonly line: number;
  readonly pic: string | null;
  /** with its country prefix where that is known: `IT09999900989` */
  readonly vatNumber: string | null;
  readonly facts: OrganisationFacts;
  /** a free label of the cluster: founder, adherent */
  readonly category: string | null;
  /** calendar date `2019-03-01` */
  readonly since: string | null;
  /** calendar date, last day included */
  readonly until: string | null;
  readonly description: string | null;
  /** one line each, at most 300 characters */
  readonly competences: readonly string[];
  /** economic activities by ATECO or NACE, `25.62.00` */
  readonly ateco: readonly string[];
  /** regional innovation ecosystems: by their English name, or in the file's words where we know none */
  readonly ecosystems: readonly string[];
  /** columns we do not know, as they were, by the file's heading */
  readonly extra: Readonly<Record<string, string>>;
}

/** A row of the file, read or refused; with what was odd about it. */
export type ReadRow =
  | {
      readonly ok: true;
      readonly line: number;
      readonly member: MemberRow;
      readonly notes: readonly RowFinding[];
    }
  | {
      readonly ok: false;
      readonly line: number;
      /** the legal name where it could be read, so that a person recognises the row */
      readonly name: string | null;
      readonly problems: readonly RowFinding[];
    };
