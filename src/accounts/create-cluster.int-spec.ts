import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { AuditTrail } from './audit-trail.store.js';
import type { Cluster } from './cluster.js';
import { ClusterReadModel } from './cluster.read-model.js';
import { PostgresClusterStore } from './cluster.store.js';
import { CreateCluster, type NewCluster } from './create-cluster.js';

const operator: Scope = { role: 'operator', clusters: [], user: 'terminal' };
const invented: NewCluster = {
  slug: 'weld-2',
  nameEn: 'Invented Welding Cluster',
  nameIt: 'Cluster inventato della saldatura',
  ecosystems: ['advanced-manufacturing', 'advanced-manufacturing'],
  city: 'Lodi',
  url: 'https://weld.example',
};

describe('creating a cluster', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await openTestDatabase()));
  afterEach(() => database.close());

  const creator = (clusters = new ClusterReadModel()): CreateCluster =>
    new CreateCluster(database.unitOfWork, clusters, new PostgresClusterStore(), new AuditTrail());
  const stored = (): Promise<Cluster[]> =>
    database.unitOfWork.run(systemScope(), (unit) => new ClusterReadModel().all(unit));
  const audited = (): Promise<unknown[]> =>
    database.unitOfWork.run(operator, ({ manager }) =>
      manager.query<unknown[]>(`select actor, subject from audit_entry where action = 'cluster.created'`),
    );

  it('keeps what was said, leaves open what was not, and writes it down', async () => {
    const cluster = await creator().run(operator, invented);
    expect(cluster).toMatchObject({
      ...invented,
      ecosystems: ['advanced-manufacturing'],
      url: 'https://weld.example/',
      memberCount: null,
      networks: null,
      organisationId: null,
    });
    expect(await stored()).toEqual([cluster]);
    expect(await audited()).toEqual([{ actor: 'terminal', subject: { cluster: cluster.id } }]);
  });

  it('leaves one that exists as it is', async () => {
    const first = await creator().run(operator, invented);
    await expect(creator().run(operator, { ...invented, nameEn: 'Other' })).rejects.toMatchObject({
      code: 'accounts.cluster-exists',
      kind: 'conflict',
    });
    expect(await stored()).toEqual([first]);
    expect(await audited()).toHaveLength(1);
  });

  it('leaves one as it is that somebody else made at the same moment', async () => {
    const first = await creator().run(operator, invented);
    /** Sees no cluster the first time it looks: the other's transaction has not ended yet. */
    class LateView extends ClusterReadModel {
      override async all(unit: Unit): Promise<Cluster[]> {
        this.all = (later) => super.all(later);
        return unit.manager.query<Cluster[]>('select 1 where false');
      }
    }
    await expect(
      creator(new LateView()).run(operator, { ...invented, nameEn: 'Other' }),
    ).rejects.toMatchObject({
      code: 'accounts.cluster-exists',
    });
    expect(await stored()).toEqual([first]);
    expect(await audited()).toHaveLength(1);
  });

  it.each<[string, Partial<NewCluster>]>([
    ['slug', { slug: 'a' }],
    ['slug', { slug: 'Weld' }],
    ['slug', { slug: '2weld' }],
    ['slug', { slug: 'weld-' }],
    ['slug', { slug: 'w'.repeat(21) }],
    ['slug', { slug: 'we ld' }],
    ['slug', { slug: 'weld\n' }],
    ['name-en', { nameEn: '  ' }],
    ['name-it', { nameIt: 'a\u0000b' }],
    ['name-it', { nameIt: 'x'.repeat(201) }],
    ['city', { city: '' }],
    ['url', { url: 'weld.example' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['url', { url: 'https://a:b@weld.example' }],
  ])('refuses a bad %s: %j', async (field, change) => {
    await expect(creator().run(operator, { ...invented, ...change })).rejects.toMatchObject({
      code: 'accounts.bad-cluster',
      message: expect.stringMatching(new RegExp(`^${field} "[^\\n]+: `)),
    });
    expect(await stored()).toEqual([]);
  });

  it.each(['ab', 'w'.repeat(20), 'a-1'])('takes the slug %s', async (slug) => {
    expect((await creator().run(operator, { ...invented, slug })).slug).toBe(slug);
  });
});
