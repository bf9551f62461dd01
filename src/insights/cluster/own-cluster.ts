import { Injectable } from '@nestjs/common';

import { ClusterReadModel, type Cluster } from '../../accounts/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { noOwnCluster } from '../insights.errors.js';

/** The cluster a page is about: the asker's own; whoever has several names one. */
@Injectable()
export class OwnCluster {
  constructor(private readonly clusters: ClusterReadModel) {}

  /** @throws {AppError} `insights.no-cluster`; `accounts.cluster-not-found` where the one named is out of reach */
  async find(unit: Unit, slug: string | undefined): Promise<Cluster> {
    if (slug !== undefined) return this.clusters.ownBySlug(unit, slug);
    const own = (await this.clusters.all(unit)).filter(({ id }) => unit.scope.clusters.includes(id));
    if (own[0] === undefined || own.length > 1) throw noOwnCluster(own.map((cluster) => cluster.slug));
    return own[0];
  }
}
