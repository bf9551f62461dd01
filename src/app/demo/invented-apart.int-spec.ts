import { readSpreadsheet, tableOf } from '../../../test/support/read-spreadsheet.js';
import { tellCluster } from '../../../test/support/told-to-cluster.js';
import { serveDemonstration, type ServedService } from '../../../test/support/wired-service.js';
import { ClusterReadModel } from '../../accounts/index.js';
import { SuggestPartners, type PartnerSuggestions } from '../../matching/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RemoveDemo } from './remove-demo.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';
const real = 'Autentica Rigenerazione S.p.A.';
const remanufacturing =
  'De-manufacturing and remanufacturing of used products: robots with adaptive grippers open, sort and handle used ' +
  'products whose wear and fasteners vary. Inspection with sensors tells the remaining life.';

interface Organisations {
  items: { legalName: string; invented: boolean }[];
  total: number;
  inventedLeftOut: number;
}

/** In this order: each step changes what the next one finds. */
describe('invented organisations', () => {
  let service: ServedService;
  beforeAll(async () => {
    service = await serveDemonstration(now);
  }, 120_000);
  afterAll(() => service.close());

  const get = async <Body>(path: string): Promise<Body> =>
    (await (await fetch(`${service.address}/api/v1${path}`)).json()) as Body;

  const partners = async (slug: string | null): Promise<PartnerSuggestions> =>
    service.app.get(SuggestPartners).forOpportunity(await officerOf(slug), topic, {
      seeds: [],
      role: null,
      countries: [],
      regions: [],
      types: [],
      sme: null,
      limit: 200,
      asOf: now,
    });

  const inventedAmong = ({ suggestions }: PartnerSuggestions): number =>
    suggestions.filter(({ organisation }) => organisation.invented).length;

  async function officerOf(slug: string | null): Promise<Scope> {
    if (slug === null) return { role: 'officer', clusters: [] };
    const id = await service.app
      .get(UnitOfWork)
      .run(systemScope(), async (unit) => (await service.app.get(ClusterReadModel).bySlug(unit, slug)).id);
    return { role: 'officer', clusters: [id] };
  }

  it('stand in every list while the only real ones are the clusters’ own associations', async () => {
    expect(inventedAmong(await partners('afil'))).toBeGreaterThan(10);
    const list = await get<Organisations>('/organisations?limit=100');
    expect(list.items.some(({ invented }) => invented)).toBe(true);
    expect(list.items.some(({ invented }) => !invented)).toBe(true);
    expect(list.inventedLeftOut).toBe(0);
    const own = await get<Organisations>('/organisations?limit=100&members=own');
    expect(own.total).toBeGreaterThan(3);
  });

  it('leave the lists of a cluster with its first real member, and stay in those of others', async () => {
    await tellCluster(service.app, { cluster: 'afil', name: real, text: remanufacturing, invented: false });
    const ours = await partners('afil');
    expect(ours.suggestions.map(({ organisation }) => organisation.name)).toContain(real);
    expect(inventedAmong(ours)).toBe(0);
    expect(ours.total).toBe(ours.suggestions.length);
    expect(inventedAmong(await partners('catal'))).toBeGreaterThan(10);
    expect(inventedAmong(await partners(null))).toBeGreaterThan(10);
  });

  it('leave the list of organisations, which says how many', async () => {
    const list = await get<Organisations>('/organisations?limit=100');
    expect(list.items.filter(({ invented }) => invented)).toEqual([]);
    expect(list.total).toBe(list.items.length);
    expect(list.inventedLeftOut).toBeGreaterThan(10);
    const own = await get<Organisations>('/organisations?limit=100&members=own');
    expect(own).toMatchObject({ total: 1, items: [{ legalName: real }] });
    expect(own.inventedLeftOut).toBeGreaterThan(3);
  });

  it('leave the partners of a free text', async () => {
    const response = await fetch(`${service.address}/api/v1/suggestions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: remanufacturing, limit: 100 }),
    });
    const { suggestions } = (await response.json()) as PartnerSuggestions;
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.filter(({ organisation }) => organisation.invented)).toEqual([]);
  });

  it('leave the page and the workbook', async () => {
    const page = await fetch(
      `${service.address}/api/v1/organisations/${encodeURIComponent(real)}/brief?lang=en`,
    );
    const html = await page.text();
    expect(html).toContain(topic);
    expect(html).not.toContain('INVENTED');
    const file = await fetch(`${service.address}/api/v1/insights/workbook?cluster=afil&lang=en`);
    const { sheets } = readSpreadsheet(new Uint8Array(await file.arrayBuffer()));
    const members = tableOf(sheets.find(({ name }) => name === 'Best calls per member')!);
    expect(new Set(members.map((row) => row['Organisation']))).toEqual(new Set([real]));
  });

  it('still answer to their name, marked', async () => {
    expect(await get('/organisations/Rigentra%20S.r.l.')).toMatchObject({ invented: true });
    const calls = await get<{ invented: boolean; suggestions: unknown[] }>(
      '/organisations/Rigentra%20S.r.l./opportunities',
    );
    expect(calls.invented).toBe(true);
    expect(calls.suggestions.length).toBeGreaterThan(0);
  });

  it('go with the demonstration set, and lists are full again at once', async () => {
    expect(await service.app.get(RemoveDemo).run()).toBeGreaterThan(70);
    const found = await fetch(`${service.address}/api/v1/organisations/Rigentra%20S.r.l.`);
    expect(found.status).toBe(404);
    const list = await get<Organisations>('/organisations?limit=100');
    expect(list).toMatchObject({ inventedLeftOut: 0, items: [{ legalName: real }] });
    const { total, suggestions } = await service.app
      .get(SuggestPartners)
      .forText(await officerOf('catal'), remanufacturing, {
        seeds: [],
        role: null,
        countries: [],
        regions: [],
        types: [],
        sme: null,
        limit: 20,
        asOf: now,
      });
    expect(total).toBe(suggestions.length);
  });
});
