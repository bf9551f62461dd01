import { Injectable } from '@nestjs/common';

import { ClusterReadModel, type Cluster } from '../../accounts/index.js';
import { MemberOutlines, type MemberOutline } from '../../organisations/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AgreementStore, type AgreementKind } from '../agreement.store.js';
import { regionOf } from '../masking/mask-member.js';
import { OwnCluster } from '../own-cluster.js';
import type { Sharing } from '../sharing-level.js';
import { SharingStore } from '../sharing.store.js';
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
  readonly #sharing = new SharingStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnCluster,
    private readonly clusters: ClusterReadModel,
    private readonly members: MemberOutlines,
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
      if (as !== undefined) figures.push({ cluster: giver, as, ...(await this.#of(giver.id, all)) });
    }
    return figures;
  }

  async #of(
    giver: string,
    all: readonly Cluster[],
  ): Promise<Pick<GivenFigures, 'byKind' | 'byRegion' | 'bySize'>> {
    const members = (
      await this.unitOfWork.run(systemScope([giver]), (unit) => this.members.ofCluster(unit, giver))
    ).filter(({ live }) => live);
    const real = members.some(({ invented }) => !invented);
    const sharing = await this.unitOfWork.run(systemScope(all.map(({ id }) => id as string)), (unit) =>
      this.#sharing.effective(
        unit,
        members.map(({ id }) => id),
      ),
    );
    const counted = members.flatMap((member): [MemberOutline, Sharing][] => {
      const said = sharing.get(member.id);
      const left = said === undefined || said.level === 'nothing' || (real && member.invented);
      return left ? [] : [[member, said]];
    });
    return {
      byKind: countTable(counted.map(([{ type }]) => type ?? notStated)),
      byRegion: countTable(
        counted.map(([{ nuts }, { withheld }]) =>
          withheld.includes('region') ? notStated : (regionOf(nuts) ?? notStated),
        ),
      ),
      bySize: countTable(
        counted.map(([{ sme }, { withheld }]) =>
          withheld.includes('size') || sme === null ? notStated : sme ? 'sme' : 'large',
        ),
      ),
    };
  }
}

/** Label of members of which it is not said, or kept back. */
const notStated = '';
