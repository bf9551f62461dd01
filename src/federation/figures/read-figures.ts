import { Injectable } from '@nestjs/common';

import { ClusterReadModel, type Cluster } from '../../accounts/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AgreementStore, type AgreementKind } from '../agreement.store.js';
import { regionOf } from '../masking/mask-member.js';
import { OwnCluster } from '../own-cluster.js';
import { CountedMembers } from './counted-members.js';
import { countTable, type CountTable } from './suppress.js';

/** What one cluster gives another in figures: each table counts every member once, and none can be crossed with another. */
export interface GivenFigures {
  readonly cluster: Cluster;
  /** as what it is given: to a sister, or to a parent */
  readonly as: AgreementKind;
  readonly byKind: CountTable;
  readonly byRegion: CountTable;
  readonly bySize: CountTable;
}

/** Members of sister and daughter clusters, added up: whoever asks sees figures, never rows. */
@Injectable()
export class ReadFigures {
  readonly #agreements = new AgreementStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnCluster,
    private readonly clusters: ClusterReadModel,
    private readonly counted: CountedMembers,
  ) {}

  async given(scope: Scope, slug: string | undefined): Promise<GivenFigures[]> {
    const { cluster, standing, all } = await this.unitOfWork.run(scope, async (unit) => {
      const cluster = await this.own.find(unit, slug);
      const agreements = await this.#agreements.of(unit, cluster.id);
      return {
        cluster,
        standing: agreements.filter(({ inForce }) => inForce),
        all: await this.clusters.all(unit),
      };
    });
    const given = new Map<string, AgreementKind>();
    for (const { kind, clusterId, otherId } of standing) {
      // a parent gives nothing back
      if (kind === 'parent' && clusterId === cluster.id) continue;
      given.set(clusterId === cluster.id ? otherId : clusterId, kind);
    }
    const figures: GivenFigures[] = [];
    for (const giver of all) {
      const as = given.get(giver.id);
      if (as !== undefined) figures.push({ cluster: giver, as, ...(await this.#of(giver.id)) });
    }
    return figures;
  }

  async #of(giver: string): Promise<Pick<GivenFigures, 'byKind' | 'byRegion' | 'bySize'>> {
    const counted = await this.counted.ofCluster(giver);
    return {
      byKind: countTable(counted.map(({ member: { type } }) => type ?? notStated)),
      byRegion: countTable(
        counted.map(({ member: { nuts }, sharing: { withheld } }) =>
          withheld.includes('region') ? notStated : (regionOf(nuts) ?? notStated),
        ),
      ),
      bySize: countTable(
        counted.map(({ member: { sme }, sharing: { withheld } }) =>
          withheld.includes('size') || sme === null ? notStated : sme ? 'sme' : 'large',
        ),
      ),
    };
  }
}

/** Label of members of which it is not said, or kept back. */
const notStated = '';
