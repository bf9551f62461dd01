import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel, type Cluster } from '../accounts/index.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { isUuid } from '../platform/ids/uuid.js';
import { AgreementStore, type Agreement, type AgreementKind } from './agreement.store.js';
import {
  agreementDays,
  agreementExists,
  agreementNotFound,
  agreementWithItself,
  notYoursToAccept,
} from './federation.errors.js';
import { OwnCluster } from './own-cluster.js';
import { Republish } from './republish.js';

export interface ProposedAgreement {
  /** short name of the other cluster */
  readonly with: string;
  /** `parent`: the other is given figures of ours, and nothing else */
  readonly kind: AgreementKind;
  /** calendar dates; `until` null: until one of them ends it */
  readonly from: string;
  readonly until: string | null;
}

/** Clusters agree that something may pass between them: one proposes, the other accepts, either ends it at once. */
@Injectable()
export class Agreements {
  readonly #store = new AgreementStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnCluster,
    private readonly clusters: ClusterReadModel,
    private readonly audit: AuditTrail,
    private readonly republish: Republish,
  ) {}

  async list(scope: Scope, slug: string | undefined): Promise<{ cluster: Cluster; agreements: Agreement[] }> {
    return this.unitOfWork.run(scope, async (unit) => {
      const cluster = await this.own.find(unit, slug);
      return { cluster, agreements: await this.#store.of(unit, cluster.id) };
    });
  }

  /** @throws {AppError} `federation.agreement-exists`, `…-days`, `…-with-itself`, `accounts.cluster-not-found` */
  async propose(scope: Scope, slug: string | undefined, wanted: ProposedAgreement): Promise<void> {
    const { from: fromOn, until: untilOn, kind } = wanted;
    if (untilOn !== null && untilOn < fromOn) throw agreementDays(fromOn, untilOn);
    const cluster = await this.own.of(scope, slug);
    await this.#as(scope, cluster.id, async (unit) => {
      const other = await this.clusters.bySlug(unit, wanted.with);
      if (other.id === cluster.id) throw agreementWithItself();
      const terms = { kind, fromOn, untilOn, proposedBy: cluster.id };
      const id = await this.#store.propose(unit, { ...terms, clusterId: cluster.id, otherId: other.id });
      if (id === null) throw agreementExists();
      await this.#note(unit, 'federation.proposed', id, [cluster.id, other.id]);
    });
  }

  /** @throws {AppError} `federation.agreement-not-found`, `federation.not-yours-to-accept` */
  async accept(scope: Scope, slug: string | undefined, id: string): Promise<void> {
    const parties = await this.#change(scope, slug, id, async (unit, agreement, own) => {
      if (agreement.proposedBy === own || agreement.acceptedAt || agreement.endedAt) throw notYoursToAccept();
      await this.#store.accept(unit, id);
      return 'federation.accepted';
    });
    await this.republish.all(parties);
  }

  /** Ends, declines or withdraws: from this moment on nothing of either is in reach of the other. Twice is as once. */
  async end(scope: Scope, slug: string | undefined, id: string): Promise<void> {
    const parties = await this.#change(scope, slug, id, async (unit, _agreement, own) => {
      await this.#store.end(unit, id, own);
      return 'federation.ended';
    });
    await this.republish.all(parties);
  }

  /** Leaves the federation: all agreements end. @returns how many */
  async leave(scope: Scope, slug: string | undefined): Promise<number> {
    const { agreements } = await this.list(scope, slug);
    const standing = agreements.filter(({ endedAt }) => endedAt === null);
    for (const { id } of standing) await this.end(scope, slug, id);
    return standing.length;
  }

  async #change(
    scope: Scope,
    slug: string | undefined,
    id: string,
    work: (unit: Unit, agreement: Agreement, own: string) => Promise<string>,
  ): Promise<readonly string[]> {
    const { id: own } = await this.own.of(scope, slug);
    return this.#as(scope, own, async (unit) => {
      const agreement = isUuid(id) ? await this.#store.byId(unit, id) : null;
      if (!agreement) throw agreementNotFound(id);
      const parties = [agreement.clusterId, agreement.otherId];
      await this.#note(unit, await work(unit, agreement, own), id, parties);
      return parties;
    });
  }

  /** Written down on both sides. */
  async #note(unit: Unit, action: string, agreement: string, parties: readonly string[]): Promise<void> {
    for (const cluster of parties) await this.audit.record(unit, action, { agreement }, { cluster });
  }

  /** As the service, over the asker's cluster alone, on behalf of whoever asks. */
  #as<T>({ user }: Scope, cluster: string, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run({ ...systemScope([cluster]), ...(user === undefined ? {} : { user }) }, work);
  }
}
