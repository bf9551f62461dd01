import { Injectable } from '@nestjs/common';

import { OrganisationReadModel, type OrganisationCard } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';

/** Which organisation is asked about, and what it may be ranked by. */
@Injectable()
export class AskedOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationReadModel,
  ) {}

  /**
   * @param reference our id, a PIC, or the exact name
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async card(unit: Unit, reference: string): Promise<OrganisationCard> {
    const id = await this.organisations.resolve(unit, reference);
    const card = await this.organisations.card(unit, id);
    if (!card) throw new Error(`organisation ${id} went away`);
    return card;
  }

  /**
   * People of an organisation have its own calls ranked by all that is known of it, which its clusters' segments hold
   * too. Of those segments nothing but that organisation is asked for, and what is quoted is read in their own scope.
   *
   * @returns the scope to rank it in: for its own people with its clusters, else the asker's
   */
  async scopeFor(scope: Scope, reference: string): Promise<Scope> {
    if (scope.organisation === undefined || scope.role !== 'member') return scope;
    return this.unitOfWork.run(scope, async (unit) => {
      const { id, memberships } = await this.card(unit, reference);
      if (id !== scope.organisation) return scope;
      return { ...scope, clusters: memberships.filter(({ live }) => live).map(({ clusterId }) => clusterId) };
    });
  }
}
