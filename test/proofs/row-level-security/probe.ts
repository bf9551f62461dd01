import type pg from 'pg';
import type { Owner, PlantedTable } from './planted-tables.js';
import { ids, insertion } from './planted-tables.js';

type Role = 'member' | 'manager' | 'officer' | 'operator' | 'system' | 'anonymous' | '';

/** For whom the statements below run. */
interface ProbeScope {
  readonly role: Role;
  readonly clusters: readonly ('a' | 'b')[];
  /** whose person and whose organisation's people they are */
  readonly person?: 'a' | 'b';
}

const scopes: readonly ProbeScope[] = [
  { role: '', clusters: [] },
  { role: 'anonymous', clusters: ['a'], person: 'a' },
  { role: 'member', clusters: [], person: 'a' },
  { role: 'manager', clusters: ['a'] },
  { role: 'officer', clusters: [] },
  { role: 'officer', clusters: ['a'] },
  { role: 'officer', clusters: ['a', 'b'] },
  { role: 'operator', clusters: [] },
  { role: 'operator', clusters: ['a'] },
  { role: 'system', clusters: ['a'] },
];

export type Operation = 'read' | 'insert' | 'update' | 'delete' | 'move';

/** Something that one scope could do to one row. */
export interface Reach {
  readonly table: string;
  readonly role: Role;
  readonly clusters: string;
  readonly person: Owner | '';
  readonly operation: Operation;
  readonly owner: Owner;
}

/** What every scope can do to the rows of some tables, and how many statements it took to find out. */
export interface Probe {
  readonly reaches: readonly Reach[];
  readonly statements: number;
}

/**
 * Tries every operation on every planted row from every scope, without a filter, as the login of the service.
 *
 * Runs inside the open transaction of `client` and leaves nothing behind in it.
 */
export async function probe(client: pg.Client, tables: readonly PlantedTable[]): Promise<Probe> {
  const reaches: Reach[] = [];
  let statements = 0;
  await client.query('savepoint probe');
  await client.query('set local role tessera_app');
  for (const scope of scopes) {
    await enter(client, scope);
    for (const table of tables) {
      for (const attempt of attempts(table)) {
        statements += 1;
        if (!(await succeeds(client, attempt.sql, attempt.values))) continue;
        const { operation, owner } = attempt;
        reaches.push({
          table: table.name,
          role: scope.role,
          clusters: scope.clusters.join(),
          person: scope.person ?? '',
          operation,
          owner,
        });
      }
    }
  }
  await client.query('rollback to savepoint probe');
  return { reaches, statements };
}

async function enter(client: pg.Client, { role, clusters, person }: ProbeScope): Promise<void> {
  const named = clusters.map((cluster) => ids[cluster].cluster).join(',');
  await client.query(
    `select set_config('app.role', $1, true), set_config('app.clusters', $2, true),
            set_config('app.organisation', $3, true), set_config('app.user', $4, true)`,
    [role, `{${named}}`, person ? ids[person].organisation : '', person ? ids[person].user : ''],
  );
}

interface Attempt {
  readonly operation: Operation;
  readonly owner: Owner;
  readonly sql: string;
  readonly values: readonly unknown[];
}

function attempts({ name, columns, rows }: PlantedTable): Attempt[] {
  const tenant = columns.some((column) => column.name === 'cluster_id');
  return [...rows].flatMap(([owner, ctid]) => {
    const here = { owner, values: [ctid] };
    const first = `"${columns[0]!.name}"`;
    return [
      { ...here, operation: 'read', sql: `select 1 from ${name} where ctid = $1` },
      { ...here, operation: 'update', sql: `update ${name} set ${first} = ${first} where ctid = $1` },
      { ...here, operation: 'delete', sql: `delete from ${name} where ctid = $1` },
      { owner, operation: 'insert', ...insertion(name, columns, owner) },
      ...(tenant && owner === 'a'
        ? [
            {
              owner,
              operation: 'move' as const,
              sql: `update ${name} set cluster_id = $2 where ctid = $1`,
              values: [ctid, ids.b.cluster],
            },
          ]
        : []),
    ] satisfies Attempt[];
  });
}

/** PostgreSQL's `insufficient_privilege`: no right to the table, or a policy's check. */
const refused = '42501';
/** Its `unique_violation`: keys are looked at after the policies, so these let the row through. */
const keyTaken = '23505';

async function succeeds(client: pg.Client, sql: string, values: readonly unknown[]): Promise<boolean> {
  await client.query('savepoint attempt');
  try {
    return ((await client.query(sql, [...values])).rowCount ?? 0) > 0;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== refused && code !== keyTaken) throw error;
    return code === keyTaken;
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}
