import { DataSource } from 'typeorm';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createDataSource } from './data-source.js';
import { requireMigrated, requireRuntimeRole } from './runtime-role.js';
import { systemScope } from './scope.js';
import { UnitOfWork } from './unit-of-work.js';

describe('the one door to the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('rolls everything back when the work fails', async () => {
    const failing = database.unitOfWork.run(systemScope(), async ({ manager }) => {
      await manager.query(`insert into concept (code, label) values ('/1', 'one')`);
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    const left = await database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<unknown[]>('select * from concept'),
    );
    expect(left).toEqual([]);
  });

  it('says that others hold what it needs, and that nothing was changed', async () => {
    await database.unitOfWork.run(systemScope(), async ({ manager }) => {
      await manager.query('lock table concept in exclusive mode');
      const second = database.unitOfWork.run(systemScope(), async (other) => {
        await other.manager.query(`set local lock_timeout = '50ms'`);
        await other.manager.query(`insert into concept (code, label) values ('/2', 'two')`);
      });
      await expect(second).rejects.toMatchObject({ code: 'database.busy', kind: 'unavailable' });
    });
  });

  it('says that the database cannot be reached, and that nothing was changed', async () => {
    const away = createDataSource({
      connection: database.app,
      entities: [],
      applicationName: 'away',
      poolSize: 1,
    });
    await away.initialize();
    const unitOfWork = new UnitOfWork(away);
    const cut = unitOfWork.run(systemScope(), async ({ manager }) => {
      const [{ pid } = { pid: 0 }] = await manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
      await terminate(database, pid);
      await manager.query('select 1');
    });
    await expect(cut).rejects.toMatchObject({ code: 'database.unavailable', kind: 'unavailable' });
    await away.destroy();
  });

  it('says so too where every connection stays in use', async () => {
    const full = new DataSource({
      ...createDataSource({ connection: database.app, entities: [], applicationName: 'full', poolSize: 1 })
        .options,
      extra: { connectionTimeoutMillis: 50 },
    });
    await full.initialize();
    const unitOfWork = new UnitOfWork(full);
    await unitOfWork.run(systemScope(), async () => {
      await expect(unitOfWork.run(systemScope(), async () => undefined)).rejects.toMatchObject({
        code: 'database.unavailable',
        kind: 'unavailable',
      });
    });
    await full.destroy();
  });

  it('refuses to run as the owner, who could pass row-level security by', async () => {
    const owner = createDataSource({
      connection: database.owner,
      entities: [],
      applicationName: 'owner',
      poolSize: 1,
    });
    await owner.initialize();
    await expect(requireRuntimeRole(owner)).rejects.toThrow('"tessera_owner", which is a superuser');
    await owner.destroy();
    await expect(requireRuntimeRole(database.dataSource)).resolves.toBeUndefined();
  });

  it('names the migration that was not run', async () => {
    await expect(requireMigrated(database.dataSource, ['Later1999999999999'])).rejects.toThrow(
      'lacks 1 migration(s), the first is Later1999999999999: run "tessera migrate"',
    );
  });
});

async function terminate(database: TestDatabase, pid: number): Promise<void> {
  const owner = createDataSource({
    connection: database.owner,
    entities: [],
    applicationName: 'owner',
    poolSize: 1,
  });
  await owner.initialize();
  await owner.query('select pg_terminate_backend($1)', [pid]);
  await owner.destroy();
}
