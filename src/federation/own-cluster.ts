import { Injectable } from '@nestjs/common';

import { ClusterReadModel, type Cluster } from '../accounts/index.js';
import type { Scope } from '../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { oneCluster } from './federation.errors.js';

/** The cluster that somebody acts for: the one of which they are staff; whoever is of several names one. */
@Injectable()
export class OwnCluster {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
  ) {}

  /** @throws {AppError} `federation.one-cluster`; `accounts.cluster-not-found` where the one named is not theirs */
  async find(unit: Unit, slug: string | undefined): Promise<Cluster> {
    if (slug !== undefined) return this.clusters.ownBySlug(unit, slug);
    const own = (await this.clusters.all(unit)).filter(({ id }) => unit.scope.clusters.includes(id));
    if (own[0] === undefined || own.length > 1) throw oneCluster();
    return own[0];
  }

  of(scope: Scope, slug: string | undefined): Promise<Cluster> {
    return this.unitOfWork.run(scope, (unit) => this.find(unit, slug));
  }
}
