import { Injectable } from '@nestjs/common';
import {
  foldLegalName,
  type KnownMember,
  KnownMembersReadModel,
  type OrganisationId,
} from '../../organisations/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { KnownOrganisation, MemberImportPlan } from './member-import-plan.js';
import { MemberImportStore } from './member-import.store.js';
import { memberSource, toKnownOrganisation } from './member-records.js';
import type { ReadRow } from './member-row.js';
import { planMemberImport } from './plan-member-import.js';
import { bareVatNumber } from './same-organisation.js';

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
  async plan(unit: Unit, clusterId: string, rows: readonly ReadRow[]): Promise<StandingPlan> {
    await this.imports.lock(unit, clusterId);
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
    const organisations = known.map((one) => toKnownOrganisation(one, taken.get(one.id) ?? []));
    const hidden = new Set(organisations.filter(({ isHidden }) => isHidden).map(idOf));
    return {
      plan: planMemberImport(rows, organisations),
      known: new Map(known.map((one) => [one.id, one])),
      isHidden: (id) => hidden.has(id),
    };
  }
}

const idOf = ({ organisationId }: KnownOrganisation): OrganisationId => organisationId;
