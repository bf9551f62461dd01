import { connectionSettings } from '../platform/database/connection-settings.js';
import { createDataSource } from '../platform/database/data-source.js';
import { readEnvironment } from '../platform/config/environment.js';
import { entities } from './entities.js';
import { migrations } from './migrations.js';

/** For the TypeORM command line (`migration:generate`, `--check`): the owner's connection, DATABASE_ADMIN_URL. */
export const migrationDataSource = createDataSource({
  connection: connectionSettings('DATABASE_ADMIN_URL', readEnvironment('DATABASE_ADMIN_URL') ?? ''),
  entities,
  migrations,
  applicationName: 'tessera-migrations',
});
