import type { ConnectionSettings } from '../database/connection-settings.js';
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
  /** names this environment on a Redis that several share */
  readonly environment?: string;
  readonly timing?: Partial<QueueStoreTiming>;
  readonly log?: QueueLog;
}

/** The queues on Redis where there is one, else on PostgreSQL. Connects when first used; call `verify` at start. */
export function openQueueStore(settings: QueueStoreSettings): QueueStore {
  const { redisUrl, connection } = settings;
  const backend = redisUrl
    ? new RedisBackend(redisUrl, `tessera-${settings.environment ?? 'default'}`)
    : new PostgresBackend(connection);
  return new BullQueueStore(
    backend,
    { ...defaultStoreTiming, ...settings.timing },
    settings.log ?? stderrLog,
  );
}
