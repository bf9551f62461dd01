import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import type { Scope } from '../platform/database/scope.js';
import { systemScope } from '../platform/database/scope.js';

/** Tables of the migrations themselves: the service may read them, and they hold nothing of anybody. */
const exempt = ['migration'];

const clusterA = '00000000-0000-4000-8000-00000000000a';
const clusterB = '00000000-0000-4000-8000-00000000000b';
const organisation = '00000000-0000-4000-8000-000000000001';

const officerOf = (...clusters: string[]): Scope => ({ role: 'officer', clusters });

describe('row-level security', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.unitOfWork.run(systemScope([clusterA, clusterB]), async ({ manager }) => {
      for (const [id, slug] of [
        [clusterA, 'a'],
        [clusterB, 'b'],
      ]) {
        await manager.query('insert into cluster (id, slug, name_en, name_it) values ($1, $2, $2, $2)', [
          id,
          slug,
        ]);
        await manager.query('insert into organisation (id) values ($1) on conflict do nothing', [
          organisation,
        ]);
        await manager.query(
          `insert into membership (id, cluster_id, organisation_id) values (gen_random_uuid(), $1, $2)`,
          [id, organisation],
        );
        await manager.query(
          `insert into evidence (id, organisation_id, cluster_id, kind, source, text, state)
           values (gen_random_uuid(), $2, $1, 'profile', 'members', $3, 'confirmed')`,
          [id, organisation, `told to ${slug ?? ''}`],
        );
      }
    });
  });
  afterAll(() => database.close());

  const count = (scope: Scope, table: string): Promise<number> =>
    database.unitOfWork.run(scope, async ({ manager }) => {
      const [row] = await manager.query<{ count: number }[]>(`select count(*)::int as count from ${table}`);
      return row?.count ?? -1;
    });

  it('is enabled, forced and has a policy on every table', async () => {
    const bare = await database.dataSource.query<{ name: string }[]>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relname = any ($1))
         and not (c.relrowsecurity and c.relforcerowsecurity
           and exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
      [exempt],
    );
    expect(bare).toEqual([]);
  });

  it('shows a cluster its own rows, two clusters both, and no cluster none', async () => {
    expect(await count(officerOf(clusterA), 'membership')).toBe(1);
    expect(await count(officerOf(clusterA, clusterB), 'membership')).toBe(2);
    expect(await count(officerOf(), 'membership')).toBe(0);
    expect(await count(officerOf(clusterA), 'evidence')).toBe(1);
  });

  it('shows nothing outside the one door', async () => {
    for (const table of ['cluster', 'membership', 'evidence', 'organisation', 'opportunity', 'project']) {
      const rows = await database.dataSource.query<unknown[]>(`select * from ${table}`);
      expect(rows).toEqual([]);
    }
  });

  it('hides an unlisted organisation from clusters it is no member of', async () => {
    const stranger = '00000000-0000-4000-8000-00000000000c';
    expect(await count(officerOf(clusterA), 'organisation')).toBe(1);
    expect(await count(officerOf(stranger), 'organisation')).toBe(0);
  });

  it('refuses to write into another cluster, and changes none of its rows', async () => {
    const write = database.unitOfWork.run(officerOf(clusterA), ({ manager }) =>
      manager.query(
        `insert into membership (id, cluster_id, organisation_id) values (gen_random_uuid(), $1, $2)`,
        [clusterB, organisation],
      ),
    );
    await expect(write).rejects.toThrow('row-level security');
    const changed = await database.unitOfWork.run(officerOf(clusterA), ({ manager }) =>
      manager.query<[unknown[], number]>(`update membership set category = 'taken' where cluster_id = $1`, [
        clusterB,
      ]),
    );
    expect(changed[1]).toBe(0);
  });

  it('lets an officer write no open data', async () => {
    const write = database.unitOfWork.run(officerOf(clusterA), ({ manager }) =>
      manager.query(`insert into project (id, framework, grant_id, acronym, title, observed_on)
        values (gen_random_uuid(), 'X', '1', 'X', 'X', '2026-01-01')`),
    );
    await expect(write).rejects.toThrow('row-level security');
  });

  it('leaves the runtime role no way to change the audit trail or the tables themselves', async () => {
    const run = (sql: string): Promise<unknown> =>
      database.unitOfWork.run(systemScope([clusterA]), ({ manager }) => manager.query(sql));
    await expect(run(`update audit_entry set action = 'x'`)).rejects.toThrow('permission denied');
    await expect(run('delete from audit_entry')).rejects.toThrow('permission denied');
    await expect(run('truncate membership')).rejects.toThrow('permission denied');
    await expect(run('alter table membership disable row level security')).rejects.toThrow('must be owner');
    await expect(run('create table public.mine (id int)')).rejects.toThrow('permission denied');
  });
});
