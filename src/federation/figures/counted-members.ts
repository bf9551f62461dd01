import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { MemberOutlines, type MemberOutline } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AgreementStore } from '../agreement.store.js';
import type { Sharing } from '../sharing-level.js';
import { SharingStore } from '../sharing.store.js';

/** A member that may be counted outside its cluster; who it is stays inside the service. */
export interface CountedMember {
  readonly member: MemberOutline;
  readonly sharing: Sharing;
}

/** Whom a cluster lets others count: nobody of whom a party said "nothing", and nobody without an agreement. */
@Injectable()
export class CountedMembers {
  readonly #agreements = new AgreementStore();
  readonly #sharing = new SharingStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly members: MemberOutlines,
  ) {}

  /** Cluster id → its members that may be counted, of each cluster that is a sister of this one today. */
  async ofSisters(clusterId: string): Promise<Map<string, readonly CountedMember[]>> {
    const agreements = await this.unitOfWork.run(systemScope([clusterId]), (unit) =>
      this.#agreements.of(unit, clusterId),
    );
    const found = new Map<string, readonly CountedMember[]>();
    for (const agreement of agreements) {
      if (agreement.kind !== 'sisters' || !agreement.inForce) continue;
      const sister = agreement.clusterId === clusterId ? agreement.otherId : agreement.clusterId;
      found.set(sister, await this.ofCluster(sister));
    }
    return found;
  }

  /** Live members of one cluster that may be counted; the invented ones only where it has no other. */
  async ofCluster(clusterId: string): Promise<CountedMember[]> {
    const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const outlines = await this.unitOfWork.run(systemScope([clusterId]), (unit) =>
      this.members.ofCluster(unit, clusterId),
    );
    const members = outlines.filter(({ live }) => live);
    const real = members.some(({ invented }) => !invented);
    const sharing = await this.unitOfWork.run(systemScope(all.map(({ id }) => id as string)), (unit) =>
      this.#sharing.effective(
        unit,
        members.map(({ id }) => id),
      ),
    );
    return members.flatMap((member) => {
      const said = sharing.get(member.id);
      const left = said === undefined || said.level === 'nothing' || (real && member.invented);
      return left ? [] : [{ member, sharing: said }];
    });
  }
}
