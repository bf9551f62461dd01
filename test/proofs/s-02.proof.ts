import pg from 'pg';
import { openTestDatabase } from '../support/database.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { describeReach, leaks } from './row-level-security/leaks.js';
import type { PlantedTable } from './row-level-security/planted-tables.js';
import { plantTables } from './row-level-security/planted-tables.js';
import type { Probe, Reach } from './row-level-security/probe.js';
import { probe } from './row-level-security/probe.js';

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly command: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
}

/**
 * Every table gets rows of two clusters; every scope tries everything on them without a filter. Then each policy is
 * dropped, and each is loosened to "anyone", and the same look must notice.
 *
 * @param everywhere look at all tables after each planted fault, not only at the one it was planted in
 */
async function proveRefusal({ progress }: ProofContext, everywhere: boolean): Promise<Finding> {
  await startTestServer();
  const database = await openTestDatabase();
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    await client.query('begin');
    const tables = await plantTables(client);
    const policies = await policiesOf(client);
    const unprotected = await unprotectedTables(client, tables);
    const baseline = await probe(client, tables);
    const found = leaks(baseline.reaches);
    progress(`${tables.length} tables, ${policies.length} policies: ${baseline.statements} statements tried`);

    let statements = baseline.statements;
    const unnoticed: string[] = [];
    for (const policy of policies) {
      const looked = everywhere ? tables : tables.filter(({ name }) => name === policy.table);
      const before = baseline.reaches.filter(({ table }) => looked.some(({ name }) => name === table));
      const dropped = await probeWith(client, looked, [`drop policy ${policy.name} on ${policy.table}`]);
      if (dropped.reaches.length === before.length) unnoticed.push(`${policy.table}.${policy.name} dropped`);
      const loosened = await probeWith(client, looked, loosening(policy, policies));
      if (!showsLeak(policy, loosened.reaches)) unnoticed.push(`${policy.table}.${policy.name} loosened`);
      statements += dropped.statements + loosened.statements;
    }
    for (const line of [...found.map(describeReach), ...unprotected, ...unnoticed]) progress(line);
    return {
      n: statements,
      result: {
        tables: tables.length,
        policies: policies.length,
        leaks: found.length,
        unprotected: unprotected.length,
        faultsPlanted: policies.length * 2,
        faultsUnnoticed: unnoticed.length,
      },
      worst: found.map(describeReach)[0] ?? unprotected[0] ?? unnoticed[0] ?? 'none',
      pass: found.length + unprotected.length + unnoticed.length === 0 && tables.length > 0,
    };
  } finally {
    await client.end();
    await database.close();
    await stopTestServer();
  }
}

async function policiesOf(client: pg.Client): Promise<Policy[]> {
  const found = await client.query<Policy>(
    `select tablename as table, policyname as name, cmd as command from pg_policies
     where schemaname = 'public' and 'tessera_app' = any (roles) order by 1, 2`,
  );
  return found.rows;
}

async function unprotectedTables(client: pg.Client, tables: readonly PlantedTable[]): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relname = any ($1) and relnamespace = 'public'::regnamespace
       and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))`,
    [tables.map(({ name }) => name)],
  );
  return found.rows.map(({ name }) => `${name}: row-level security is not forced, or has no policy`);
}

/** Looks again with a fault planted, and takes the fault back. */
async function probeWith(
  client: pg.Client,
  tables: readonly PlantedTable[],
  fault: readonly string[],
): Promise<Probe> {
  await client.query('savepoint fault');
  for (const statement of fault) await client.query(statement);
  const seen = await probe(client, tables);
  await client.query('rollback to savepoint fault');
  return seen;
}

/**
 * A loosened update or delete is still held back by what can be read, so reading is loosened with it: what is tried is
 * whether the look at updates and deletes sees anything at all.
 */
function loosening(policy: Policy, policies: readonly Policy[]): string[] {
  const loosened = ['UPDATE', 'DELETE'].includes(policy.command)
    ? [policy, ...policies.filter(({ table, command }) => table === policy.table && command === 'SELECT')]
    : [policy];
  return loosened.map(({ table, name, command }) => {
    const using = command === 'INSERT' ? '' : 'using (true)';
    const check = command === 'SELECT' || command === 'DELETE' ? '' : 'with check (true)';
    return `alter policy ${name} on ${table} ${using} ${check}`;
  });
}

function showsLeak({ table, command }: Policy, reaches: readonly Reach[]): boolean {
  const operation = { ALL: 'read', SELECT: 'read', INSERT: 'insert', UPDATE: 'update', DELETE: 'delete' }[
    command
  ];
  return leaks(reaches).some((reach) => reach.table === table && reach.operation === operation);
}

export const proof: Proof = {
  id: 'S-02',
  invariant: 'the database refuses even when the code forgets',
  quick: (context) => proveRefusal(context, false),
  full: (context) => proveRefusal(context, true),
};
