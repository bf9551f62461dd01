import { Injectable } from '@nestjs/common';

import type { Scope } from '../platform/database/scope.js';
import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Cluster } from './cluster.js';
import { ClusterReadModel } from './cluster.read-model.js';

/** The cluster on whose behalf requests run until there are accounts. */
const builtInCluster = 'afil';

/** Who is asking. Until there are accounts, requests run as a built-in officer, and the terminal as the operator. */
@Injectable()
export class CurrentScope {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
  ) {}

  /** An officer of `afil`; before that cluster exists, an officer of no cluster, who sees open data. */
  async officer(): Promise<Scope> {
    const clusters = await this.#all();
    const own = clusters.filter(({ slug }) => slug === builtInCluster).map(({ id }) => id as string);
    return { role: 'officer', clusters: own, user: 'built-in-officer' };
  }

  /** The terminal: in every cluster. Each use is audited. */
  async operator(): Promise<Scope> {
    const clusters = await this.#all();
    return { role: 'operator', clusters: clusters.map(({ id }) => id as string), user: 'terminal' };
  }

  #all(): Promise<Cluster[]> {
    return this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
  }
}
