import type { OrganisationId } from '../../organisations/index.js';
import { IdentityIndex, type MatchedBy } from './identity-index.js';
import { changesTo, type FieldChanges, type MemberStatement } from './member-changes.js';
import {
  type KnownOrganisation,
  type MemberImportPlan,
  type PlannedRow,
  type Suspect,
  type Verdict,
  verdicts,
} from './member-import-plan.js';
import type { MemberRow, ReadRow, RowFinding } from './member-row.js';
import { contradicts, type Identity, rowKey, sameVatNumber } from '../../organisations/facts/index.js';

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
    absent: [
      ...new Set(
        known
          .filter(
            ({ organisationId, statement }) => statement !== null && !planner.claimed.has(organisationId),
          )
          .map(({ organisationId }) => organisationId),
      ),
    ],
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
    if (inFile.found !== undefined) {
      return this.repeated(member, inFile.found.entry.member, inFile.found.by, notes);
    }
    const { found, suspects } = this.standing.match(identity, (entry) => entry.isMember);
    const first = found && this.claimed.get(found.entry.organisationId);
    if (found !== undefined && first === undefined) return this.known(member, found.entry, found.by, notes);
    if (found !== undefined && first !== undefined && !this.contradicts(first, identity)) {
      return this.repeated(member, first, found.by, notes);
    }
    this.enter(identity, member);
    const contested = found === undefined ? [] : [{ entry: found.entry, because: 'name-and-place' as const }];
    return suspectedOrNew(planned(member, notes), [
      ...inFile.suspects.map(({ entry, because }) => suspectRow(entry, because)),
      ...[...suspects, ...contested]
        .filter(({ entry }) => !entry.isHidden)
        .map(({ entry, because }) => suspectKnown(entry, identity, because)),
    ]);
  }

  private known(
    member: MemberRow,
    entry: KnownOrganisation,
    by: MatchedBy,
    notes: readonly RowFinding[],
  ): PlannedRow {
    this.enter(withKeysOf(identityOf(member), entry), member);
    this.claimed.set(entry.organisationId, member);
    return knownRow(member, entry, by, notes);
  }

  private contradicts(first: MemberRow, identity: Identity): boolean {
    return contradicts(identity, this.stated.get(first.line) ?? identity);
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

function suspectedOrNew(row: PlannedRow, suspects: readonly Suspect[]): PlannedRow {
  return suspects.length === 0 ? row : { ...row, verdict: 'suspected', suspects };
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

function knownRow(
  member: MemberRow,
  entry: KnownOrganisation,
  by: MatchedBy,
  notes: readonly RowFinding[],
): PlannedRow {
  const base = { ...planned(member, notes), organisationId: entry.organisationId, matchedBy: by };
  if (!entry.isMember) return base;
  const changes = {
    ...keysGained(member, entry),
    ...changesTo(entry.statement, withConfirmed(statementOf(member), entry)),
  };
  const findings = [...notes, ...otherVatNumber(member, entry)];
  return { ...base, verdict: Object.keys(changes).length > 0 ? 'changed' : 'same', changes, findings };
}

function withConfirmed(statement: MemberStatement, { confirmed }: KnownOrganisation): MemberStatement {
  if (statement.competences.length === 0) return statement;
  return { ...statement, competences: [...new Set([...statement.competences, ...confirmed])] };
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
