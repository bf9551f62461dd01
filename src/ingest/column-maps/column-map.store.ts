import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import type { ColumnMap } from '../members/column-map.js';

/** A column map as a cluster keeps it for one kind of file. */
export interface SavedColumnMap {
  readonly source: string;
  readonly map: ColumnMap;
  /** ISO instant */
  readonly updatedAt: string;
}

const columns = `source, map,
  to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"`;

/** The column maps of clusters; each sees and changes its own. */
export class ColumnMapStore {
  /** In order of source. */
  async all(unit: Unit, clusterId: string): Promise<SavedColumnMap[]> {
    return unit.manager.query<SavedColumnMap[]>(
      `select ${columns} from column_map where cluster_id = $1 order by source`,
      [clusterId],
    );
  }

  async find(unit: Unit, clusterId: string, source: string): Promise<SavedColumnMap | undefined> {
    const [found] = await unit.manager.query<SavedColumnMap[]>(
      `select ${columns} from column_map where cluster_id = $1 and source = $2`,
      [clusterId, source],
    );
    return found;
  }

  /** Keeps a map, in place of the one that stood for the same source; an equal one changes nothing. */
  async save(unit: Unit, clusterId: string, source: string, map: ColumnMap): Promise<void> {
    await unit.manager.query(
      `insert into column_map (id, cluster_id, source, map) values ($1, $2, $3, $4)
       on conflict (cluster_id, source) do update
         set map = excluded.map, updated_at = now(), version = column_map.version + 1
         where column_map.map is distinct from excluded.map`,
      [newId(), clusterId, source, JSON.stringify(map)],
    );
  }

  /** @returns false where there was none */
  async remove(unit: Unit, clusterId: string, source: string): Promise<boolean> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      'delete from column_map where cluster_id = $1 and source = $2',
      [clusterId, source],
    );
    return removed > 0;
  }
}
