import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';

/** One turn of the lever. */
export interface NewcomerShare {
  readonly id: string;
  /** null: as the installation is set */
  readonly share: number | null;
  readonly reason: string;
  /** id of the row that it takes back; null: it is a change of its own */
  readonly undoes: string | null;
  /** name of the person; null: they have gone, or it was set from the terminal */
  readonly by: string | null;
  readonly at: Date;
}

/** What staff of clusters said that newcomers keep at least: only the order of lists depends on it. */
export class NewcomerShareStore {
  /** The largest of the clusters in the scope; null: none of them says anything. */
  async inForce(unit: Unit): Promise<number | null> {
    const [row] = await unit.manager.query<{ share: number | null }[]>(
      `select max(share) as share from (
         select distinct on (cluster_id) share from newcomer_share where cluster_id = any ($1::uuid[])
         order by cluster_id, at desc, id desc) as last`,
      [unit.scope.clusters],
    );
    return row?.share ?? null;
  }

  /** Every turn, the last one first. @param unit of the service itself, which may name people */
  async log(unit: Unit, clusterId: string, limit: number): Promise<NewcomerShare[]> {
    return unit.manager.query<NewcomerShare[]>(
      `select n.id, n.share, n.reason, n.undoes, n.at, u.name as by
       from newcomer_share n left join user_account u on u.id::text = n.set_by
       where n.cluster_id = $1 order by n.at desc, n.id desc limit $2`,
      [clusterId, limit],
    );
  }

  async add(
    unit: Unit,
    clusterId: string,
    turn: Omit<NewcomerShare, 'id' | 'by'> & { readonly setBy: string | null },
  ): Promise<void> {
    await unit.manager.query(
      `insert into newcomer_share (id, cluster_id, share, reason, undoes, set_by, at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), clusterId, turn.share, turn.reason, turn.undoes, turn.setBy, turn.at],
    );
  }
}
