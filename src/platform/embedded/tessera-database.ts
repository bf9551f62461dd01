import { asOwner, type ServerAddress } from './server-logins.js';

export const databaseName = 'tessera';

/** Kept as the database's comment, so that a first start broken off is a first start again. */
const firstStartDone = 'first start completed';

/**
 * Makes the database where it is missing.
 *
 * @returns whether its first start is still to be completed
 */
export async function ensureDatabase(server: ServerAddress): Promise<boolean> {
  return asOwner(server, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
      [databaseName],
    );
    if (rows.length === 0) await client.query(`create database ${databaseName}`);
    return rows[0]?.comment !== firstStartDone;
  });
}

export async function completeFirstStart(server: ServerAddress): Promise<void> {
  await asOwner(server, (client) =>
    client.query(`comment on database ${databaseName} is '${firstStartDone}'`),
  );
}
