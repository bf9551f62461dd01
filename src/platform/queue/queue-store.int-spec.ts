import { jest } from '@jest/globals';
import pg from 'pg';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { hasRedis, sayNoRedis, startRedis } from '../../../test/support/redis-server.js';
import { until } from '../../../test/support/until.js';
import { defaultJobOptions } from './define-job.js';
import { openQueueStore } from './open-queue-store.js';
import { prepareQueueStore } from './prepare-queue-store.js';
import { queueStoreContract, shortLocks, type StoreUnderTest } from './queue-store.contract.js';

jest.setTimeout(30_000);

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function asOwner(database: TestDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

queueStoreContract('PostgreSQL', async (): Promise<StoreUnderTest> => {
  const database = await openTestDatabase();
  const settings = { connection: database.app };
  const store = openQueueStore({ ...settings, timing: shortLocks, log: quiet });
  return {
    settings,
    store,
    interrupt: async () =>
      void (await asOwner(
        database,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = 'tessera_app' and pid <> pg_backend_pid()`,
      )),
    close: async () => {
      await store.close();
      await database.close();
    },
  };
});

describe('BullMQ’s own tables on PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('may be prepared again without harm', async () => {
    await prepareQueueStore(database.owner);
    await prepareQueueStore(database.owner);
    await expect(openQueueStore({ connection: database.app }).verify()).resolves.toBeUndefined();
  });

  it('are asked for, by name of the command, when they are missing', async () => {
    await asOwner(database, 'drop schema bullmq cascade');
    await expect(openQueueStore({ connection: database.app }).verify()).rejects.toMatchObject({
      code: 'queue.store-unfit',
      message: expect.stringContaining('tessera migrate'),
    });
  });
});

if (hasRedis) {
  queueStoreContract('Redis', async (): Promise<StoreUnderTest> => {
    const redis = await startRedis();
    const database = await openTestDatabase();
    const settings = { connection: database.app, redisUrl: redis.url, installation: 'test' };
    const store = openQueueStore({ ...settings, timing: shortLocks, log: quiet });
    return {
      settings,
      store,
      interrupt: async () => void (await redis.client.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes')),
      close: async () => {
        await store.close();
        await redis.close();
        await database.close();
      },
    };
  });

  describe('Redis', () => {
    it.each([
      ['may drop jobs for lack of memory', { policy: 'allkeys-lru' }, 'set it to noeviction'],
      ['forgets its jobs when it restarts', { appendonly: 'no' }, 'set appendonly to yes'],
    ])('is refused when it %s', async (_what, settings, says) => {
      const redis = await startRedis(settings);
      const store = openQueueStore({ connection: nowhere, redisUrl: redis.url, installation: 'test' });
      try {
        await expect(store.verify()).rejects.toMatchObject({
          code: 'queue.store-unfit',
          message: expect.stringContaining(says),
        });
      } finally {
        await store.close();
        await redis.close();
      }
    });

    it('keeps the jobs of two installations apart', async () => {
      const redis = await startRedis();
      const open = (installation: string) =>
        openQueueStore({ connection: nowhere, redisUrl: redis.url, installation, log: quiet });
      const [ours, theirs] = [open('ours'), open('theirs')];
      try {
        await ours.add('q', [{ id: 'a-1', name: 'x', payload: {}, options: defaultJobOptions }]);
        expect([...(await ours.states('q', ['a-1'])).values()]).toEqual(['live']);
        expect([...(await theirs.states('q', ['a-1'])).values()]).toEqual(['missing']);
      } finally {
        await Promise.all([ours.close(), theirs.close()]);
        await redis.close();
      }
    });

    it('that hangs for a while is waited for, and the work goes on', async () => {
      const redis = await startRedis();
      const store = openQueueStore({
        connection: nowhere,
        redisUrl: redis.url,
        installation: 'test',
        timing: shortLocks,
        log: quiet,
      });
      const done: string[] = [];
      const handled = async ({ id }: { id: string }) => {
        done.push(id);
        return { outcome: 'done' } as const;
      };
      const taker = store.take('q', handled, { concurrency: 1 });
      try {
        await store.add('q', [{ id: 'a-1', name: 'x', payload: {}, options: defaultJobOptions }]);
        await redis.client.client('PAUSE', 700, 'ALL');
        await store.add('q', [{ id: 'a-2', name: 'x', payload: {}, options: defaultJobOptions }]);
        await until('both are done', () => done.length === 2);
        expect(done).toEqual(['a-1', 'a-2']);
      } finally {
        await taker.close();
        await store.close();
        await redis.close();
      }
    });

    it('is said to be unavailable when nobody answers', async () => {
      const store = openQueueStore({
        connection: nowhere,
        redisUrl: '/nowhere/redis.sock',
        installation: 'test',
        log: quiet,
      });
      await expect(store.verify()).rejects.toMatchObject({ code: 'queue.store-unavailable' });
      await store.close();
    });
  });
} else {
  sayNoRedis();
}

const nowhere = { host: '/nowhere', port: 1, user: 'nobody', database: 'nothing' };
