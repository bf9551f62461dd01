import { randomBytes } from 'node:crypto';

import pg from 'pg';
import type { DataSource } from 'typeorm';

import { entities } from '../../src/app/entities.js';
import { migrations } from '../../src/app/migrations.js';
import type { ConnectionSettings } from '../../src/platform/database/connection-settings.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { prepareQueueStore } from '../../src/platform/queue/prepare-queue-store.js';

/** A database of one test file: cloned from a migrated template, dropped at the end. */
export interface TestDatabase {
  /** as `tessera_app`, the role the service runs under */
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly app: ConnectionSettings;
  /** as the owner: for arranging what the service itself could not */
  readonly owner: ConnectionSettings;
  close(): Promise<void>;
}

const template = 'tessera_template';
const templateLock = 4711;

/** Clones the migrated template of this test run (made by the first file that asks). */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const database = `t_${randomBytes(6).toString('hex')}`;
  await asOwner(server, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    await ensureTemplate(server, client);
    await client.query(`create database ${database} template ${template}`);
  });
  const app = { ...server, user: 'tessera_app', database };
  const dataSource = createDataSource({ connection: app, entities, applicationName: 'tessera-test' });
  await dataSource.initialize();
  return {
    dataSource,
    unitOfWork: new UnitOfWork(dataSource),
    app,
    owner: { ...server, user: 'tessera_owner', database },
    close: async () => {
      await dataSource.destroy();
      await asOwner(server, 'postgres', (client) =>
        client.query(`drop database if exists ${database} with (force)`),
      );
    },
  };
}

async function ensureTemplate(server: Server, client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [template]);
  if (found.rowCount) return;
  await client.query(`create database ${template}_new`);
  const connection = { ...server, user: 'tessera_owner', database: `${template}_new` };
  const dataSource = createDataSource({ connection, entities, migrations, applicationName: 'tessera-test' });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
    await prepareQueueStore(connection);
  } finally {
    await dataSource.destroy();
  }
  await client.query(`alter database ${template}_new rename to ${template}`);
}

type Server = Pick<ConnectionSettings, 'host' | 'port'>;

function testServer(): Server {
  const address = process.env['TESSERA_TEST_POSTGRES'];
  if (!address)
    throw new Error('TESSERA_TEST_POSTGRES is not set: run this through a Jest project with a database');
  return JSON.parse(address) as Server;
}

async function asOwner<T>(
  server: Server,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ host: server.host, port: server.port, user: 'tessera_owner', database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
