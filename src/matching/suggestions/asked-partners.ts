import { Injectable } from '@nestjs/common';

import { MaskedMembers } from '../../federation/index.js';
import { ExclusionStore, OrganisationReadModel } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { FairAsked } from '../../ranking/index.js';
import { FeedbackStore, inList } from '../feedback/feedback.store.js';
import { NewcomerShareStore } from '../fairness/newcomer-share.store.js';
import { FairLists, type ListOrder } from './fair-lists.js';

/** Whom a list of partners is about, whatever their evidence says. */
export interface Asked {
  /** ids of those already in */
  readonly seeds: readonly string[];
  /**
   * ids of those who may not appear: what the asker refused, who does not want to meet the asker or one already in (or
   * the reverse), and invented ones as soon as there are real ones
   */
  readonly exclude: readonly string[];
  /** ids of those the asker found useful */
  readonly useful: ReadonlySet<string>;
  /** ids of the members of the cluster that the list is narrowed to, as far as the asker sees them; null: any */
  readonly cluster: readonly string[] | null;
  readonly order: ListOrder;
  /** what kinds keep of every prefix; null: nothing, the list is by score */
  readonly fair: FairAsked | null;
}

interface Wanted {
  readonly seeds: readonly string[];
  readonly cluster?: string;
  readonly order?: ListOrder;
}

/** Finds out who is in already, who may not appear, and whom the asker marked. */
@Injectable()
export class AskedPartners {
  constructor(
    private readonly organisations: OrganisationReadModel,
    private readonly feedback: FeedbackStore,
    private readonly exclusions: ExclusionStore,
    private readonly fairLists: FairLists,
    private readonly masked: MaskedMembers,
    private readonly newcomers: NewcomerShareStore,
  ) {}

  /** Members of sister clusters who may not appear; asked outside any transaction. @param seeds ids of those already in */
  masksLeftOut(scope: Scope, seeds: readonly string[]): Promise<string[]> {
    return this.masked.leftOut(scope, seeds);
  }

  /**
   * @param opportunityId null for a free text, of which nothing is remembered
   * @param wanted seeds are ids, PICs or exact names; without an order it is the one of the installation
   * @throws {AppError} `organisations.not-found`, `organisations.ambiguous`
   */
  async find(unit: Unit, opportunityId: string | null, wanted: Wanted): Promise<Asked> {
    const ids = await this.organisations.resolveAll(unit, wanted.seeds);
    const judged = opportunityId === null ? [] : await this.feedback.judged(unit, { opportunityId });
    const { refused, useful } = inList(judged, ({ organisationId }) => organisationId);
    const invented = await this.organisations.inventedLeftOut(unit);
    const own = unit.scope.organisation;
    const kept = await this.exclusions.keptApart(unit, own === undefined ? ids : [...ids, own]);
    const exclude = [...new Set([...refused, ...invented, ...kept])];
    const { order = this.fairLists.usual } = wanted;
    const fair = this.fairLists.shares(order, await this.newcomers.inForce(unit));
    const { cluster: named } = wanted;
    const cluster = named === undefined ? null : await this.organisations.membersOf(unit, named);
    return { seeds: ids, exclude, useful, cluster, order, fair };
  }
}
