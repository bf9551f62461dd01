import { DataSource, type DataSourceOptions } from 'typeorm';

import type { ConnectionSettings } from './connection-settings.js';
import { SnakeNaming } from './snake-naming.js';

export type { DataSource };

export interface DataSourceSettings {
  readonly connection: ConnectionSettings;
  readonly entities: DataSourceOptions['entities'];
  /** empty for the service itself: only `tessera migrate` and the embedded start run migrations */
  readonly migrations?: DataSourceOptions['migrations'];
  readonly poolSize?: number;
  /** longest a statement may run, in milliseconds: 10 s for requests, 60 s for workers */
  readonly statementTimeoutMs?: number;
  readonly applicationName: string;
}

/** A TypeORM data source with the limits every connection of ours has; not yet connected. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  const { connection } = settings;
  return new DataSource({
    type: 'postgres',
    host: connection.host,
    port: connection.port,
    username: connection.user,
    database: connection.database,
    ...(connection.password === undefined ? {} : { password: connection.password }),
    ...(connection.ssl === undefined ? {} : { ssl: connection.ssl }),
    entities: settings.entities ?? [],
    migrations: settings.migrations ?? [],
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize: settings.poolSize ?? 10,
    applicationName: settings.applicationName,
    extra: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: settings.statementTimeoutMs ?? 10_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
}
