import { setTimeout as pause } from 'node:timers/promises';

import type { ConnectionSettings } from '../database/connection-settings.js';
import { takeHold, type Holder } from './data-holder.js';
import { DataKeeper, type Held } from './data-keeper.js';
import { dataPlace, type DataPlace } from './data-place.js';
import { reachServer } from './embedded-server.js';
import { alreadyHeld, awaited, stillHeld } from './holder-errors.js';
import { binaryPackage } from './server-binaries.js';
import { appLogin, ensureLogins, ownerLogin, type ServerAddress } from './server-logins.js';
import { completeFirstStart, databaseName, ensureDatabase } from './tessera-database.js';

export interface EmbeddedDatabaseOptions {
  /** folder of the data, `.data` by default; made where it does not exist */
  readonly dataDir: string;
  /** `service` insists on being the only one; `command` uses a running service's database, or waits its turn */
  readonly purpose: 'service' | 'command';
  /** the command's name, shown to others who wait for it: `import cordis` */
  readonly name?: string;
  /** how long a command waits for another one or for a starting service, in milliseconds. Default 10 minutes */
  readonly waitMs?: number;
  /** one line at a time, for people */
  readonly log: (line: string) => void;
  /** called once when the database is lost for good, after restarting it failed; default: one line to `log` */
  readonly onLost?: (error: unknown) => void;
}

export interface EmbeddedDatabase {
  /** signs in as the owner, the server's superuser: for migrations only */
  readonly owner: ConnectionSettings;
  /** signs in as the role that the service runs as */
  readonly app: ConnectionSettings;
  /** whether nobody has called `completeFirstStart` on these data yet, now or in an earlier process */
  readonly firstStart: boolean;
  /** whether the database is a running service's: then it is migrated, and not ours to stop */
  readonly attached: boolean;
  /** HTTP address of the running service, when attached to it */
  readonly serviceAddress: string | null;
  /** Remembers that what belongs to a first start (migrations, demonstration set) has been done. */
  completeFirstStart(): Promise<void>;
  /** Tells other processes that the service is up, and where; from then on commands use its database. */
  announce(address: string): Promise<void>;
  /** Stops the server, unless it is another process's; connections must be closed before. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the embedded database: PostgreSQL with its data under `dataDir`, started where it does not run.
 *
 * Of all processes with the same data one holds them. A service that finds them held says by whom and fails; a
 * command uses the database of a running service, and otherwise waits until the holder is done. What a killed
 * process left running is adopted. While the data are held, a server that dies is started again.
 *
 * @throws {AppError} `embedded.already-running`, `embedded.held-by-command`, `embedded.still-held`, and those of
 *   `dataPlace` and `startServer`
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  binaryPackage(process.platform, process.arch); // fails first where there is no server at all
  const place = dataPlace(options.dataDir, options.log);
  const self: Holder = {
    purpose: options.purpose,
    pid: process.pid,
    detail: options.purpose === 'command' ? (options.name ?? '') : '',
  };
  const found = await holdOrService(place, self, options);
  if ('service' in found) return attachedDatabase(found);

  const onLost =
    options.onLost ?? ((error: unknown) => options.log(`The database is lost: ${String(error)}`));
  const keeper = new DataKeeper(found, { place, self, log: options.log, onLost });
  try {
    await ensureLogins(found.server);
    return heldDatabase(found.server, keeper, await ensureDatabase(found.server));
  } catch (error) {
    await keeper.close();
    throw error;
  }
}

/** A process that was killed is seen as a holder until its connection is cleared away, some milliseconds later. */
const clearingMs = 500;

interface RunningService {
  readonly server: ServerAddress;
  readonly service: Holder;
}

async function holdOrService(
  place: DataPlace,
  self: Holder,
  options: EmbeddedDatabaseOptions,
): Promise<Held | RunningService> {
  const { dataDir, waitMs = 600_000, log } = options;
  const startedAt = performance.now();
  let saidFor = '';
  for (;;) {
    const server = await reachServer(place, log);
    const answer = await takeHold(server, self);
    if (answer !== 'gone') {
      if ('release' in answer) return { server, hold: answer };
      const waitedMs = performance.now() - startedAt;
      if (self.purpose === 'command' && isServing(answer)) return { server, service: answer };
      if (self.purpose === 'service' && waitedMs > clearingMs) throw alreadyHeld(dataDir, answer);
      if (waitedMs > waitMs) throw stillHeld(dataDir, answer, waitedMs);
      if (waitedMs > clearingMs && saidFor !== awaited(answer))
        log(`Waiting for ${(saidFor = awaited(answer))}`);
    }
    await pause(50);
  }
}

function isServing({ purpose, detail }: Holder): boolean {
  return purpose === 'service' && detail !== '';
}

function connections(server: ServerAddress): Pick<EmbeddedDatabase, 'owner' | 'app'> {
  const { host, port } = server;
  return {
    owner: { host, port, user: ownerLogin, database: databaseName },
    app: { host, port, user: appLogin, database: databaseName },
  };
}

function attachedDatabase({ server, service }: RunningService): EmbeddedDatabase {
  const nothing = async (): Promise<void> => undefined;
  return {
    ...connections(server),
    firstStart: false,
    attached: true,
    serviceAddress: service.detail,
    completeFirstStart: nothing,
    announce: nothing,
    close: nothing,
  };
}

function heldDatabase(server: ServerAddress, keeper: DataKeeper, firstStart: boolean): EmbeddedDatabase {
  return {
    ...connections(server),
    firstStart,
    attached: false,
    serviceAddress: null,
    completeFirstStart: () => completeFirstStart(server),
    announce: (address) => keeper.present(address),
    close: () => keeper.close(),
  };
}
