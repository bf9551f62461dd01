import type { OrganisationId } from '../../organisations/index.js';
import { IdentityIndex, type MatchedBy } from './identity-index.js';
import { changesTo, type FieldChanges, type MemberStatement } from './member-changes.js';
import type { MemberRow, ReadRow, RowFinding } from './member-row.js';
import { contradicts, type Identity, rowKey, sameVatNumber } from './same-organisation.js';

/** An organisation that a row may mean: a member of the cluster, or one of open data. */
export interface KnownOrganisation extends Identity {
  readonly organisationId: OrganisationId;
  /** a member of this cluster; else known from open data alone */
  readonly isMember: boolean;
  /** what earlier member files of this cluster said; null where none did */
  readonly statement: MemberStatement | null;
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

interface FileEntry extends Identity {
  readonly member: MemberRow;
}

/**
 * What an import of these rows would do to what stands, row by row. Pure; the same rows over what they led to are all
 * `same`, but for duplicates and refusals.
 */
export function planMemberImport(
  rows: readonly ReadRow[],
  known: readonly KnownOrganisation[],
): MemberImportPlan {
  const standing = new IdentityIndex<KnownOrganisation>(({ organisationId }) => organisationId);
  for (const organisation of known) standing.add(organisation);
  const planner = new Planner(standing);
  const planned = rows.map((row) => (row.ok ? planner.plan(row.member, row.notes) : refused(row)));
  return {
    rows: planned,
    counts: countVerdicts(planned),
    absent: known
      .filter(({ organisationId, statement }) => statement !== null && !planner.claimed.has(organisationId))
      .map(({ organisationId }) => organisationId),
  };
}

class Planner {
  /** organisations that a row of the file is, with the first such row */
  readonly claimed = new Map<OrganisationId, MemberRow>();
  /** what a first row and its repetitions state together of who they are, by the line of the first */
  private readonly stated = new Map<number, Identity>();
  private readonly earlier = new IdentityIndex<FileEntry>(({ member }) => member.line);

  constructor(private readonly standing: IdentityIndex<KnownOrganisation>) {}

  plan(member: MemberRow, notes: readonly RowFinding[]): PlannedRow {
    const identity = identityOf(member);
    const keyless = member.pic === null && member.vatNumber === null;
    const inFile = this.earlier.match(identity, () => keyless);
    if (inFile.found !== undefined)
      return this.repeated(member, inFile.found.entry.member, inFile.found.by, notes);

    const { found, suspects } = this.standing.match(identity, (entry) => entry.isMember);
    const first = found === undefined ? undefined : this.claimed.get(found.entry.organisationId);
    const contested =
      found !== undefined &&
      first !== undefined &&
      contradicts(identity, this.stated.get(first.line) ?? identity);
    if (found !== undefined && first !== undefined && !contested)
      return this.repeated(member, first, found.by, notes);

    const sure = found !== undefined && !contested ? found : undefined;
    this.enter(withKeysOf(identity, sure?.entry), member);
    if (sure !== undefined) {
      this.claimed.set(sure.entry.organisationId, member);
      return known(member, sure.entry, sure.by, notes);
    }
    const all = [
      ...inFile.suspects.map(({ entry, because }) => suspectRow(entry, because)),
      ...suspects.map(({ entry, because }) => suspectKnown(entry, identity, because)),
      ...(found !== undefined && contested ? [suspectKnown(found.entry, identity, 'name-and-place')] : []),
    ];
    return { ...planned(member, notes), verdict: all.length === 0 ? 'new' : 'suspected', suspects: all };
  }

  /** Makes a row known to the rows after it, as part of the first row that is the same organisation. */
  private enter(identity: Identity, first: MemberRow): void {
    this.stated.set(first.line, identity);
    this.earlier.add({ ...identity, member: first });
  }

