import { join } from 'node:path';

import { readSettings, type Settings } from '../platform/config/settings.js';
import { connectionSettings, type ConnectionSettings } from '../platform/database/connection-settings.js';
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../platform/embedded/embedded-database.js';
import { migrate } from './migrate.js';
import { projectFolder } from '../platform/files/project-folder.js';

/** What every role and every terminal command stands on: settings, a migrated database, a folder for files. */
export interface Program {
  readonly settings: Settings;
  /** as the role the service runs as */
  readonly connection: ConnectionSettings;
  readonly snapshotFolder: string;
  /** files of open data while they are fetched */
  readonly downloadFolder: string;
  /** nobody has loaded the demonstration set into this embedded database yet */
  readonly firstStart: boolean;
  /** null where DATABASE_URL names a database */
  readonly embedded: EmbeddedDatabase | null;
  /** the embedded database with its demonstration set and people; never in production */
  readonly demonstration: boolean;
  /** the embedded database, shown to whoever asks on this machine until an account is made; never in production */
  readonly open: boolean;
  close(): Promise<void>;
}

export interface ProgramOptions {
  /** a service insists on being the only one; a command shares what runs */
  readonly purpose: 'service' | 'command';
  /** the command's name, shown to others who wait for it */
  readonly name: string;
  /** lines for people, on standard error */
  readonly log: (line: string) => void;
  /** the embedded database is gone for good */
  readonly onLost?: (error: unknown) => void;
}

/**
 * Opens the database that the settings name, or the embedded one, which is migrated here because nobody else would.
 *
 * @throws {AppError} `config.invalid`, and those of the embedded database
 */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const settings = readSettings();
  const folder = settings.dataFolder ?? join(projectFolder, '.data');
  const folders = { snapshotFolder: join(folder, 'snapshots'), downloadFolder: join(folder, 'downloads') };
  if (settings.databaseUrl !== null) {
    const connection = connectionSettings('DATABASE_URL', settings.databaseUrl);
    const close = (): Promise<void> => Promise.resolve();
    return {
      settings,
      connection,
      ...folders,
      firstStart: false,
      embedded: null,
      demonstration: false,
      open: false,
      close,
    };
  }
  const embedded = await openEmbeddedDatabase({ ...options, dataDir: folder });
  try {
    if (!embedded.attached) await migrate(embedded.owner);
  } catch (error) {
    await embedded.close();
    throw error;
  }
  return {
    settings,
    connection: embedded.app,
    ...folders,
    firstStart: embedded.firstStart && !embedded.attached,
    embedded,
    demonstration: settings.demo && !settings.production,
    open: !settings.production,
    close: () => embedded.close(),
  };
}
