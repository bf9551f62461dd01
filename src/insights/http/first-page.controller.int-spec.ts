import { tellCluster } from '../../../test/support/told-to-cluster.js';
import { until } from '../../../test/support/until.js';
import { serveDemonstration, type ServedService } from '../../../test/support/wired-service.js';
import { RequestScoreRun } from '../../matching/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { QueueRuntime } from '../../platform/queue/queue-runtime.js';

class MovedClock extends Clock {
  moment = new Date('2026-11-22T09:00:00Z');
  now(): Date {
    return this.moment;
  }
}

/** In this order, as somebody would see it from the first start on. */
describe('the bare address', () => {
  const clock = new MovedClock();
  let service: ServedService;
  beforeAll(async () => {
    service = await serveDemonstration(clock, { demo: false });
  }, 120_000);
  afterAll(() => service.close());

  const get = (path = '/first-page?lang=en', headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${service.address}${path}`, { headers });
  const page = async (path?: string, headers?: Record<string, string>): Promise<string> =>
    (await get(path, headers)).text();

  it('says that there is nothing yet, in the language of the browser', async () => {
    expect(await page('/first-page', { 'accept-language': 'it-IT,it;q=0.9,en;q=0.8' })).toContain(
      'Ancora nulla da confrontare',
    );
    expect(await page('/first-page', { 'accept-language': 'de' })).toContain('Nothing to match yet');
    expect(await page('/first-page?lang=it', { 'accept-language': 'en' })).toContain(
      'Ancora nulla da confrontare',
    );
  });

  it('allows the page its own style and nothing else, and stores it nowhere', async () => {
    const { headers } = await get();
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('vary')).toContain('Accept-Language');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('says that no lists were made yet, then that the first are being made', async () => {
    await service.loadDemonstration();
    expect(await page()).toContain('No lists yet');
    await service.app.get(RequestScoreRun).request(clock.now());
    const waiting = await page();
    expect(waiting).toContain('The first lists are being made');
    expect(waiting).toContain('<meta http-equiv="refresh" content="2" />');
  });

  it('then shows a call with three partners and a member with three calls, each quoted from both sides', async () => {
    await service.app.get(QueueRuntime).start({ roles: ['relay', 'workers', 'reconciler'] });
    const ready = await until(
      'the first lists',
      async () => {
        const now = await page();
        return now.includes('A call, and its first three partners') && now;
      },
      60_000,
    );
    expect(ready).not.toContain('http-equiv="refresh"');
    expect(ready.match(/<li class="place">/g)).toHaveLength(6);
    expect(ready.match(/<blockquote>/g)).toHaveLength(12);
    expect(ready).toContain('organisations marked INVENTED do not exist');
    expect(ready).toMatch(/Demonstration set<\/th>/);
    expect(await page('/first-page?lang=it')).toContain('Un bando e i suoi primi tre partner');
  }, 90_000);

  it('leads to the page of that member and to the workbook', async () => {
    const links = [...(await page()).matchAll(/href="(\/api\/v1\/[^"]+)"/g)].map(([, link]) =>
      (link ?? '').replace(/&amp;/g, '&'),
    );
    const brief = links.find((link) => link.includes('/brief?lang=it'));
    const workbook = links.find((link) => link.includes('/insights/workbook?cluster=afil&lang=en'));
    for (const link of [brief, workbook]) expect((await get(link)).status).toBe(200);
    const partners = links.find((link) => link.endsWith('/suggestions'));
    expect((await get(partners)).status).toBe(200);
  });

  it('says when the set has expired, and shows what has no deadline', async () => {
    clock.moment = new Date('2029-01-01T09:00:00Z');
    const expired = await page();
    clock.moment = new Date('2026-11-22T09:00:00Z');
    expect(expired).toContain('The demonstration has expired');
    expect(expired).toContain('Vanguard pilot');
    expect(expired).not.toMatch(/HORIZON-[A-Z0-9-]+ ·/);
    expect(await page()).not.toContain('The demonstration has expired');
  });

  it('shows nothing invented as soon as the cluster has a real member', async () => {
    await tellCluster(service.app, {
      cluster: 'afil',
      name: 'Autentica Rigenerazione S.p.A.',
      text: 'De-manufacturing and remanufacturing of used products: robots open, sort and handle used products.',
      invented: false,
    });
    const real = await page();
    expect(real).not.toContain('INVENTED');
    expect(real).toMatch(/\d+ invented organisations of the demonstration are in no list/);
  });

  it.each(['/first-page?lang=fr', '/first-page?utm_source=x'])(
    'refuses what it does not know, as a page: %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('This cannot be shown');
    },
  );

  it('says that the database is away, and comes back by itself', async () => {
    await service.app.get(QueueRuntime).close();
    await service.door.shut();
    const away = await get();
    const html = await away.text();
    await service.door.open();
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('5');
    expect(html).toContain('The database does not answer');
    expect(html).toContain('<meta http-equiv="refresh" content="5" />');
    expect((await get()).status).toBe(200);
  });
});

describe('the bare address, to whoever has not signed in', () => {
  it('says what this is and how old the data are, and names no member', async () => {
    const service = await serveDemonstration(new Date('2026-11-22T09:00:00Z'), { open: false });
    try {
      const response = await fetch(`${service.address}/first-page?lang=en`);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain('Sign in to see who fits');
      expect(html).toMatch(/\d+ calls are listed today/);
      expect(html).toContain('Demonstration set');
      expect(html).not.toMatch(/Rigentra|INVENTED|class="place"|\/api\/v1\/organisations|workbook\?cluster/);
      expect((await fetch(`${service.address}/api/v1/organisations/Rigentra%20S.r.l./brief`)).status).toBe(
        401,
      );
    } finally {
      await service.close();
    }
  }, 60_000);
});
