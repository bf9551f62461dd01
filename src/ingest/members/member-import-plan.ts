import type { OrganisationId } from '../../organisations/index.js';
import type { MatchedBy } from './identity-index.js';
import type { FieldChanges, MemberStatement } from './member-changes.js';
import type { MemberRow, RowFinding } from './member-row.js';
import type { Identity } from '../../organisations/facts/index.js';

/** An organisation that a row may mean: a member of the cluster, or one of open data. */
export interface KnownOrganisation extends Identity {
  readonly organisationId: OrganisationId;
  /** a member of this cluster; else known from open data alone */
  readonly isMember: boolean;
  /** known to the registry from another cluster alone: it may be linked, but is never shown */
  readonly isHidden: boolean;
  /** what earlier member files of this cluster said; null where none did */
  readonly statement: MemberStatement | null;
  /** competence lines the organisation itself confirmed: a file that no longer has them does not change them */
  readonly confirmed: readonly string[];
}

export const verdicts = ['new', 'changed', 'same', 'duplicate', 'suspected', 'refused'] as const;
/**
 * - `new`: nobody we know, or one of open data that is no member yet
 * - `changed`, `same`: a member, with or without differences
 * - `duplicate`: an earlier row of the same file is the same organisation
 * - `suspected`: perhaps one that we know; never merged unless a person says so
 */
export type Verdict = (typeof verdicts)[number];

/** Whom a suspected row may be. */
export interface Suspect {
  /** null: an earlier row of the file */
  readonly organisationId: OrganisationId | null;
  readonly line: number | null;
  readonly legalName: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly pic: string | null;
  readonly because: 'name-and-place' | 'vat-number';
}

/** What would become of one row. */
export interface PlannedRow {
  readonly line: number;
  /** for people; null where it could not be read */
  readonly name: string | null;
  readonly verdict: Verdict;
  /** who it is, where that is certain; of a `new` row: one of open data */
  readonly organisationId: OrganisationId | null;
  readonly matchedBy: MatchedBy | null;
  /** of a `changed` row; of a `duplicate`: where it differs from the earlier row */
  readonly changes: FieldChanges;
  readonly duplicateOf: number | null;
  readonly suspects: readonly Suspect[];
  /** null where it is refused */
  readonly member: MemberRow | null;
  /** why it is refused, or what was odd about it */
  readonly findings: readonly RowFinding[];
}

export interface MemberImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** members that earlier files named and this one does not: reported, never removed */
  readonly absent: readonly OrganisationId[];
}
