import { bulkInsert } from '../../platform/database/bulk-insert.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ClusterList, PackedList } from '../scoring/packed-list.js';
import { clusterOf, type Audience } from '../snapshots/audience.js';

/** A list as it is read back, with whom it is for. */
export interface StoredList extends ClusterList {
  readonly audience: Audience;
}

/** Where the lists of one direction stand. */
interface Side {
  readonly table: string;
  readonly of: string;
  /** the table of what a list is for */
  readonly parent: string;
  readonly entries: string;
  /** columns that only this side has */
  readonly own: readonly string[];
}

const sides = {
  /** organisations for an opportunity */
  opportunity: {
    table: 'match_list',
    of: 'opportunity_id',
    parent: 'opportunity',
    entries: 'organisation_ids',
    own: ['also_open'],
  },
  /** opportunities for a member of a cluster */
  organisation: {
    table: 'organisation_match_list',
    of: 'organisation_id',
    parent: 'organisation',
    entries: 'opportunity_ids',
    own: ['bands'],
  },
} satisfies Record<string, Side>;

/** What a list is for. */
export type ListSide = keyof typeof sides;

/** Stored lists: a row per opportunity and audience, and a row per member of a cluster. */
export class MatchListStore {
  /** Repeatable: the same block again writes the same rows. What went away since the snapshot gets no list. */
  async save(
    unit: Unit,
    side: ListSide,
    { runId, audience }: { readonly runId: string; readonly audience: Audience },
    lists: readonly (PackedList | ClusterList)[],
  ): Promise<void> {
    const { table, of, entries, own }: Side = sides[side];
    const standing = await this.standing(
      unit,
      side,
      lists.map((list) => list.of),
    );
    const figures = [entries, 'scores', 'fits', 'track_records', 'total', ...own];
    const rows = lists
      .filter((list) => standing.has(list.of))
      .map((list) => ({
        run_id: runId,
        [of]: list.of,
        audience,
        cluster_id: clusterOf(audience),
        [entries]: list.entries,
        scores: list.scores,
        fits: list.fits,
        track_records: list.trackRecords,
        total: list.total,
        also_open: 'alsoOpen' in list ? list.alsoOpen : 0,
        bands: list.bands ?? [],
      }));
    await bulkInsert(
      unit,
      {
        table,
        columns: ['run_id', of, 'audience', 'cluster_id', ...figures],
        conflict: `on conflict (run_id, ${of}, audience) do update set
          ${figures.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      },
      rows,
    );
  }

  /** The lists of one opportunity or organisation in a run, of every audience in scope. */
  async find(unit: Unit, side: ListSide, runId: string, id: string): Promise<StoredList[]> {
    return this.#read(unit, side, 'l.run_id = $1 and l.$of = $2', [runId, id]);
  }

  /** All lists of one audience in a run that are for one of these. */
  async among(
    unit: Unit,
    side: ListSide,
    { runId, audience }: { readonly runId: string; readonly audience: Audience },
    ids: readonly string[],
  ): Promise<StoredList[]> {
    const condition = 'l.run_id = $1 and l.audience = $2 and l.$of = any ($3::uuid[])';
    return this.#read(unit, side, condition, [runId, audience, ids]);
  }

  /** What one audience of a run has lists for. */
  async subjects(
    unit: Unit,
    side: ListSide,
    { runId, audience }: { readonly runId: string; readonly audience: Audience },
  ): Promise<string[]> {
    const { table, of }: Side = sides[side];
    const rows = await unit.manager.query<{ id: string }[]>(
      `select ${of} as id from ${table} where run_id = $1 and audience = $2 order by 1`,
      [runId, audience],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these opportunities or organisations there still are. */
  async standing(unit: Unit, side: ListSide, ids: readonly string[]): Promise<Set<string>> {
    const { parent }: Side = sides[side];
    const rows = await unit.manager.query<{ id: string }[]>(
      `select id from ${parent} where id = any ($1::uuid[])`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async #read(
    unit: Unit,
    side: ListSide,
    condition: string,
    values: readonly unknown[],
  ): Promise<StoredList[]> {
    const { table, of, entries }: Side = sides[side];
    const rows = await unit.manager.query<StoredList[]>(
      `select l.audience, l.${of} as "of", l.${entries} as entries, l.scores, l.fits,
         l.track_records as "trackRecords", l.total,
         ${side === 'opportunity' ? 'l.also_open' : '0'} as "alsoOpen", ${side === 'organisation' ? 'l.bands' : 'null'} as bands
       from ${table} l where ${condition.replace('$of', of)} order by l.audience collate "C", l.${of}`,
      [...values],
    );
    return rows.map((row) => ({
      ...row,
      scores: row.scores.map(Math.fround),
      fits: row.fits.map(Math.fround),
      trackRecords: row.trackRecords.map(Math.fround),
    }));
  }
}
