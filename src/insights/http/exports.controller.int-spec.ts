import { readSpreadsheet } from '../../../test/support/read-spreadsheet.js';
import { tellCluster } from '../../../test/support/told-to-cluster.js';
import { serveDemonstration, type ServedService } from '../../../test/support/wired-service.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

describe('what people take away over HTTP', () => {
  let service: ServedService;
  beforeAll(async () => {
    service = await serveDemonstration(new Date('2026-11-22T09:00:00Z'));
  }, 120_000);
  afterAll(() => service.close());

  const get = (path: string): Promise<Response> => fetch(`${service.address}/api/v1${path}`);
  const audited = (action: string): Promise<number> =>
    service.app.get(UnitOfWork).run(systemScope(), async ({ manager }) => {
      const [row] = await manager.query<{ count: number }[]>(
        'select count(*)::int as count from audit_entry where action = $1',
        [action],
      );
      return row?.count ?? -1;
    });

  it.each([
    ['', 'it', 'Cinque bandi adatti'],
    ['?lang=en', 'en', 'Five calls that fit you'],
  ])('is a page for a member: %s', async (query, language, says) => {
    const before = await audited('brief.written');
    const response = await get(`/organisations/Rigentra%20S.r.l./brief${query}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-language')).toBe(language);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(says);
    expect(await audited('brief.written')).toBe(before + 1);
  });

  it('allows a page its own style and nothing else', async () => {
    const policy = (await get('/organisations/Rigentra%20S.r.l./brief')).headers.get(
      'content-security-policy',
    );
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'/);
    expect(policy).toContain(
      "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(policy).not.toContain('unsafe');
  });

  it('speaks of the day asked about', async () => {
    const page = await (await get('/organisations/Rigentra%20S.r.l./brief?lang=en&asOf=2030-01-01')).text();
    expect(page).toContain('As of 1 January 2030');
  });

  it('is a workbook for the officers of a cluster', async () => {
    const before = await audited('workbook.written');
    const response = await get('/insights/workbook?cluster=AFIL&lang=en&asOf=2026-11-22');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="tessera-afil-2026-11-22.xlsx"',
    );
    const { sheets } = readSpreadsheet(new Uint8Array(await response.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toContain('Best members per call');
    expect(await audited('workbook.written')).toBe(before + 1);
  });

  it('answers a cluster that is not the asker’s as one that does not exist', async () => {
    const read = async (slug: string): Promise<{ status: number; detail: string }> => {
      const response = await get(`/insights/workbook?cluster=${slug}`);
      const { status, detail } = (await response.json()) as { status: number; detail: string };
      return { status, detail: detail.replace(slug, 'X') };
    };
    expect(await read('catal')).toEqual({ status: 404, detail: 'no cluster "X": one of afil' });
    expect(await read('catal')).toEqual(await read('atlantis'));
  });

  it('shows nobody whom only another cluster knows, on the page of that cluster’s own association', async () => {
    const [association] = await service.app
      .get(UnitOfWork)
      .run(systemScope(), ({ manager }) =>
        manager.query<{ id: string }[]>("select organisation_id as id from cluster where slug = 'lgca'"),
      );
    const own = `/organisations/${association?.id ?? ''}`;
    const { suggestions } = (await (await get(`${own}/opportunities?limit=1`)).json()) as {
      suggestions: { opportunity: { id: string; identifier: string } }[];
    };
    const call = suggestions[0]?.opportunity;
    const { sections } = (await (await get(`/opportunities/${call?.id ?? ''}`)).json()) as {
      sections: { text: string }[];
    };
    await tellCluster(service.app, {
      cluster: 'lgca',
      name: 'Segretissima S.r.l.',
      text: sections.map(({ text }) => text).join('\n'),
      invented: false,
    });
    const page = await (await get(`${own}/brief?lang=en`)).text();
    expect(page).toContain(call?.identifier);
    expect(page).not.toMatch(/Segretissima|as you are/);
  });

  it.each([
    ['/organisations/Nobody/brief', 404, 'organisations.not-found'],
    ['/organisations/Rigentra%20S.r.l./brief?lang=fr', 400, 'http.bad-request'],
    ['/organisations/Rigentra%20S.r.l./brief?as-of=2026-01-01', 400, 'http.bad-request'],
    ['/organisations/Rigentra%20S.r.l./brief?asOf=2026-02-31', 422, 'clock.bad-date'],
    ['/insights/workbook', 400, 'http.bad-request'],
  ])('is refused with what is wrong: %s', async (path, status, code) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code });
  });
});
