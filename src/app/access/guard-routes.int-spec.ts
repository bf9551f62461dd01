import { openHttpService, type HttpService } from '../../../test/support/http-service.js';
import { heldRoles, IdentifyCaller, type Caller } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { openApiDocument } from '../api.js';
import { accessMatrix } from './access-matrix.js';

const as = (...granted: Parameters<typeof heldRoles>[0]): Caller => ({
  roles: heldRoles(granted),
  scope: { role: 'officer', clusters: [], user: 'somebody' },
});

describe('the guard of all routes', () => {
  let service: HttpService;
  let caller: Caller = as('officer');
  beforeAll(async () => {
    service = await openHttpService({
      arrange: (app) => void (app.get(IdentifyCaller).identify = async () => caller),
    });
  });
  afterAll(() => service.close());
  beforeEach(() => (caller = as('officer')));

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${service.address}${path}`, { redirect: 'manual', ...init });
  const code = async (response: Response): Promise<unknown> =>
    ((await response.json()) as { code: unknown }).code;

  it('does not start with a route that the matrix does not list, and names it', async () => {
    const start = openHttpService({
      arrange: (app) => {
        app.getHttpAdapter().get('/api/v1/planted', () => 'open to the world');
      },
    });
    await expect(start).rejects.toMatchObject({
      code: 'access.no-policy',
      message: expect.stringContaining('GET /api/v1/planted'),
    });
  });

  it('lists no route that does not exist', async () => {
    const { paths } = openApiDocument(service.app);
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const listed = Object.keys(accessMatrix).filter((route) => route.includes(' /api/v1/'));
    expect(listed.sort()).toEqual(described.filter((route) => route.includes(' /api/v1/')).sort());
  });

  it('lets in a role that is listed, and keeps out one that is not', async () => {
    expect((await ask('/api/v1/imports')).status).toBe(200);
    caller = as('member');
    const refused = await ask('/api/v1/imports');
    expect(refused.status).toBe(403);
    expect(await code(refused)).toBe('accounts.not-allowed');
    expect((await ask('/api/v1/imports', { method: 'HEAD' })).status).not.toBe(200);
  });

  it('has nothing kept by a cache, whatever is answered', async () => {
    for (const path of ['/api/v1/imports', '/api/v1/nowhere', '/api/v1/imports/%ff', '/api/health/live'])
      expect([path, (await ask(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
  });

  it('answers an address that is none, or far too long, as every other refusal', async () => {
    for (const [name, status] of [
      ['%ff', 400],
      ['x'.repeat(400), 414],
    ] as const) {
      const refused = await ask(`/api/v1/column-maps/${name}`, { method: 'DELETE' });
      expect(refused.status).toBe(status);
      expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    }
  });

  it('asks those who have not signed in to do so, and serves them what is public', async () => {
    caller = as();
    const refused = await ask('/api/v1/opportunities');
    expect(refused.status).toBe(401);
    expect(await code(refused)).toBe('accounts.sign-in-needed');
    expect((await ask('/api/health/live')).status).toBe(200);
  });

  it('serves what leaves for good, or erases, after a sign-in of the last day alone', async () => {
    const now = service.app.get(Clock).now().getTime();
    const id = '00000000-0000-4000-8000-000000000001';
    const user = { id, email: 'nobody@prova.example', name: 'Nobody', language: 'it', demo: false };
    const signedIn = (hours: number): Caller =>
      ({
        ...as('signed-in', 'committer', 'officer'),
        session: { id, user, provedAt: new Date(now - hours * 3_600_000) },
      }) as never;
    const fresh = Object.entries(accessMatrix).filter(([, policy]) => policy.fresh);
    expect(fresh.length).toBeGreaterThan(5);
    for (const [route] of fresh) {
      const [method = '', path = ''] = route.split(' ');
      const codeAfter = async (hours: number): Promise<unknown> => {
        caller = signedIn(hours);
        const url = path.replace(':format', 'pdf').replace(':id', id);
        const answer = await ask(url, { method, headers: { 'sec-fetch-site': 'same-origin' } });
        return answer.status < 400 ? 'served' : code(answer);
      };
      expect([route, await codeAfter(25)]).toEqual([route, 'accounts.sign-in-again']);
      expect([route, await codeAfter(23)]).not.toEqual([route, 'accounts.sign-in-again']);
    }
  });

  it('answers an unknown path with 404, whoever asks', async () => {
    for (const one of [as(), as('officer')]) {
      caller = one;
      expect((await ask('/api/v1/nowhere')).status).toBe(404);
    }
  });

  it('refuses a query or a body where none is documented', async () => {
    const query = await ask('/api/v1/imports?cluster=other');
    expect(query.status).toBe(400);
    expect(await query.text()).toContain('property cluster should not exist');
    const id = '00000000-0000-4000-8000-000000000001';
    const body = await ask(`/api/v1/imports/${id}/undo`, {
      method: 'POST',
      body: '{"force":true}',
      headers: { 'content-type': 'application/json' },
    });
    expect(body.status).toBe(400);
    expect(await body.text()).toContain('property force should not exist');
  });
});
