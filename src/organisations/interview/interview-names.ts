import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ClaimedProfile } from '../claim/profile-lines.read-model.js';
import { OrganisationReadModel } from '../organisation.read-model.js';

/** Who talked with whom, in names. */
export interface InterviewParties {
  readonly organisation: string;
  readonly cluster: { readonly nameEn: string; readonly nameIt: string };
}

/** Names of those who talked. Needs the service's scope over the cluster. */
@Injectable()
export class InterviewNames {
  constructor(
    private readonly clusters: ClusterReadModel,
    private readonly organisations: OrganisationReadModel,
  ) {}

  /** @returns null where one of the two is gone */
  async of(unit: Unit, { cluster: id, organisation }: ClaimedProfile): Promise<InterviewParties | null> {
    const card = await this.organisations.card(unit, organisation);
    const cluster = (await this.clusters.all(unit)).find((one) => one.id === id);
    if (!card || !cluster) return null;
    return {
      organisation: card.facts.legalName,
      cluster: { nameEn: cluster.nameEn, nameIt: cluster.nameIt },
    };
  }
}
