import type { HeldTable, KeptOfMember } from '../../accounts/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import type { MovedRows, MovedSource } from './moved-rows.js';
import type { MergeReason } from './propose-merges.js';

/** What member files are called as a source, and what stands beside it where two entries of a list became one. */
const fileSource = 'members';
const mergedSource = 'merged';

export interface MergeDecision {
  readonly id: string;
  readonly clusterId: string;
  readonly keptId: string;
  readonly otherId: string;
  readonly keptName: string;
  readonly otherName: string;
  readonly decision: 'same' | 'different';
  readonly reasons: readonly MergeReason[];
}

export interface TakenDecision extends MergeDecision {
  readonly decidedAt: Date;
  readonly moved: MovedRows | null;
}

/** Which entry goes into which, in which cluster. */
export interface Merging {
  readonly cluster: string;
  readonly kept: string;
  readonly other: string;
}

const columns = `id, cluster_id as "clusterId", kept_id as "keptId", other_id as "otherId", kept_name as "keptName",
  other_name as "otherName", decision, reasons, decided_at as "decidedAt", moved`;

/** Moves what a cluster keeps about one entry to another, and back. Needs the service's scope over every cluster. */
export class MergeStore {
  async decide(unit: Unit, taken: Omit<MergeDecision, 'id'>, moved: MovedRows | null): Promise<string> {
    const id = newId();
    const { clusterId, keptId, otherId, keptName, otherName, decision, reasons } = taken;
    await unit.manager.query(
      `insert into organisation_merge
         (id, cluster_id, kept_id, other_id, kept_name, other_name, decision, reasons, moved)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        clusterId,
        keptId,
        otherId,
        keptName,
        otherName,
        decision,
        reasons,
        moved && JSON.stringify(moved),
      ],
    );
    return id;
  }

  /** What stands of a cluster's decisions, the newest first. */
  async standing(unit: Unit, clusterId: string, most: number): Promise<TakenDecision[]> {
    return unit.manager.query<TakenDecision[]>(
      `select ${columns} from organisation_merge where cluster_id = $1 and undone_at is null
       order by decided_at desc, id limit $2`,
      [clusterId, most],
    );
  }

  /** Holds a standing decision until the transaction ends. */
  async hold(unit: Unit, id: string, clusters: readonly string[]): Promise<TakenDecision | undefined> {
    const [row] = await unit.manager.query<TakenDecision[]>(
      `select ${columns} from organisation_merge where id = $1 and cluster_id = any ($2::uuid[]) and undone_at is null
       for update`,
      [id, clusters],
    );
    return row;
  }

  async undone(unit: Unit, id: string): Promise<void> {
    await unit.manager.query('update organisation_merge set undone_at = now() where id = $1', [id]);
  }

  /** Whether an organisation spoke for itself, or somebody holds something of it elsewhere. */
  async isInUse(unit: Unit, tables: readonly HeldTable[], organisation: string): Promise<boolean> {
    const asked = [
      ...tables.map(({ table, where }) => `exists (select from ${table} where ${where})`),
      ...['evidence', 'organisation_record'].map(
        (table) => `exists (select from ${table} where organisation_id = $1 and source = 'self')`,
      ),
    ];
    const [row] = await unit.manager.query<{ found: boolean }[]>(`select ${asked.join(' or ')} as found`, [
      organisation,
    ]);
    return row?.found ?? false;
  }

  /** @param along what else is kept about members */
  async move(unit: Unit, merging: Merging, along: readonly KeptOfMember[]): Promise<MovedRows> {
    const hasFile = await this.#hasFile(unit, merging);
    const evidence = await this.#evidence(unit, merging, hasFile);
    const records = await this.#records(unit, merging);
    const membership = await this.#membership(unit, merging);
    const moved: Record<string, readonly string[]> = {};
    for (const table of along) moved[table.table] = await this.#along(unit, merging, table);
    return {
      records,
      evidence,
      along: moved,
      ...membership,
      exclusions: await this.#exclusions(unit, merging),
    };
  }

  /** Whatever stands there still goes back; what came to be since stays where it is. */
  async moveBack(unit: Unit, { cluster, kept, other }: Merging, moved: MovedRows): Promise<void> {
    for (const table of ['organisation_record', 'evidence'] as const) {
      const rows = table === 'evidence' ? moved.evidence : moved.records;
      await unit.manager.query(
        `update ${table} t set organisation_id = $2, source = r.source, version = t.version + 1
         from jsonb_to_recordset($3::jsonb) as r (id uuid, source text)
         where t.id = r.id and t.organisation_id = $1`,
        [kept, other, JSON.stringify(rows)],
      );
    }
    for (const [table, ids] of Object.entries(moved.along))
      await unit.manager.query(
        `update ${table} set organisation_id = $2 where id = any ($3::uuid[]) and organisation_id = $1 and cluster_id = $4`,
        [kept, other, ids, cluster],
      );
    if (moved.membership)
      await unit.manager.query(
        `insert into membership select r.* from jsonb_populate_record(null::membership, $1) as r on conflict do nothing`,
        [JSON.stringify(moved.membership)],
      );
    else
      await unit.manager.query(
        `update membership set organisation_id = $2, version = version + 1 where organisation_id = $1 and cluster_id = $3`,
        [kept, other, cluster],
      );
    for (const [by, of] of moved.exclusions)
      await unit.manager.query('delete from exclusion where organisation_id = $1 and other_id = $2', [
        by,
        of,
      ]);
  }

  async #hasFile(unit: Unit, { cluster, kept }: Merging): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from organisation_record
         where organisation_id = $1 and cluster_id = $2 and source = '${fileSource}') as found`,
      [kept, cluster],
    );
    return row?.found ?? false;
  }

