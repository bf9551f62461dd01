import { Client } from 'pg';

/** Where a database answers and who signs in; fits `pg`, TypeORM and BullMQ as it is. */
export interface ConnectionSettings {
  /** Host name, or the absolute path of the folder with the server's socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

/** Owns everything and migrates; on the embedded server also its superuser. */
export const ownerLogin = 'tessera_owner';
/** Runs the service: owns nothing and cannot bypass row-level security. */
export const appLogin = 'tessera_app';

/** Makes the login that the service runs as, where it is missing, on a server that `tessera_owner` rules. */
export async function ensureLogins(server: Pick<ConnectionSettings, 'host' | 'port'>): Promise<void> {
  await asOwner(server, async (client) => {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [appLogin]);
    if (found.rowCount) return;
    await client.query(
      `create role ${appLogin} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication`,
    );
  });
}

/** Makes the database where it is missing; the other login may connect to it and nothing else. */
export async function ensureDatabase(
  server: Pick<ConnectionSettings, 'host' | 'port'>,
  name: string,
): Promise<void> {
  await asOwner(server, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!found.rowCount) await client.query(`create database "${name}"`);
  });
}

async function asOwner<T>(
  server: Pick<ConnectionSettings, 'host' | 'port'>,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ host: server.host, port: server.port, user: ownerLogin, database: 'postgres' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
