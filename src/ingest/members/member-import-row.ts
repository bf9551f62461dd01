import type { KnownMember, Membership, StatedEvidence, StatedRecord } from '../../organisations/index.js';
import type { ImportRow } from '../import-run.store.js';
import type { KnownOrganisation, PlannedRow, Suspect } from './member-import-plan.js';
import type { MatchedBy } from './identity-index.js';
import type { MemberRow, ReadRow } from './member-row.js';

/** What a stored row of a member import holds beside its verdict; null of a refused row. */
export interface ParsedMember {
  readonly member: MemberRow;
  readonly matchedBy: MatchedBy | null;
  readonly duplicateOf: number | null;
  readonly suspects: readonly Suspect[];
}

/** What stood before a row was applied: what undo restores. */
export interface BeforeMember {
  /** the organisation was entered in the registry for this row */
  readonly registered: boolean;
  readonly record: StatedRecord | null;
  readonly membership: Membership | null;
  readonly evidence: readonly StatedEvidence[];
}

/** A planned row as it is stored; an organisation that only other clusters know is not named in it. */
export function toImportRow(
  row: PlannedRow,
  isHidden: (organisationId: KnownOrganisation['organisationId']) => boolean,
): Omit<ImportRow, 'id'> {
  const { line, verdict, organisationId, member, matchedBy, duplicateOf, suspects, changes, findings } = row;
  return {
    line,
    verdict,
    organisationId: organisationId === null || isHidden(organisationId) ? null : organisationId,
    parsed: member === null ? null : { member, matchedBy, duplicateOf, suspects },
    changes,
    problems: findings,
    before: null,
  };
}

/** What a stored row says of its member; undefined of a refused row. */
export function parsedOf(row: ImportRow): ParsedMember | undefined {
  return row.parsed === null ? undefined : (row.parsed as ParsedMember);
}

/** A stored row as it was read from its file. */
export function toReadRow(row: ImportRow): ReadRow {
  const parsed = parsedOf(row);
  return parsed === undefined
    ? { ok: false, line: row.line, name: null, problems: row.problems }
    : { ok: true, line: row.line, member: parsed.member, notes: row.problems };
}

export function beforeOf(known: KnownMember | undefined): BeforeMember {
  return {
    registered: known === undefined,
    record: known?.record ?? null,
    membership: known?.membership ?? null,
    evidence: known?.evidence ?? [],
  };
}

/** What stood before an applied row; undefined where it wrote nothing. */
export function storedBefore(row: ImportRow): BeforeMember | undefined {
  return row.before === null ? undefined : (row.before as BeforeMember);
}
