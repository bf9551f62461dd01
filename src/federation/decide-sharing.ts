import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel, type Cluster } from '../accounts/index.js';
import { OrganisationReadModel } from '../organisations/index.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { noOrganisation, notAMember } from './federation.errors.js';
import { MembersOf } from './members-of.read-model.js';
import { OwnCluster } from './own-cluster.js';
import { Republish } from './republish.js';
import type { SharedEvidence, SharedMember } from './shared-member.js';
import { SharedMemberStore } from './shared-member.store.js';
import { SharedMembersReadModel } from './shared-members.read-model.js';
import { strictest, type Sharing, type SharingLevel } from './sharing-level.js';
import { SharingStore } from './sharing.store.js';

/** What a cluster said of its members, and what that comes to. */
export interface ClusterSharingView extends Sharing {
  readonly cluster: Cluster;
  readonly members: readonly (Sharing & { readonly organisation: string; readonly name: string })[];
  /** how many members leave at each level, once everybody was heard */
  readonly leaving: Readonly<Record<SharingLevel, number>>;
}

/** What an organisation said of itself, what that comes to, and what others see of it now. */
export interface OwnSharing {
  readonly choice: Sharing;
  /** once its clusters were heard, too */
  readonly effective: Sharing;
  /** as sister clusters see it; null: they do not */
  readonly shown: (SharedMember & { readonly statements: readonly SharedEvidence[] }) | null;
}

/** Who decides what leaves: a cluster of all its members and of each, and each member of itself. */
@Injectable()
export class DecideSharing {
  readonly #store = new SharingStore();
  readonly #members = new MembersOf();
  readonly #masks = new SharedMemberStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnCluster,
    private readonly clusters: ClusterReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly shared: SharedMembersReadModel,
    private readonly audit: AuditTrail,
    private readonly republish: Republish,
  ) {}

  async ofCluster(scope: Scope, slug: string | undefined): Promise<ClusterSharingView> {
    const cluster = await this.own.of(scope, slug);
    const said = await this.unitOfWork.run(scope, async (unit) => {
      const { members, ...sharing } = await this.#store.ofCluster(unit, cluster.id);
      const cards = await this.organisations.cards(
        unit,
        members.map(({ organisation }) => organisation),
      );
      const named = members.map((member) => ({
        ...member,
        name: cards.get(member.organisation)?.facts.legalName ?? '',
      }));
      return { ...sharing, members: named.sort((a, b) => a.name.localeCompare(b.name)) };
    });
    const leaving = await this.#asService(async (unit) => {
      const ids = await this.#members.of(unit, [cluster.id]);
      return levels([...(await this.#store.effective(unit, ids)).values()]);
    });
    return { cluster, ...said, leaving };
  }

  /**
   * @param reference of one member; null: all of the cluster's
   * @param sharing null: nothing is said of that member apart any more
   * @throws {AppError} `federation.not-a-member`, `organisations.not-found`
   */
  async rule(
    scope: Scope,
    slug: string | undefined,
    reference: string | null,
    sharing: Sharing | null,
  ): Promise<void> {
    const cluster = await this.own.of(scope, slug);
    const organisation = reference === null ? null : await this.#member(scope, cluster.id, reference);
    await this.unitOfWork.run(asService(scope, [cluster.id]), async (unit) => {
      await this.#store.rule(unit, cluster.id, organisation, sharing);
      const subject = {
        organisation,
        level: sharing?.level ?? null,
        withheld: sharing?.withheld.join(' ') ?? null,
      };
      await this.audit.record(unit, 'federation.sharing-changed', subject, {
        cluster: cluster.id,
        ...(organisation === null ? {} : { organisation }),
      });
    });
    await this.#follow(
      organisation === null ? await this.#membersOf(cluster.id) : [organisation],
      cluster.id,
    );
  }

  /** @throws {AppError} `federation.no-organisation` */
  async ofOrganisation(scope: Scope): Promise<OwnSharing> {
    const organisation = ownOrganisation(scope);
    return this.#asService(async (unit) => {
      const choice = await this.#store.choice(unit, organisation);
      const effective =
        (await this.#store.effective(unit, [organisation])).get(organisation) ?? strictest([choice]);
      const mask = (await this.#masks.standing(unit, [organisation])).get(organisation);
      const card = mask === undefined ? undefined : (await this.shared.cards(unit, [mask])).get(mask);
      const statements = card ? await this.shared.ofMember(unit, card.id, card.clusterId) : [];
      return { choice, effective, shown: card ? { ...card, statements } : null };
    });
  }

  /** @throws {AppError} `federation.no-organisation` */
  async choose(scope: Scope, sharing: Sharing): Promise<void> {
    const organisation = ownOrganisation(scope);
    const clusters = await this.#asService((unit) => this.#members.clustersOf(unit, organisation));
    await this.unitOfWork.run(asService(scope, clusters), async (unit) => {
      await this.#store.choose(unit, organisation, sharing);
      const subject = { level: sharing.level, withheld: sharing.withheld.join(' ') };
      for (const cluster of clusters)
        await this.audit.record(unit, 'federation.sharing-chosen', subject, { cluster, organisation });
    });
    await this.republish.all(clusters);
  }

  async #member(scope: Scope, clusterId: string, reference: string): Promise<string> {
    return this.unitOfWork.run(scope, async (unit) => {
      const id = await this.organisations.resolve(unit, reference);
      const card = await this.organisations.card(unit, id);
      const ours = card?.memberships.some(
        (membership) => membership.live && membership.clusterId === clusterId,
      );
      if (ours !== true) throw notAMember(reference);
      return id;
    });
  }

  /** A member in several clusters leaves each of them as the strictest says: they all follow. */
  async #follow(organisations: readonly string[], clusterId: string): Promise<void> {
    const clusters = await this.#asService((unit) => this.#members.clustersOfAny(unit, organisations));
    await this.republish.all([...new Set([clusterId, ...clusters])]);
  }

  #membersOf(clusterId: string): Promise<string[]> {
    return this.#asService((unit) => this.#members.of(unit, [clusterId]));
  }

  async #asService<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    return this.unitOfWork.run(systemScope(clusters.map(({ id }) => id as string)), work);
  }
}

const asService = ({ user }: Scope, clusters: readonly string[]): Scope => ({
  ...systemScope(clusters),
  ...(user === undefined ? {} : { user }),
});

function ownOrganisation({ organisation }: Scope): string {
  if (organisation === undefined) throw noOrganisation();
  return organisation;
}

function levels(sharings: readonly Sharing[]): Record<SharingLevel, number> {
  const counts = { nothing: 0, counts: 0, masked: 0, full: 0 };
  for (const { level } of sharings) counts[level] += 1;
  return counts;
}
