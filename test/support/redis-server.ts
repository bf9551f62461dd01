import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Redis } from 'ioredis';

/** A throw-away Redis of one test file, on a socket of its own. */
export interface TestRedis {
  /** what `REDIS_URL` takes */
  readonly url: string;
  readonly client: Redis;
  /** loses everything at once */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Whether there is a `redis-server` to start; what needs one is skipped otherwise. */
export const hasRedis = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

/** Says once why the tests over Redis do not run. */
export function sayNoRedis(): void {
  process.stderr.write('skipped: no redis-server on this machine; the queue is tested on PostgreSQL alone\n');
}

/** One as the service asks for it, unless told otherwise. */
export async function startRedis({ policy = 'noeviction', appendonly = 'yes' } = {}): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-redis-'));
  const url = join(folder, 'redis.sock');
  const server = spawn('redis-server', [
    ...['--port', '0', '--unixsocket', url, '--dir', folder],
    ...['--save', '', '--appendonly', appendonly, '--maxmemory-policy', policy],
  ]);
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await client.ping();
  return {
    url,
    client,
    flush: async () => void (await client.flushall()),
    close: async () => {
      client.disconnect();
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await exit;
}
