import { Injectable } from '@nestjs/common';
import {
  foldLegalName,
  type KnownMember,
  KnownMembersReadModel,
  type OrganisationId,
} from '../../organisations/index.js';
import { OrganisationMarks } from '../../accounts/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { KnownOrganisation, MemberImportPlan } from './member-import-plan.js';
import { MemberImportStore } from './member-import.store.js';
import { memberSource, toKnownOrganisation } from './member-records.js';
import type { MemberRow, ReadRow } from './member-row.js';
import { planMemberImport } from './plan-member-import.js';
import { bareVatNumber } from '../../organisations/facts/index.js';

/** A plan over what stands now, with what stands. */
export interface StandingPlan {
  readonly plan: MemberImportPlan;
  readonly known: ReadonlyMap<OrganisationId, KnownMember>;
  readonly isHidden: (organisationId: OrganisationId) => boolean;
}

/** Plans an import over what the database holds, alone in its cluster until the transaction ends. */
@Injectable()
export class MemberPlanning {
  constructor(
    private readonly knownMembers: KnownMembersReadModel,
    private readonly imports: MemberImportStore,
  ) {}

  /** @param unit in the scope of the service over this one cluster */
  async plan(unit: Unit, clusterId: string, given: readonly ReadRow[]): Promise<StandingPlan> {
    await this.imports.lock(unit, clusterId);
    const rows = await withoutRemoved(unit, given);
    const members = rows.flatMap((row) => (row.ok ? row.member : []));
    const vatNumbers = members.flatMap(({ vatNumber }) =>
      vatNumber === null ? [] : [vatNumber, bareVatNumber(vatNumber)],
    );
    const known = await this.knownMembers.find(unit, {
      clusterId,
      source: memberSource,
      pics: members.flatMap(({ pic }) => pic ?? []),
      vatNumbers,
      foldedNames: members.map(({ facts }) => foldLegalName(facts.legalName)),
    });
    const taken = await this.imports.takenRows(unit, clusterId);
    const organisations = asMerged(
      known.map((one) => toKnownOrganisation(one, taken.get(one.id) ?? [])),
      await this.imports.merged(unit, clusterId),
    );
    const hidden = new Set(organisations.filter(({ isHidden }) => isHidden).map(idOf));
    return {
      plan: planMemberImport(rows, organisations),
      known: new Map(known.map((one) => [one.id, one])),
      isHidden: (id) => hidden.has(id),
    };
  }
}

/** An entry that staff found to be another is that other, also by the keys and names it had of its own. */
function asMerged(
  organisations: readonly KnownOrganisation[],
  merged: ReadonlyMap<OrganisationId, OrganisationId>,
): KnownOrganisation[] {
  const byId = new Map(organisations.map((one) => [one.organisationId, one]));
  return organisations.map((one) => {
    const kept = byId.get(merged.get(one.organisationId) ?? one.organisationId) ?? one;
    return kept === one
      ? one
      : { ...kept, pic: one.pic, vatNumber: one.vatNumber, names: one.names, rowKeys: [] };
  });
}

/** Rows of organisations that asked not to be here are refused, whichever list they come with. */
async function withoutRemoved(unit: Unit, rows: readonly ReadRow[]): Promise<ReadRow[]> {
  const read = rows.flatMap((row) => (row.ok ? [row.member] : []));
  const removed = await new OrganisationMarks().removed(
    unit,
    read.map(({ pic, vatNumber, facts }) => ({
      pic,
      vatNumber,
      foldedName: foldLegalName(facts.legalName),
      country: facts.country,
    })),
  );
  const out = new Set([...removed].map((at) => read[at]));
  return rows.map((row) => (row.ok && out.has(row.member) ? refusedAsRemoved(row.member) : row));
}

const refusedAsRemoved = ({ line, facts }: MemberRow): ReadRow => ({
  ok: false,
  line,
  name: facts.legalName,
  problems: [
    {
      column: null,
      value: null,
      problem: 'organisation-removed',
      message: 'this organisation asked not to be here: leave the row out, or ask it to take that back',
    },
  ],
});

const idOf = ({ organisationId }: KnownOrganisation): OrganisationId => organisationId;
