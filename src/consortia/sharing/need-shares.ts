import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { OpportunityReadModel } from '../../opportunities/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { BoardStore } from '../board/board.store.js';
import { needNotApproved, noSuchClusters, notOnBoard, notShown } from '../consortia.errors.js';
import { onBehalfOfService } from '../seats/seat-offers.js';
import type { SharedNeed } from './need-share.js';
import { NeedShareStore, type ShareRow, type ToldMember } from './need-share.store.js';

/** More than anybody reads. */
const most = 200;

/** Approved needs are shown to members of one's own cluster, and to sister clusters, who decide whom they tell. */
@Injectable()
export class NeedShares {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly boards: BoardStore,
    private readonly shares: NeedShareStore,
    private readonly clusters: ClusterReadModel,
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
  ) {}

  /**
   * Shows a need to these clusters and to no others; none: to nobody but staff.
   *
   * @throws {AppError} `consortia.need-not-approved`, `consortia.no-such-clusters`, `consortia.not-on-board`
   */
  show(scope: Scope, boardId: string, needId: string, clusters: readonly string[]): Promise<void> {
    return this.unitOfWork.run(scope, async (unit) => {
      const board = await this.boards.hold(unit, boardId);
      const need = await this.boards.need(unit, board, needId);
      if (need.state !== 'approved' && clusters.length > 0) throw needNotApproved(need.state);
      const known = new Set<string>((await this.clusters.all(unit)).map(({ id }) => id));
      const unknown = clusters.filter((id) => !known.has(id));
      if (unknown.length > 0) throw noSuchClusters(unknown);
      const now = this.clock.now();
      await this.shares.showTo(unit, board, { needId, clusters: [...new Set(clusters)], now });
      await this.boards.note(unit, board, { at: now, thing: 'need', id: needId, deed: 'shown' });
      await this.boards.touch(unit, board, now);
    });
  }

  /** What the scope was shown: by row-level security, and the call and the asker by name. */
  async shown(scope: Scope): Promise<readonly SharedNeed[]> {
    const rows = await this.unitOfWork.run(scope, (unit) => this.shares.shown(unit, most));
    if (rows.length === 0) return [];
    // of the board nothing but which call it is for
    const calls = await this.unitOfWork.run(systemScope(), async (unit) => {
      const found = new Map<string, string | null>();
      for (const { consortiumId } of rows)
        if (!found.has(consortiumId))
          found.set(consortiumId, (await this.boards.get(unit, consortiumId)).opportunityId);
      return found;
    });
    return this.unitOfWork.run(scope, async (unit) => {
      const ids = [...calls.values()].flatMap((id) => id ?? []);
      const cards = await this.opportunities.cards(unit, ids, this.clock.now());
      const clusters = new Map(
        (await this.clusters.all(unit)).map((cluster) => [cluster.id as string, cluster]),
      );
      return rows.map((row) => {
        const call = cards.get(calls.get(row.consortiumId) ?? '');
        const asker = clusters.get(row.clusterId);
        return {
          ...needOf(row),
          cluster: { id: row.clusterId, nameEn: asker?.nameEn ?? '', nameIt: asker?.nameIt ?? '' },
          opportunity: call === undefined ? null : { identifier: call.identifier, title: call.title },
          deadline: call?.deadlines.at(-1)?.at ?? null,
        };
      });
    });
  }

  /** Which of these needs are still approved and told to a member. Needs the service's own scope. */
  stillShown(unit: Unit, needs: readonly string[], member: ToldMember): Promise<ReadonlySet<string>> {
    return this.shares.stillTold(unit, needs, member);
  }

  /** @throws {AppError} `consortia.not-on-board` */
  async one(scope: Scope, needId: string): Promise<SharedNeed> {
    const found = (await this.shown(scope)).find(({ id }) => id === needId);
    if (found === undefined) throw notOnBoard('need', needId);
    return found;
  }

  /**
   * What staff of a cluster that was asked make of a need: they tell all their members, some, or nobody.
   *
   * @throws {AppError} `consortia.not-shown`, `organisations.not-found`
   */
  async decide(
    scope: Scope,
    needId: string,
    decision: { readonly tell: boolean; readonly organisations: readonly string[] },
  ): Promise<void> {
    const { rows, organisationIds } = await this.unitOfWork.run(scope, async (unit) => ({
      rows: (await this.shares.shown(unit, most)).filter(({ id }) => id === needId),
      organisationIds: await this.organisations.resolveAll(unit, decision.organisations),
    }));
    const asked = rows.find(({ toClusterId }) => scope.clusters.includes(toClusterId));
    if (asked === undefined) throw notShown();
    const state = decision.tell ? ('told' as const) : ('refused' as const);
    await this.unitOfWork.run(onBehalfOfService(scope, asked.clusterId), (unit) =>
      this.shares.decide(unit, {
        needId,
        toClusterId: asked.toClusterId,
        state,
        organisationIds,
        now: this.clock.now(),
      }),
    );
  }
}

function needOf(row: ShareRow): Omit<SharedNeed, 'cluster' | 'opportunity' | 'deadline'> {
  const { id, role, text, trlFrom, trlTo, countries, cites, state, organisationIds, sharedAt } = row;
  const said = cites.map((cite) => cite.text);
  return { id, role, text, trlFrom, trlTo, countries, cites: said, state, organisationIds, sharedAt };
}
