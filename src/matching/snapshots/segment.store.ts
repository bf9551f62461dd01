import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Audience } from './audience.js';

/** A segment file, as the database knows it. */
export interface StoredSegment {
  readonly id: string;
  readonly audience: Audience;
  readonly clusterId: string | null;
  /** of what it was built from; equal fingerprint, nothing to rebuild */
  readonly fingerprint: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly documents: number;
  readonly organisations: number;
  /** ISO instant */
  readonly builtAt: string;
  /** ISO instant: organisations were taken out of it later, because they were erased; null: as it was built */
  readonly rewrittenAt: string | null;
}

const columns = `id, audience, cluster_id as "clusterId", fingerprint, file_name as "fileName", sha256,
  bytes::float8 as bytes, documents, organisations,
  to_char(built_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "builtAt",
  to_char(rewritten_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "rewrittenAt"`;

/** Which segments there are; the newest of each audience is the one to use. */
export class SegmentStore {
  /** The newest segment of every audience in scope, in order of audience. */
  async newest(unit: Unit): Promise<StoredSegment[]> {
    return unit.manager.query<StoredSegment[]>(
      `select distinct on (audience collate "C") ${columns} from snapshot_segment order by audience collate "C", built_at desc, id desc`,
    );
  }

  /** Whether it was built within the hour. */
  async isFresh(unit: Unit, id: string): Promise<boolean> {
    const found = await unit.manager.query<unknown[]>(
      `select 1 from snapshot_segment where id = $1 and built_at > now() - interval '1 hour'`,
      [id],
    );
    return found.length > 0;
  }

  async add(unit: Unit, segment: Omit<StoredSegment, 'builtAt' | 'rewrittenAt'>): Promise<void> {
    await unit.manager.query(
      `insert into snapshot_segment
         (id, audience, cluster_id, fingerprint, file_name, sha256, bytes, documents, organisations)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        segment.id,
        segment.audience,
        segment.clusterId,
        segment.fingerprint,
        segment.fileName,
        segment.sha256,
        segment.bytes,
        segment.documents,
        segment.organisations,
      ],
    );
  }

  /** All that hold organisations, in scope. */
  async segments(unit: Unit): Promise<StoredSegment[]> {
    return unit.manager.query<StoredSegment[]>(
      `select ${columns} from snapshot_segment where organisations > 0 order by id`,
    );
  }

  /** One takes the place of another everywhere: among the newest of its audience, and in every run that read it. */
  async replace(
    unit: Unit,
    old: StoredSegment,
    { id, fileName, sha256, bytes, documents, organisations }: Omit<StoredSegment, 'builtAt' | 'rewrittenAt'>,
  ): Promise<void> {
    await unit.manager.query(
      `insert into snapshot_segment (id, audience, cluster_id, fingerprint, file_name, sha256, bytes, documents,
         organisations, built_at, rewritten_at)
       select $2, audience, cluster_id, fingerprint, $3, $4, $5, $6, $7, built_at, now() from snapshot_segment
       where id = $1`,
      [old.id, id, fileName, sha256, bytes, documents, organisations],
    );
    await unit.manager.query(
      'update score_run set segment_ids = array_replace(segment_ids, $1, $2) where $1 = any (segment_ids)',
      [old.id, id],
    );
    await unit.manager.query('delete from snapshot_segment where id = $1', [old.id]);
  }

  /** Those that no run refers to and that are not the newest of their audience. @returns how many went */
  async forgetUnused(unit: Unit): Promise<number> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from snapshot_segment s where s.built_at < now() - interval '1 day'
         and not exists (select 1 from score_run r where s.id = any (r.segment_ids))
         and exists (select 1 from snapshot_segment newer where newer.audience = s.audience
           and (newer.built_at, newer.id) > (s.built_at, s.id))`,
    );
    return removed;
  }

  /** What clusters showed their sisters before; no run ever reads it. @returns names of the files that may go */
  async forgetOlderShared(unit: Unit): Promise<string[]> {
    const [rows] = await unit.manager.query<[{ fileName: string }[], number]>(
      `delete from snapshot_segment s where starts_with(s.audience, 'shared-')
         and exists (select 1 from snapshot_segment newer where newer.audience = s.audience
           and (newer.built_at, newer.id) > (s.built_at, s.id)) returning s.file_name as "fileName"`,
    );
    return rows.map(({ fileName }) => fileName);
  }

  /** Names of all files that a row in scope refers to. */
  async fileNames(unit: Unit): Promise<Set<string>> {
    const rows = await unit.manager.query<{ fileName: string }[]>(
      'select file_name as "fileName" from snapshot_segment',
    );
    return new Set(rows.map(({ fileName }) => fileName));
  }

  async byIds(unit: Unit, ids: readonly string[]): Promise<StoredSegment[]> {
    return unit.manager.query<StoredSegment[]>(
      `select ${columns} from snapshot_segment where id = any ($1::uuid[]) order by audience collate "C"`,
      [ids],
    );
  }
}
