import type { ConnectionSettings } from '../database/connection-settings.js';
import type { BullBackend } from './bull-backend.js';
import { BullQueueStore } from './bull-queue-store.js';
import { PostgresBackend } from './postgres-backend.js';
import { stderrLog, type QueueLog } from './queue-log.js';
import { defaultStoreTiming, type QueueStore, type QueueStoreTiming } from './queue-store.js';
import { RedisBackend } from './redis-backend.js';

export interface QueueStoreSettings {
  /** the service's own database, as `tessera_app`; holds the queues too unless there is a Redis */
  readonly connection: ConnectionSettings;
  /** `REDIS_URL`, or the path of a socket */
  readonly redisUrl?: string | undefined;
  /** names this installation on a Redis that several share; needed with `redisUrl` */
  readonly installation?: string;
  readonly timing?: Partial<QueueStoreTiming>;
  readonly log?: QueueLog;
}

/** The queues on Redis where there is one, else on PostgreSQL. Connects when first used; call `verify` at start. */
export function openQueueStore(settings: QueueStoreSettings): QueueStore {
  const backend = openBackend(settings);
  return new BullQueueStore(
    backend,
    { ...defaultStoreTiming, ...settings.timing },
    settings.log ?? stderrLog,
  );
}

function openBackend({ redisUrl, installation, connection }: QueueStoreSettings): BullBackend {
  if (!redisUrl) return new PostgresBackend(connection);
  if (!installation) throw new TypeError('a queue on Redis needs the name of its installation');
  return new RedisBackend(redisUrl, `tessera-${installation}`);
}
