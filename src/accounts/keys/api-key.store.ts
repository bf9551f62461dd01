import type { Unit } from '../../platform/database/unit-of-work.js';
import { tokenHash } from '../../platform/ids/secret-token.js';
import { newId } from '../../platform/ids/uuid.js';
import { newApiKey, type KeyScope } from './api-key.js';

export interface NewApiKey {
  readonly cluster: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly days: number;
  readonly by: string;
}

/** A key as an officer sees it: never the key itself. */
export interface ApiKeyLine {
  readonly id: string;
  /** the cluster's short name */
  readonly cluster: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
  /** to the minute */
  readonly usedAt: Date | null;
}

const line = `k.id, c.slug as cluster, k.name, k.scopes, k.created_at as "createdAt", k.ends_at as "endsAt",
  k.revoked_at as "revokedAt", k.used_at as "usedAt"`;

/** Programs’ keys, of which the database holds hashes. */
export class ApiKeyStore {
  /** @returns the key itself: it is nowhere else */
  async make(
    unit: Unit,
    { cluster, name, scopes, days, by }: NewApiKey,
  ): Promise<{ id: string; key: string }> {
    const [id, key] = [newId(), newApiKey()];
    await unit.manager.query(
      `insert into api_key (id, cluster_id, name, token_hash, scopes, created_by, ends_at)
       values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 day')`,
      [id, cluster, name, tokenHash(key), scopes, by, days],
    );
    return { id, key };
  }

  /** Those of the clusters in scope, the newest first. */
  async list(unit: Unit): Promise<ApiKeyLine[]> {
    return unit.manager.query<ApiKeyLine[]>(
      `select ${line} from api_key k join cluster c on c.id = k.cluster_id
       where k.cluster_id = any ($1) order by k.created_at desc, k.id limit 100`,
      [unit.scope.clusters],
    );
  }

  /** How many of a cluster still work. */
  async working(unit: Unit, cluster: string): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      `select count(*)::int as count from api_key
       where cluster_id = $1 and revoked_at is null and ends_at > now()`,
      [cluster],
    );
    return row?.count ?? 0;
  }

  /** @returns false where no cluster in scope has such a key, or it was revoked before */
  async revoke(unit: Unit, id: string): Promise<boolean> {
    const [, revoked] = await unit.manager.query<[unknown[], number]>(
      'update api_key set revoked_at = now() where id = $1 and revoked_at is null and cluster_id = any ($2)',
      [id, unit.scope.clusters],
    );
    return revoked === 1;
  }

  /** The cluster and scopes of a key that works; undefined for any other. */
  async find(
    unit: Unit,
    key: string,
  ): Promise<{ id: string; cluster: string; scopes: readonly KeyScope[] } | undefined> {
    const [row] = await unit.manager.query<
      { id: string; cluster: string; scopes: readonly KeyScope[]; stale: boolean }[]
    >(
      `select id, cluster_id as cluster, scopes, coalesce(used_at < now() - interval '1 minute', true) as stale
       from api_key where token_hash = $1 and revoked_at is null and ends_at > now()`,
      [tokenHash(key)],
    );
    if (row?.stale) await unit.manager.query('update api_key set used_at = now() where id = $1', [row.id]);
    return row && { id: row.id, cluster: row.cluster, scopes: row.scopes };
  }
}
