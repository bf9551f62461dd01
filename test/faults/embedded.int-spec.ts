import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { jest } from '@jest/globals';

import { isServerOf, readPostmasterNote } from '../../src/platform/embedded/postmaster.js';
import { type EmbeddedRun, until } from './embedded-run.js';
import {
  DataFolders,
  firstRow,
  opened,
  postgresDir,
  read,
  run,
  serverPid,
  sleeper,
  zombie,
} from './embedded-surroundings.js';

jest.setTimeout(60_000);

const address = 'http://127.0.0.1:4711';
const folders = new DataFolders();

beforeAll(() => folders.prepare());
afterEach(() => folders.quieten());
afterAll(() => folders.remove());

describe('a first start', () => {
  it('makes the database and both logins, safe on disk, out of the network', async () => {
    const open = await opened(run('service', folders.fresh()));
    const { app, owner } = open;
    expect(open).toMatchObject({ firstStart: true, attached: false });
    const rights = 'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user';
    expect(await firstRow(app, rights)).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
    });
    expect(await firstRow(owner, rights)).toMatchObject({ rolsuper: true });
    const settings = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'listen_addresses',
    ];
    const shown = settings.map((name) => `current_setting('${name}') as ${name}`).join(', ');
    expect(Object.values(await firstRow(app, `select ${shown}`))).toEqual(['on', 'on', 'on', 'on', '']);
  });

  it('is one again when it was broken off', async () => {
    const dataDir = folders.fresh();
    const broken = run('long-command', dataDir, 'select 1', 'select pg_sleep(60)');
    await broken.line('row');
    await broken.kill('SIGKILL');
    expect((await opened(run('command', dataDir))).firstStart).toBe(true);
    expect((await opened(run('command', dataDir))).firstStart).toBe(false);
  });
});

describe('a second start', () => {
  it('on the same data says where the first one runs, and ends', async () => {
    const dataDir = folders.used();
    const first = run('service', dataDir);
    const { app } = await opened(first);
    const second = run('service', dataDir);
    expect(await second.end()).toBe(1);
    expect(await second.line('error')).toBe('embedded.already-running');
    const message = await second.line('message');
    for (const part of [address, `pid ${first.pid}`, dataDir, 'TESSERA_DATA'])
      expect(message).toContain(part);
    expect(await firstRow(app, 'select 1 as one')).toEqual({ one: 1 });
  });

  it.each(['fresh', 'used'])('at the same moment leaves exactly one, on %s data', async (kind) => {
    const dataDir = kind === 'fresh' ? folders.fresh() : folders.used();
    const runs = [run('service', dataDir), run('service', dataDir)];
    await until('one to end', () => runs.some(({ hasEnded }) => hasEnded));
    const [loser, winner] = runs.sort((a, b) => Number(b.hasEnded) - Number(a.hasEnded)) as [
      EmbeddedRun,
      EmbeddedRun,
    ];
    expect(await loser.line('error')).toBe('embedded.already-running');
    expect(await loser.line('message')).toContain(`pid ${winner.pid}`);
    await opened(winner);
    expect(await winner.kill('SIGTERM')).toBe(0);
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log', 'socket']);
  });

  it('waits for a server that has not written its note yet', async () => {
    const dataDir = folders.used();
    const note = join(postgresDir(dataDir), 'postmaster.pid');
    writeFileSync(note, '');
    const service = run('service', dataDir);
    const log = join(dataDir, 'postgres.log');
    await until('its refusal', () => existsSync(log) && readFileSync(log, 'utf8').includes('is empty'));
    expect(service.hasEnded).toBe(false);
    rmSync(note);
    expect(await opened(service)).toMatchObject({ firstStart: false });
  });
});