  /** The next import of the file compares its row with what stands of the file: these lines are not of that row. */
  async #evidence(unit: Unit, { cluster, kept, other }: Merging, hasFile: boolean): Promise<MovedSource[]> {
    const [rows] = await unit.manager.query<[MovedSource[], number]>(
      `update evidence t set organisation_id = $3, version = t.version + 1,
         source = case when was.source = '${fileSource}' and $4 then '${mergedSource}' else was.source end
       from (select id, source from evidence where organisation_id = $2 and cluster_id = $1 for update) was
       where t.id = was.id returning t.id, was.source`,
      [cluster, other, kept, hasFile],
    );
    return rows;
  }

  /** Each source has one word on an organisation in a cluster: where that is taken, this one is `merged`, `merged-2`, … */
  async #records(unit: Unit, { cluster, kept, other }: Merging): Promise<MovedSource[]> {
    const [rows] = await unit.manager.query<[MovedSource[], number]>(
      `with was as (
         select r.id, r.source, exists (select from organisation_record k
             where k.organisation_id = $3 and k.cluster_id = $1 and k.source = r.source) as taken,
           row_number() over (order by r.source) + (select count(*) from organisation_record k
             where k.organisation_id = $3 and k.cluster_id = $1 and k.source like '${mergedSource}%') as nth
         from organisation_record r where r.organisation_id = $2 and r.cluster_id = $1)
       update organisation_record t set organisation_id = $3, version = t.version + 1,
         source = case when not was.taken then was.source
           when was.nth = 1 then '${mergedSource}' else '${mergedSource}-' || was.nth end
       from was where t.id = was.id returning t.id, was.source`,
      [cluster, other, kept],
    );
    return rows;
  }

  async #membership(unit: Unit, { cluster, kept, other }: Merging): Promise<Pick<MovedRows, 'membership'>> {
    const [, moved] = await unit.manager.query<[unknown[], number]>(
      `update membership m set organisation_id = $3, version = m.version + 1
       where m.organisation_id = $2 and m.cluster_id = $1
         and not exists (select from membership k where k.organisation_id = $3 and k.cluster_id = $1)`,
      [cluster, other, kept],
    );
    if (moved > 0) return { membership: null };
    const [[row]] = await unit.manager.query<[{ was: object }[], number]>(
      'delete from membership m where m.organisation_id = $2 and m.cluster_id = $1 returning to_jsonb(m) as was',
      [cluster, other],
    );
    return { membership: row?.was ?? null };
  }

  async #along(
    unit: Unit,
    { cluster, kept, other }: Merging,
    { table, once }: KeptOfMember,
  ): Promise<string[]> {
    const kind = once === 'true' || once === undefined ? '' : `and k.${once} = t.${once}`;
    const free =
      once === undefined
        ? ''
        : `and not exists (select from ${table} k where k.organisation_id = $3 and k.cluster_id = $1 ${kind})`;
    const [rows] = await unit.manager.query<[{ id: string }[], number]>(
      `update ${table} t set organisation_id = $3 where t.organisation_id = $2 and t.cluster_id = $1 ${free}
       returning t.id`,
      [cluster, other, kept],
    );
    return rows.map(({ id }) => id);
  }

  /** Who wants to be kept apart from the one is kept apart from both: nobody is told, and the other keeps its own. */
  async #exclusions(unit: Unit, { kept, other }: Merging): Promise<[string, string][]> {
    const rows = await unit.manager.query<{ by: string; of: string }[]>(
      `insert into exclusion (organisation_id, other_id, kind)
       select case when x.organisation_id = $2 then $1 else x.organisation_id end,
         case when x.other_id = $2 then $1 else x.other_id end, x.kind
       from exclusion x where $2 in (x.organisation_id, x.other_id) and $1 not in (x.organisation_id, x.other_id)
       on conflict do nothing returning organisation_id as by, other_id as of`,
      [kept, other],
    );
    return rows.map(({ by, of }) => [by, of]);
  }
}