  /** The first row counts; what a repeated one states more (a PIC) helps to know the rows after it. */
  private repeated(
    member: MemberRow,
    first: MemberRow,
    by: MatchedBy,
    notes: readonly RowFinding[],
  ): PlannedRow {
    this.enter(withKeysOf(identityOf(member), this.stated.get(first.line)), first);
    return {
      ...planned(member, notes),
      verdict: 'duplicate',
      matchedBy: by,
      duplicateOf: first.line,
      changes: { ...keysGained(member, first), ...changesTo(statementOf(first), statementOf(member)) },
    };
  }
}

/** Who a row is about. */
export function identityOf(member: MemberRow): Identity {
  const { pic, vatNumber } = member;
  const { legalName, country, city } = member.facts;
  const name = { legalName, country, city };
  return { pic, vatNumber, names: [name], rowKeys: [rowKey(pic, vatNumber, name)] };
}

/** The keys that stand, then those the row adds. */
function withKeysOf(identity: Identity, standing: Identity | undefined): Identity {
  return {
    ...identity,
    pic: standing?.pic ?? identity.pic,
    vatNumber: standing?.vatNumber ?? identity.vatNumber,
  };
}

function planned(member: MemberRow, notes: readonly RowFinding[]): PlannedRow {
  return {
    line: member.line,
    name: member.facts.legalName,
    verdict: 'new',
    organisationId: null,
    matchedBy: null,
    changes: {},
    duplicateOf: null,
    suspects: [],
    member,
    findings: notes,
  };
}

function refused({ line, name, problems }: ReadRow & { ok: false }): PlannedRow {
  return {
    line,
    name,
    verdict: 'refused',
    organisationId: null,
    matchedBy: null,
    changes: {},
    duplicateOf: null,
    suspects: [],
    member: null,
    findings: problems,
  };
}

function known(
  member: MemberRow,
  entry: KnownOrganisation,
  by: MatchedBy,
  notes: readonly RowFinding[],
): PlannedRow {
  const base = { ...planned(member, notes), organisationId: entry.organisationId, matchedBy: by };
  if (!entry.isMember) return base;
  const changes = { ...keysGained(member, entry), ...changesTo(entry.statement, statementOf(member)) };
  const findings = [...notes, ...otherVatNumber(member, entry)];
  return { ...base, verdict: Object.keys(changes).length > 0 ? 'changed' : 'same', changes, findings };
}

/** A PIC or VAT number that stands is never replaced, only one that was missing gained. */
function keysGained(member: MemberRow, entry: Pick<Identity, 'pic' | 'vatNumber'>): FieldChanges {
  return {
    ...(member.pic !== null && entry.pic === null ? { pic: [null, member.pic] as const } : {}),
    ...(member.vatNumber !== null && entry.vatNumber === null
      ? { vatNumber: [null, member.vatNumber] as const }
      : {}),
  };
}

function otherVatNumber(member: MemberRow, entry: KnownOrganisation): RowFinding[] {
  const { vatNumber } = member;
  if (vatNumber === null || entry.vatNumber === null || sameVatNumber(vatNumber, entry.vatNumber)) return [];
  const message = `the same PIC stands with another VAT number, ${entry.vatNumber}, which is kept`;
  return [{ column: 'vatNumber', value: vatNumber, problem: 'vat-number-differs', message }];
}

/** What a row says of an organisation, without line and keys. */
export function statementOf({
  line: _line,
  pic: _pic,
  vatNumber: _vat,
  ...statement
}: MemberRow): MemberStatement {
  return statement;
}

function suspectRow({ member, pic }: FileEntry, because: Suspect['because']): Suspect {
  const { legalName, city, country } = member.facts;
  return { organisationId: null, line: member.line, legalName, city, country, pic, because };
}

function suspectKnown(entry: KnownOrganisation, row: Identity, because: Suspect['because']): Suspect {
  const name = entry.names.find(({ city }) => city === row.names[0]?.city) ?? entry.names[0];
  return {
    organisationId: entry.organisationId,
    line: null,
    legalName: name?.legalName ?? '',
    city: name?.city ?? null,
    country: name?.country ?? null,
    pic: entry.pic,
    because,
  };
}

function countVerdicts(rows: readonly PlannedRow[]): Record<Verdict, number> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}
