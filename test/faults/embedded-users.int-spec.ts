import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { jest } from '@jest/globals';

import { canEnter, serverAccount } from '../../src/platform/embedded/server-account.js';
import { checkout } from './embedded-run.js';
import {
  closedCheckout,
  DataFolders,
  firstRow,
  opened,
  postgresDir,
  read,
  run,
  runAs,
  serverPid,
  skip,
  uidOf,
  write,
} from './embedded-surroundings.js';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const nobody = serverAccount('/nonexistent');
const daemon = { uid: 1, gid: 1 };
/** Whether a process of ours can run as an ordinary user other than ourselves. */
const able = isRoot && canEnter(daemon, checkout);
const folders = new DataFolders();

beforeAll(() => folders.prepare());
afterEach(() => folders.quieten());
afterAll(() => folders.remove());

describe('a folder for the data', () => {
  it('that cannot be written is refused, by name and with what to do', async () => {
    const file = `${folders.fresh()}-file`;
    writeFileSync(file, '');
    const refused = run('service', join(file, '.data'));
    expect(await refused.end()).toBe(1);
    expect(await refused.line('error')).toBe('embedded.data-not-writable');
    for (const part of [join(file, '.data'), 'ENOTDIR', 'TESSERA_DATA', 'DATABASE_URL'])
      expect(await refused.line('message')).toContain(part);
  });

  it('with a path too long for a socket works, and leaves no socket folder behind', async () => {
    const dataDir = join(folders.home, 'deep'.repeat(25), '.data');
    const service = run('service', dataDir);
    const { app } = await opened(service);
    expect(app.host).not.toContain(folders.home);
    expect(await firstRow(app, 'select 1 as one')).toEqual({ one: 1 });
    expect(await service.kill('SIGTERM')).toBe(0);
    expect(existsSync(app.host)).toBe(false);
  });
});

describe('as root', () => {
  it('runs the server as an unprivileged user', async () => {
    if (!isRoot || !nobody) return skip('only root can');
    const dataDir = folders.fresh();
    await opened(run('service', dataDir));
    expect(uidOf(serverPid(dataDir))).toBe(nobody.uid);
    expect(statSync(dataDir).mode & 0o777).toBe(0o711); // to be passed through, not to be read
  });

  it('in a folder only root may enter puts programs and data where the server reaches them', async () => {
    if (!isRoot || !nobody) return skip('only root can');
    const elsewhere = '/var/lib/tessera';
    const wasThere = existsSync(elsewhere);
    const root = closedCheckout();
    const dataDir = join(root, '.data');
    try {
      const first = runAs({ checkout: root }, 'service', dataDir, write);
      await opened(first);
      await first.kill('SIGTERM');
      const second = runAs({ checkout: root }, 'service', dataDir, read);
      expect(await second.line('row')).toEqual({ id: 7 });
      await opened(second);
      expect(await second.kill('SIGTERM')).toBe(0);

      const open = runAs({ checkout: root }, 'command', folders.fresh());
      expect((await opened(open)).firstStart).toBe(true);
    } finally {
      rmSync(readFileSync(join(dataDir, 'elsewhere'), 'utf8').trim(), { recursive: true, force: true });
      if (!wasThere) rmSync(elsewhere, { recursive: true, force: true });
      rmSync(root, { recursive: true, force: true });
    }
  });

  it('runs on data of an ordinary user as that user, who can go on with them', async () => {
    if (!able) return skip('only root, in a folder all may enter, can');
    const dataDir = folders.ownedBy(daemon);
    expect((await opened(runAs({ account: daemon }, 'command', dataDir, write))).firstStart).toBe(true);
    expect(await run('command', dataDir, read).line('row')).toEqual({ id: 7 });
    expect(await runAs({ account: daemon }, 'command', dataDir, read).line('row')).toEqual({ id: 7 });
  });
});

describe('as an ordinary user', () => {
  const daemon = { uid: 1, gid: 1 };
  const able = isRoot && nobody !== undefined && canEnter(nobody, checkout);

  it('runs the server as that user', async () => {
    if (!able)
      return skip('root, in a folder all may enter, can become one; every other test ran as one otherwise');
    const dataDir = folders.ownedBy(daemon);
    await opened(runAs({ account: daemon }, 'service', dataDir));
    expect(uidOf(serverPid(dataDir))).toBe(daemon.uid);
  });

  it('is told of a folder that is not theirs to write, and of data that are not theirs', async () => {
    if (!able) return skip('root, in a folder all may enter, can become one');
    const dataDir = folders.used();
    const refused = runAs({ account: daemon }, 'service', dataDir);
    expect(await refused.line('error')).toBe('embedded.data-not-writable');
    chmodSync(dataDir, 0o777);
    const foreign = runAs({ account: daemon }, 'service', dataDir);
    expect(await foreign.line('error')).toBe('embedded.data-of-another-user');
    expect(await foreign.line('message')).toContain(postgresDir(dataDir));
  });
});
