import type { Unit } from '../../platform/database/unit-of-work.js';
import type { OnBoard } from '../board/board.store.js';
import type { NeededRole } from '../needs/needed-role.js';
import type { ShareState } from './need-share.js';

/** A need in reach of whoever it was shown to. */
export interface ShareRow {
  readonly id: string;
  readonly role: NeededRole;
  readonly text: string;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly countries: string[];
  readonly cites: readonly { readonly text: string }[];
  readonly consortiumId: string;
  readonly clusterId: string;
  readonly toClusterId: string;
  readonly state: ShareState;
  readonly organisationIds: string[];
  readonly sharedAt: Date;
}

/** A member, as one of the clusters through which it may be told of needs. */
export interface ToldMember {
  readonly clusters: readonly string[];
  readonly organisation: string;
}

/** Needs shown to clusters and their members. */
export class NeedShareStore {
  /** Shows a need to exactly these clusters: those it was shown to already keep what they decided. */
  async showTo(
    unit: Unit,
    board: OnBoard,
    {
      needId,
      clusters,
      now,
    }: { readonly needId: string; readonly clusters: readonly string[]; readonly now: Date },
  ): Promise<void> {
    await unit.manager.query(
      'delete from need_share where need_id = $1 and not (to_cluster_id = any ($2::uuid[]))',
      [needId, clusters],
    );
    await unit.manager.query(
      `insert into need_share (need_id, to_cluster_id, consortium_id, cluster_id, state, organisation_ids, shared_at)
       select $1, id, $2, $3, case when id = $3 then 'told' else 'asked' end, '{}', $5
       from unnest($4::uuid[]) as c (id) on conflict (need_id, to_cluster_id) do nothing`,
      [needId, board.id, board.clusterId, clusters, now],
    );
  }

  async ofBoard(
    unit: Unit,
    consortiumId: string,
  ): Promise<{ needId: string; toClusterId: string; state: ShareState }[]> {
    return unit.manager.query(
      `select need_id as "needId", to_cluster_id as "toClusterId", state from need_share where consortium_id = $1
       order by shared_at, to_cluster_id`,
      [consortiumId],
    );
  }

  /** Those that the scope was shown, the newest first; not its own cluster's, for whose staff the board is there. */
  async shown(unit: Unit, limit: number): Promise<ShareRow[]> {
    return unit.manager.query<ShareRow[]>(
      `select n.id, n.role, n.text, n.trl_from as "trlFrom", n.trl_to as "trlTo", n.countries, n.cites,
         s.consortium_id as "consortiumId", s.cluster_id as "clusterId", s.to_cluster_id as "toClusterId", s.state,
         s.organisation_ids as "organisationIds", s.shared_at as "sharedAt"
       from need_share s join consortium_need n on n.id = s.need_id
       where n.state = 'approved' and not ($2 and s.cluster_id = any (current_clusters()))
       order by s.shared_at desc, n.id limit $1`,
      [limit, unit.scope.role !== 'member'],
    );
  }

  async stillTold(
    unit: Unit,
    needs: readonly string[],
    { clusters, organisation }: ToldMember,
  ): Promise<ReadonlySet<string>> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select n.id from need_share s join consortium_need n on n.id = s.need_id
       where n.id = any ($1::uuid[]) and n.state = 'approved' and s.state = 'told'
         and s.to_cluster_id = any ($2::uuid[]) and (s.organisation_ids = '{}' or $3 = any (s.organisation_ids))`,
      [needs, clusters, organisation],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What a cluster that was asked decided. @returns false where it was not asked, or the need is gone */
  async decide(
    unit: Unit,
    share: {
      readonly needId: string;
      readonly toClusterId: string;
      readonly state: ShareState;
      readonly organisationIds: readonly string[];
      readonly now: Date;
    },
  ): Promise<boolean> {
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      `update need_share set state = $3, organisation_ids = $4, decided_at = $5
       where need_id = $1 and to_cluster_id = $2 and cluster_id <> to_cluster_id`,
      [share.needId, share.toClusterId, share.state, share.organisationIds, share.now],
    );
    return changed > 0;
  }
}
