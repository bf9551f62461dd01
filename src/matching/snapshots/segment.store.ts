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
}

const columns = `id, audience, cluster_id as "clusterId", fingerprint, file_name as "fileName", sha256,
  bytes::float8 as bytes, documents, organisations,
  to_char(built_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "builtAt"`;

/** Which segments there are; the newest of each audience is the one to use. */
export class SegmentStore {
  /** The newest segment of every audience in scope, in order of audience. */
  async newest(unit: Unit): Promise<StoredSegment[]> {
    return unit.manager.query<StoredSegment[]>(
      `select distinct on (audience collate "C") ${columns} from snapshot_segment order by audience collate "C", built_at desc, id desc`,
    );
  }

  async add(unit: Unit, segment: Omit<StoredSegment, 'builtAt'>): Promise<void> {
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

  async byIds(unit: Unit, ids: readonly string[]): Promise<StoredSegment[]> {
    return unit.manager.query<StoredSegment[]>(
      `select ${columns} from snapshot_segment where id = any ($1::uuid[]) order by audience collate "C"`,
      [ids],
    );
  }
}
