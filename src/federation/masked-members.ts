import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel } from '../accounts/index.js';
import { ExclusionStore } from '../organisations/index.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { isUuid } from '../platform/ids/uuid.js';
import { MembersOf } from './members-of.read-model.js';
import type { SharedMember } from './shared-member.js';
import { SharedMemberStore } from './shared-member.store.js';
import { SharedMembersReadModel } from './shared-members.read-model.js';

/** Who stands behind a mask: for the service alone, which tells nobody before that one has agreed. */
export interface BehindTheMask {
  readonly organisation: string;
  /** clusters it is in today, whose staff may be asked */
  readonly clusters: readonly string[];
  /** what the asker may know of it meanwhile */
  readonly member: SharedMember;
}

/**
 * Members of sister clusters behind their masks. Whoever may not see one is answered as if there were none; who is
 * behind it never leaves this service but through a use case that has the consent of both.
 */
@Injectable()
export class MaskedMembers {
  readonly #store = new SharedMemberStore();
  readonly #read = new SharedMembersReadModel();
  readonly #members = new MembersOf();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly exclusions: ExclusionStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns null where the asker may not see it, or does not want to meet who is behind it, or the reverse */
  async find(scope: Scope, id: string): Promise<SharedMember | null> {
    if (!isUuid(id)) return null;
    const member = await this.unitOfWork.run(scope, async (unit) =>
      (await this.#read.cards(unit, [id])).get(id),
    );
    if (!member || (await this.leftOut(scope, [])).includes(id)) return null;
    return member;
  }

  /** @returns null where `find` is */
  async behind(scope: Scope, id: string): Promise<BehindTheMask | null> {
    const member = await this.find(scope, id);
    if (!member) return null;
    const all = await this.#all();
    return this.unitOfWork.run(systemScope(all), async (unit) => {
      const organisation = await this.#store.behind(unit, id);
      if (organisation === null) return null;
      return { organisation, clusters: await this.#members.clustersOf(unit, organisation), member };
    });
  }

  /**
   * Which of these organisations the asker may see as members of sister clusters, and under which mask; for the service
   * alone, as `behind` is. That they were looked at is written down.
   *
   * @param seeds ids of organisations that they must want to meet
   */
  async among(
    scope: Scope,
    organisations: readonly string[],
    seeds: readonly string[],
  ): Promise<{ readonly organisation: string; readonly mask: string; readonly name: string | null }[]> {
    if (organisations.length === 0) return [];
    const all = await this.#all();
    const masks = await this.unitOfWork.run(systemScope(all), (unit) =>
      this.#store.standing(unit, organisations),
    );
    const cards = await this.unitOfWork.run(scope, (unit) => this.#read.cards(unit, [...masks.values()]));
    const hidden = new Set(await this.leftOut(scope, seeds));
    const seen = [...masks].flatMap(([organisation, mask]) => {
      const card = cards.get(mask);
      return card && !hidden.has(mask) ? [{ organisation, mask, name: card.name }] : [];
    });
    await this.shown(
      scope,
      seen.map(({ mask }) => mask),
    );
    return seen;
  }

  /** Writes down, for whoever is behind them, that the asker's cluster was shown these masks. */
  async shown(scope: Scope, masks: readonly string[]): Promise<void> {
    if (masks.length === 0) return;
    const all = await this.#all();
    await this.unitOfWork.run(systemScope(all), async (unit) => {
      const { clusters, organisation } = scope;
      const own = organisation === undefined ? [] : await this.#members.clustersOf(unit, organisation);
      const [by] = [...clusters, ...own];
      if (by !== undefined) await this.audit.seenMasked(unit, await this.#store.behindAll(unit, masks), by);
    });
  }

  /**
   * Masks that may not appear in what the asker is shown: of the asker's own members or organisation, which it sees
   * unmasked; of those kept apart from it or from those already in; and those withdrawn since a file was made.
   *
   * @param seeds ids of organisations already in
   */
  async leftOut(scope: Scope, seeds: readonly string[]): Promise<string[]> {
    const all = await this.#all();
    return this.unitOfWork.run(systemScope(all), async (unit) => {
      const own = scope.organisation === undefined ? [] : [scope.organisation];
      const apart = await this.exclusions.keptApart(unit, [...own, ...seeds]);
      const members = await this.#members.of(unit, scope.clusters);
      const known = await this.#store.standing(unit, [...own, ...seeds, ...apart, ...members]);
      return [...known.values(), ...(await this.#store.withdrawn(unit))];
    });
  }

  async #all(): Promise<string[]> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    return clusters.map(({ id }) => id as string);
  }
}
