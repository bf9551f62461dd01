import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { Redis } from 'ioredis';
import pg from 'pg';

import { Composed, type ComposedProcess } from '../support/composed.js';
import { hasRedis, sayNoRedis } from '../support/redis-server.js';
import { freePort, tcpDoor, type TcpDoor } from '../support/tcp-door.js';
import { throwAwayFolder } from '../support/throw-away-folder.js';
import { until } from '../support/until.js';
import { openDemonstration, type WiredService } from '../support/wired-service.js';

/** A worker writes down nothing about units it has finished, so the database is asked to keep who took each. */
const keepClaims = `
  create table claim (unit uuid, worker uuid);
  grant insert on claim to tessera_app;
  create function keep_claim() returns trigger language plpgsql
    as $$ begin insert into claim values (new.id, new.leased_by); return new; end $$;
  create trigger keep_claim after update on work_unit for each row when (new.state = 'leased')
    execute function keep_claim();`;

/** A run over the demonstration set takes a second: one of the workers may have it all. Then another is asked for. */
const mostRuns = 10;

if (!hasRedis) sayNoRedis();

(hasRedis ? describe : describe.skip)('the composed processes, each with its environment', () => {
  let service: WiredService;
  let door: TcpDoor;
  let folder: string;
  let composed: Composed;
  let owner: pg.Client;
  let redis: Redis;
  let port: number;
  const started: ComposedProcess[] = [];
  const run = (one: ComposedProcess): ComposedProcess => {
    started.push(one);
    return one;
  };

  beforeAll(async () => {
    service = await openDemonstration(new Date());
    const { app } = service.database;
    owner = new pg.Client(service.database.owner);
    await owner.connect();
    await owner.query(keepClaims);
    door = await tcpDoor(join(app.host, `.s.PGSQL.${app.port}`));
    folder = await mkdtemp(join(throwAwayFolder(), 'tessera-composed-'));
    port = await freePort();
    const redisPort = await freePort();
    const database = `127.0.0.1:${door.port}/${app.database}`;
    const names = ['POSTGRES_PASSWORD', 'TESSERA_OWNER_PASSWORD', 'TESSERA_APP_PASSWORD', 'REDIS_PASSWORD'];
    composed = new Composed({
      secrets: Object.fromEntries(names.map((name) => [name, 'made0up0for0this0test'])),
      addresses: [
        ['postgres:5432/tessera', database],
        ['127.0.0.1:55432/tessera', database],
        ['redis:6379', `127.0.0.1:${redisPort}`],
        ['127.0.0.1:56379', `127.0.0.1:${redisPort}`],
        ['exec redis-server', `exec redis-server --port ${redisPort} --bind 127.0.0.1 --dir ${folder}`],
        ['redis-cli ping', `redis-cli -p ${redisPort} ping`],
        ['3000', String(port)],
      ],
      dataFolder: folder,
    });
    run(composed.startForeign('redis'));
    redis = new Redis({ port: redisPort, password: 'made0up0for0this0test', retryStrategy: () => 100 });
    redis.on('error', () => undefined);
    await until('Redis to answer', async () => (await composed.check('redis')) === 0, 30_000);
  }, 120_000);

  afterAll(async () => {
    for (const { process: child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    redis.disconnect();
    await owner.end();
    await door.close();
    await service.close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('migrate ends well on a database that is up to date', async () => {
    const migrate = run(composed.start('migrate'));
    expect({ code: await migrate.ended, said: migrate.said() }).toMatchObject({ code: 0 });
  }, 120_000);

  it('an API and several workers share one score run, and the API answers meanwhile', async () => {
    const api = run(composed.start('api'));
    const workers = Array.from({ length: composed.replicas('worker') }, () => run(composed.start('worker')));
    expect(workers.length).toBeGreaterThan(1);
    await until(
      'the workers',
      () => workers.every((one) => one.said().includes('worker is running')),
      120_000,
    );
    await until('the API to be healthy', async () => (await composed.check('api')) === 0, 60_000);

    for (let tries = 1; tries <= mostRuns && (await workingPids()).length < workers.length; tries += 1) {
      const asked = run(composed.start('worker', ['score']));
      expect({ code: await asked.ended, said: asked.said() }).toMatchObject({ code: 0 });
      await until('the score run to end', runsEnded, 120_000);
    }
    expect(await workingPids()).toEqual(
      workers.map(({ process: { pid } }) => pid ?? -1).sort((a, b) => a - b),
    );
    const [{ lists } = { lists: 0 }] = (
      await owner.query<{ lists: number }>(
        'select count(*)::int as lists from match_list where run_id = (select run_id from current_score_run)',
      )
    ).rows;
    expect(lists).toBeGreaterThan(50);

    const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/opportunities`)).status).toBe(401);
    expect(api.process.exitCode).toBeNull();
  }, 400_000);

  it('put the id of the installation before every key in Redis', async () => {
    const { rows } = await owner.query<{ id: string }>('select id from installation');
    const keys = await redis.keys('*');
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !key.startsWith(`tessera-${rows[0]?.id ?? '?'}:`))).toEqual([]);
  });

  it('end in good order when they are asked to', async () => {
    const standing = started.filter(({ process: child }) => child.exitCode === null).slice(1); // not Redis
    for (const { process: child } of standing) child.kill('SIGTERM');
    expect(await Promise.all(standing.map(({ ended }) => ended))).toEqual(standing.map(() => 0));
  }, 60_000);

  /** Processes that took a unit, by their ids. */
  async function workingPids(): Promise<number[]> {
    const { rows } = await owner.query<{ pid: number }>(
      'select distinct h.pid from claim c join worker_heartbeat h on h.id = c.worker order by h.pid',
    );
    return rows.map(({ pid }) => pid);
  }

  async function runsEnded(): Promise<boolean> {
    const { rows } = await owner.query<{ open: number }>(
      "select count(*)::int as open from score_run where state in ('preparing', 'running')",
    );
    return rows[0]?.open === 0;
  }
});
