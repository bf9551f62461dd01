import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/**
 * Whose a planted row is: one of two clusters, or nobody's (open data); or a cluster's that has an agreement in force
 * with the first, or had one.
 */
export type Owner = 'a' | 'b' | 'open' | 'sister' | 'former';

/** One table with a row of each possible owner in it. */
export interface PlantedTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** where the planted rows are: PostgreSQL's physical row ids, since not every table has an `id` */
  readonly rows: ReadonlyMap<Owner, string>;
}

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
}

/** The ids that planted rows refer to. */
export const ids = {
  a: { cluster: randomUUID(), organisation: randomUUID(), user: randomUUID() },
  b: { cluster: randomUUID(), organisation: randomUUID(), user: randomUUID() },
  open: { cluster: null, organisation: randomUUID(), user: randomUUID() },
  sister: { cluster: randomUUID(), organisation: randomUUID(), user: randomUUID() },
  former: { cluster: randomUUID(), organisation: randomUUID(), user: randomUUID() },
} as const;

/** Not ours to protect: TypeORM's own list of migrations, which the service may read and not write. */
const exempt = ['migration'];

/**
 * Puts a row of each owner into every table, as the superuser of a throw-away database.
 *
 * Foreign keys and checks are switched off for it: they say which rows make sense, policies say whose they are.
 */
export async function plantTables(client: pg.Client): Promise<PlantedTable[]> {
  await client.query('set session_replication_role = replica');
  await dropChecks(client);
  const tables: PlantedTable[] = [];
  for (const name of await tableNames(client)) {
    const columns = await columnsOf(client, name);
    const rows = new Map<Owner, string>();
    for (const owner of ownersIn(name, columns)) {
      const { sql, values } = insertion(name, columns, owner, true);
      const planted = await client.query<{ ctid: string }>(`${sql} returning ctid::text`, values);
      rows.set(owner, planted.rows[0]!.ctid);
    }
    tables.push({ name, columns, rows });
  }
  await agree(client);
  return tables;
}

/** The first cluster has a sister, and had another until yesterday. */
async function agree(client: pg.Client): Promise<void> {
  for (const [other, ended] of [
    [ids.sister.cluster, false],
    [ids.former.cluster, true],
  ])
    await client.query(
      `insert into federation_agreement (id, cluster_id, other_id, kind, from_on, proposed_by, accepted_at, ended_at)
       values ($1, $2, $3, 'sisters', '2026-01-01', $2, now(), case when $4 then now() end)`,
      [randomUUID(), ids.a.cluster, other, ended],
    );
}

/** Of these, sisters have rows too: what they show, and what they keep. */
const tablesOfSisters = [
  'shared_member',
  'shared_evidence',
  'snapshot_segment',
  'sharing_rule',
  'membership',
  'evidence',
  'contact',
];

async function tableNames(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1) order by 1`,
    [exempt],
  );
  return found.rows.map(({ name }) => name);
}

async function dropChecks(client: pg.Client): Promise<void> {
  const checks = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where connamespace = 'public'::regnamespace and contype = 'c'`,
  );
  for (const { table, name } of checks.rows)
    await client.query(`alter table ${table} drop constraint "${name}"`);
}

async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const found = await client.query<Column>(
    `select attname as name, format_type(atttypid, null) as type,
            attnotnull and not atthasdef and attidentity = '' as needed
     from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return found.rows;
}

/** Whose a row is may be a list; a column of this name that counts clusters is not one. */
const isListOfClusters = ({ name, type }: Column): boolean => name === 'clusters' && type === 'uuid[]';

/**
 * Identities are a cluster's through their memberships, planted below with the same ids; accounts and what belongs to
 * a person are one's own.
 */
function ownersIn(table: string, columns: readonly Column[]): Owner[] {
  if (table === 'organisation' || table === 'user_account' || table === 'role_grant') return ['a', 'b'];
  if (columns.some(({ name }) => name === 'user_id')) return ['a', 'b'];
  if (columns.some(isListOfClusters)) return ['a', 'b'];
  const cluster = columns.find(({ name }) => name === 'cluster_id');
  if (cluster === undefined) return ['open'];
  const sisters: Owner[] = tablesOfSisters.includes(table) ? ['sister', 'former'] : [];
  return [...(cluster.needed ? ['a', 'b'] : ['a', 'b', 'open']), ...sisters] as Owner[];
}

/**
 * An insert of a row of that owner with something in every column that needs it.
 *
 * @param planted the row that others refer to; otherwise one more of the kind, with ids of its own
 */
export function insertion(
  table: string,
  columns: readonly Column[],
  owner: Owner,
  planted = false,
): { sql: string; values: unknown[] } {
  const given: Record<string, unknown> = {
    cluster_id: ids[owner].cluster,
    ...(owner !== 'open' && columns.some(isListOfClusters) ? { clusters: [ids[owner].cluster] } : {}),
    // a name that is already taken off, so that whoever may only do that is seen to
    ...(table === 'suggestion_feedback' ? { actor: `erased:${randomUUID()}` } : {}),
    ...(planted ? { organisation_id: ids[owner].organisation } : {}),
    ...(table === 'snapshot_segment' && (owner === 'sister' || owner === 'former')
      ? { audience: `shared-${owner}-${randomUUID()}` }
      : {}),
    ...(table === 'organisation' ? { listed: false } : {}),
    ...(table === 'organisation' && planted ? { id: ids[owner].organisation } : {}),
    ...(planted ? { user_id: ids[owner].user } : {}),
    ...(table === 'user_account' && planted ? { id: ids[owner].user } : {}),
  };
  const used = columns.filter(({ name, needed }) => needed || name in given);
  const places = used.map((_, index) => `$${index + 1}`);
  return {
    sql: `insert into ${table} (${used.map(({ name }) => `"${name}"`).join(', ')}) values (${places.join(', ')})`,
    values: used.map(({ name, type }) => (name in given ? given[name] : anyValue(type))),
  };
}

let count = 0;

/** A value of that type that no other row has, where the type has enough of them. */
function anyValue(type: string): unknown {
  count += 1;
  if (type.endsWith('[]')) return [];
  if (type === 'uuid') return randomUUID();
  if (type === 'boolean') return false;
  if (type.startsWith('json')) return '{}';
  if (type === 'date' || type.startsWith('timestamp')) return new Date(count * 1_000);
  if (type === 'bytea') return Buffer.from([count % 256]);
  if (/int|numeric|real|double/.test(type)) return count % 30_000;
  return `planted ${count}`;
}
