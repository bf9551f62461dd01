import { Injectable } from '@nestjs/common';

import { UserStore } from '../../accounts/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Hold } from '../../platform/mail/index.js';
import { toHoldResponse, type HoldResponse } from './mail.dto.js';

/** Says of holds who holds what, in names. */
@Injectable()
export class HoldNames {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserStore,
    private readonly organisations: OrganisationReadModel,
  ) {}

  async of({ clusters }: Scope, holds: readonly Hold[]): Promise<HoldResponse[]> {
    return this.unitOfWork.run(systemScope(clusters), async (unit) => {
      const users = await this.users.names(
        unit,
        holds.flatMap(({ by }) => by ?? []),
      );
      const members = await this.organisations.cards(
        unit,
        holds.flatMap(({ organisation }) => organisation ?? []),
      );
      return holds.map((hold) =>
        toHoldResponse(hold, {
          organisationName: members.get(hold.organisation ?? '')?.facts.legalName ?? null,
          byName: users.get(hold.by ?? '') ?? null,
        }),
      );
    });
  }
}