describe('a terminal command', () => {
  it('uses the database of the running service and leaves it running', async () => {
    const dataDir = folders.used();
    const service = await opened(run('service', dataDir));
    const open = await opened(run('command', dataDir, read));
    expect(open).toEqual({ ...service, attached: true, serviceAddress: address });
    expect(await firstRow(service.app, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('waits for a service that is still starting', async () => {
    const dataDir = folders.used();
    const service = run('service', dataDir, 'select 1', 'select pg_sleep(2)');
    await service.line('row');
    const command = run('command', dataDir);
    await command.line('log', (line) => line.includes(`the service (pid ${service.pid}) to finish starting`));
    expect(await opened(command)).toMatchObject({ attached: true, serviceAddress: address });
  });

  it('starts the server for itself where no service runs, and stops it', async () => {
    const dataDir = folders.used();
    const command = run('command', dataDir, read);
    expect(await command.line('row')).toEqual({ id: 7 });
    expect(await command.end()).toBe(0);
    expect(existsSync(join(postgresDir(dataDir), 'postmaster.pid'))).toBe(false);
  });

  it('holds the data: a start says by what, another command waits its turn', async () => {
    const dataDir = folders.used();
    const long = run('long-command', dataDir);
    await opened(long);
    const start = run('service', dataDir);
    expect(await start.end()).toBe(1);
    expect(await start.line('error')).toBe('embedded.held-by-command');
    expect(await start.line('message')).toContain(`"tessera suggest X" (pid ${long.pid})`);

    const waiting = run('command', dataDir, read);
    await waiting.line('log', (line) => line.includes(`pid ${long.pid}`));
    await long.kill('SIGINT');
    expect(await waiting.end()).toBe(0);
    expect(await waiting.line('row')).toEqual({ id: 7 });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ended by %s stops the server it started', async (signal, code) => {
    const dataDir = folders.used();
    const command = run('long-command', dataDir);
    await opened(command);
    const pid = serverPid(dataDir);
    expect(await command.kill(signal)).toBe(code);
    await until('the server to end', () => !isServerOf(postgresDir(dataDir), pid));
  });
});

describe('a kill -9', () => {
  it('of the service: the next start takes over its server, with all that was acknowledged', async () => {
    const dataDir = folders.used();
    const service = run('service', dataDir, 'insert into kept values (8)');
    await opened(service);
    const pid = serverPid(dataDir);
    await service.kill('SIGKILL');
    expect(serverPid(dataDir)).toBe(pid);
    const next = run('service', dataDir, 'select max(id) as id from kept');
    expect(await next.line('row')).toEqual({ id: 8 });
    expect(serverPid(dataDir)).toBe(pid);
    await opened(next);
    expect(await next.kill('SIGTERM')).toBe(0);
    expect(serverPid(dataDir)).toBe(0);
  });

  it('of both: the next start recovers', async () => {
    const dataDir = folders.used();
    const service = run('service', dataDir, 'insert into kept values (8)');
    await opened(service);
    process.kill(serverPid(dataDir), 'SIGKILL');
    await service.kill('SIGKILL');
    const next = run('service', dataDir, 'select max(id) as id from kept');
    expect(await next.line('row')).toEqual({ id: 8 });
  });

  it('of the server: the service starts it again, and still holds the data', async () => {
    const dataDir = folders.used();
    const service = run('service', dataDir);
    const { app } = await opened(service);
    const pid = serverPid(dataDir);
    process.kill(pid, 'SIGKILL');
    await service.line('log', (line) => line.includes('starting it again'));
    await until('another server', () => ![0, pid].includes(serverPid(dataDir)), service);
    await until('its socket', () => readPostmasterNote(postgresDir(dataDir))?.ready === true);
    expect(await firstRow(app, 'select 1 as one')).toEqual({ one: 1 });
    const second = run('service', dataDir);
    expect(await second.line('error')).toBe('embedded.already-running');
    expect(await second.line('message')).toContain(address);
  });

  it.each(['stranger', 'zombie'] as const)(
    'whose server id now belongs to a %s: the next start is not fooled',
    async (kind) => {
      const dataDir = folders.used();
      const other = kind === 'stranger' ? sleeper() : zombie();
      const note = [other.pid, postgresDir(dataDir), 1, 5432, join(dataDir, 'socket'), '', '1 1', 'ready'];
      writeFileSync(join(postgresDir(dataDir), 'postmaster.pid'), `${note.join('\n')}\n`);
      const service = run('service', dataDir, read);
      expect(await service.line('row')).toEqual({ id: 7 });
      other.holder.kill('SIGKILL');
    },
  );
});

describe('SIGTERM', () => {
  it('stops the server and leaves nothing of it behind', async () => {
    const dataDir = folders.used();
    const service = run('service', dataDir);
    await opened(service);
    const pid = serverPid(dataDir);
    expect(await service.kill('SIGTERM')).toBe(0);
    expect(service.lines.at(-1)).toEqual({ closed: true });
    expect(isServerOf(postgresDir(dataDir), pid)).toBe(false);
    expect(readdirSync(join(dataDir, 'socket'))).toEqual([]);
  });
});
