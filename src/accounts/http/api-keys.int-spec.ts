import { HttpClient, type Answer } from '../../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../../test/support/http-service.js';
import { systemScope } from '../../platform/database/scope.js';
import { newId } from '../../platform/ids/uuid.js';
import { MailSettings } from '../../platform/mail/index.js';
import { CreateCluster, CreateUser } from '../index.js';
import { SessionStore, staffLife } from '../sessions/session.store.js';

describe('keys for programs', () => {
  let service: HttpService;
  let clusters: string[];
  beforeAll(async () => {
    service = await openHttpService({ platform: { mail: new MailSettings('the-hook-of-mail') } });
    clusters = [];
    for (const slug of ['aur', 'bor']) {
      const named = { slug, nameEn: slug, nameIt: slug, ecosystems: [], city: null, url: null };
      clusters.push((await service.app.get(CreateCluster).run(systemScope(), named)).id);
    }
  });
  afterAll(() => service.close());

  /** An officer with both factors shown just now. */
  const officer = async (...places: number[]): Promise<HttpClient> => {
    const grants = places.map(
      (at) => ({ role: 'officer', cluster: clusters[at] ?? '', organisation: null }) as const,
    );
    const person = { name: 'Ada Bianchi', language: 'it', password: null, grants, demo: false } as const;
    const user = await service.app
      .get(CreateUser)
      .create('terminal', { ...person, email: `${newId()}@aurora.example` });
    const session = { user: user.id, factors: 2, via: 'passkey', device: null, life: staffLife } as const;
    const { token } = await service.database.unitOfWork.run(systemScope(), (unit) =>
      new SessionStore().open(unit, session),
    );
    const browser = new HttpClient(service.address);
    browser.setCookie('sid', token);
    return browser;
  };
  const make = async (browser: HttpClient, wanted: object = {}) =>
    browser.post('/api/v1/api-keys', { name: 'newsletter', scopes: ['read'], days: 30, ...wanted });
  const asProgram = (key: string, method: string, path: string, body?: unknown): Promise<Answer> =>
    new HttpClient(service.address).send(method, path, body, { authorization: `Bearer ${key}` });

  it('are shown once, listed without themselves, and read what their scope says', async () => {
    const browser = await officer(0);
    const { status, body } = await make(browser);
    expect(status).toBe(201);
    const list = await browser.get('/api/v1/api-keys');
    expect(list.body.items[0]).toMatchObject({ id: body.id, cluster: 'aur', scopes: ['read'], usedAt: null });
    expect(list.text).not.toContain(body.key);
    expect((await asProgram(body.key, 'GET', '/api/v1/opportunities')).status).toBe(200);
    expect((await asProgram(body.key, 'GET', '/api/v1/organisations?members=own')).status).toBe(200);
    for (const path of ['/api/v1/imports', '/api/v1/me', '/api/v1/invitations', '/api/v1/api-keys'])
      expect((await asProgram(body.key, 'GET', path)).status).toBe(403);
    expect((await asProgram(body.key, 'POST', '/api/v1/score-runs', {})).status).toBe(403);
    const stored = await service.database.unitOfWork.run(systemScope([clusters[0] ?? '']), ({ manager }) =>
      manager.query<object[]>('select * from api_key'),
    );
    expect(JSON.stringify(stored)).not.toContain(body.key);
  });

  it('work no more once revoked or past their day, with one answer for every key that is none', async () => {
    const browser = await officer(0);
    const [first, second] = [(await make(browser)).body, (await make(browser)).body];
    expect((await browser.send('DELETE', `/api/v1/api-keys/${first.id as string}`)).status).toBe(204);
    expect((await browser.send('DELETE', `/api/v1/api-keys/${first.id as string}`)).status).toBe(404);
    await service.database.unitOfWork.run(systemScope(clusters), ({ manager }) =>
      manager.query('update api_key set ends_at = now() where id = $1', [second.id]),
    );
    const answers = [];
    for (const key of [first.key, second.key, `${(first.key as string).slice(0, -1)}!`, 'nonsense'])
      answers.push(await asProgram(key as string, 'GET', '/api/v1/opportunities'));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [401, 'accounts.wrong-key']),
    );
  });

  it('are a cluster’s own: another’s officer neither sees nor revokes them', async () => {
    const { id } = (await make(await officer(0))).body as { id: string };
    const stranger = await officer(1);
    expect((await stranger.get('/api/v1/api-keys')).body.items).toEqual([]);
    expect((await stranger.send('DELETE', `/api/v1/api-keys/${id}`)).status).toBe(404);
    const both = await officer(0, 1);
    expect((await make(both)).body.code).toBe('accounts.cluster-not-said');
    expect((await make(both, { cluster: 'bor' })).status).toBe(201);
    expect((await make(stranger, { cluster: 'aur' })).status).toBe(404);
  });

  it('are made only by whoever has just shown both factors', async () => {
    const browser = await officer(0);
    await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query(`update user_session set proved_at = now() - interval '1 hour'`),
    );
    expect((await make(browser)).body.code).toBe('accounts.sign-in-again');
  });

  it('count before a cookie, and need no word on where the request comes from', async () => {
    const browser = await officer(0);
    const { key } = (await make(browser, { scopes: ['import'] })).body as { key: string };
    const answer = await browser.send('GET', '/api/v1/api-keys', undefined, {
      authorization: `Bearer ${key}`,
    });
    expect(answer.status).toBe(403);
    const plain = await fetch(`${service.address}/api/v1/imports`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(plain.status).toBe(200);
  });

  it('are not asked of whoever brings reports of mails, and shows a secret of its own', async () => {
    const report = { to: 'bounces@aurora.example', message: 'Action: failed' };
    const brought = await asProgram('the-hook-of-mail', 'POST', '/api/v1/mail/reports', report);
    expect([brought.status, brought.body]).toEqual([200, { taken: false }]);
    const guessed = await asProgram('another-secret', 'POST', '/api/v1/mail/reports', report);
    expect(guessed.body.code).toBe('accounts.not-allowed');
  });

  it('reach nothing with a text that the database would refuse', async () => {
    const answers = [];
    for (const email of ['a\0b@aurora.example', 'half \ud83d@aurora.example'])
      answers.push(await new HttpClient(service.address).post('/api/v1/sessions', { email, password: 'x' }));
    answers.push(await (await officer(0)).get('/api/v1/opportunities?search=%00'));
    answers.push(await (await officer(0)).get('/api/v1/opportunities/%00'));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  });
});
