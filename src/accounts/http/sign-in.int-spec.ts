import { request } from 'node:http';

import { HttpClient } from '../../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../../test/support/http-service.js';
import { FixedClock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { newId } from '../../platform/ids/uuid.js';
import { CreateCluster, CreateUser, type Cluster } from '../index.js';
import { totpCode, totpStep } from '../passwords/totp.js';

const password = 'four lamps and a kite';
const now = new Date('2026-11-22T12:00:00Z');
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Buffer {
  const bits = [...text].map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

describe('signing in', () => {
  let service: HttpService;
  let cluster: Cluster;
  let clock: { moment: Date };
  beforeAll(async () => {
    clock = { moment: now };
    const moving = new (class extends FixedClock {
      override now(): Date {
        return clock.moment;
      }
    })(now);
    service = await openHttpService({ platform: { clock: moving } });
    cluster = await service.app.get(CreateCluster).run(systemScope(), {
      slug: 'aur',
      nameEn: 'Aurora',
      nameIt: 'Aurora',
      ecosystems: [],
      city: null,
      url: null,
    });
  });
  afterAll(() => service.close());

  const account = async (role: 'officer' | 'regional-reader'): Promise<string> => {
    const email = `${newId()}@aurora.example`;
    await service.app.get(CreateUser).create('terminal', {
      email,
      name: 'Ada Bianchi',
      language: 'it',
      password,
      grants: [{ role, cluster: role === 'officer' ? cluster.id : null, organisation: null }],
      demo: false,
    });
    return email;
  };
  const client = (): HttpClient => new HttpClient(service.address);
  const signIn = async (email: string, browser = client()): Promise<HttpClient> => {
    expect((await browser.post('/api/v1/sessions', { email, password })).status).toBe(201);
    return browser;
  };
  /** A code per call, each of a later step: no code counts twice. */
  const nextCode = (key: string): string => {
    clock.moment = new Date(clock.moment.getTime() + 60_000);
    return totpCode(fromBase32(key), totpStep(clock.moment));
  };
  const setUp = async (browser: HttpClient): Promise<string> => {
    const { body, status } = await browser.post('/api/v1/me/second-factor');
    expect(status).toBe(201);
    const confirmed = await browser.post('/api/v1/me/second-factor/confirmation', {
      code: nextCode(body.key),
    });
    expect(confirmed.status).toBe(200);
    return body.key as string;
  };

  it('opens nothing to whoever has not signed in, nor to a made-up or doubled cookie', async () => {
    const browser = client();
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    browser.setCookie('sid', 'A'.repeat(43));
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    const real = await signIn(await account('regional-reader'));
    const token = real.cookies.get('sid') ?? '';
    const twice = await client().send('GET', '/api/v1/me', undefined, {
      cookie: `sid=${token}; sid=${token}`,
    });
    expect(twice.status).toBe(401);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const email = await account('regional-reader');
    const { headers } = await client().post('/api/v1/sessions', { email: email.toUpperCase(), password });
    const [sid] = headers.getSetCookie();
    expect(sid).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400$/);
  });

  it('answers a wrong password and an unknown account alike', async () => {
    const email = await account('regional-reader');
    const wrong = await client().post('/api/v1/sessions', { email, password: 'five lamps and a kite' });
    const unknown = await client().post('/api/v1/sessions', { email: 'nobody@aurora.example', password });
    expect(wrong.status).toBe(401);
    const { correlationId: _one, ...first } = wrong.body;
    const { correlationId: _two, ...second } = unknown.body;
    expect(first).toEqual(second);
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  it('gives an officer the rights of an officer only behind the second factor', async () => {
    const email = await account('officer');
    const browser = await signIn(email);
    expect((await browser.get('/api/v1/me')).body.roles).toEqual(['signed-in']);
    expect((await browser.get('/api/v1/imports')).status).toBe(403);
    const before = browser.cookies.get('sid');
    const key = await setUp(browser);
    expect(browser.cookies.get('sid')).not.toBe(before);
    expect((await browser.get('/api/v1/me')).body.roles).toEqual(['signed-in', 'officer']);
    expect((await browser.get('/api/v1/imports')).status).toBe(200);

    const again = await signIn(email);
    expect((await again.get('/api/v1/imports')).status).toBe(403);
    const code = nextCode(key);
    expect((await again.post('/api/v1/sessions/current/code', { code: '000000' })).status).toBe(401);
    const old = again.cookies.get('sid') ?? '';
    expect((await again.post('/api/v1/sessions/current/code', { code })).status).toBe(200);
    expect((await again.get('/api/v1/imports')).status).toBe(200);
    // what somebody may have learned of the session before it rose is worth nothing
    const thief = client();
    thief.setCookie('sid', old);
    expect((await thief.get('/api/v1/me')).status).toBe(401);
    // the same code again, by whoever looked over the shoulder
    const watcher = await signIn(email);
    expect((await watcher.post('/api/v1/sessions/current/code', { code })).status).toBe(401);
  });

  it('does not replace a second factor that is in force', async () => {
    const browser = await signIn(await account('officer'));
    await setUp(browser);
    expect((await browser.post('/api/v1/me/second-factor')).status).toBe(409);
  });

  it('lists one’s own sessions, ends one of them, and nobody else’s', async () => {
    const email = await account('regional-reader');
    const [here, there] = [await signIn(email), await signIn(email)];
    const stranger = await signIn(await account('regional-reader'));
    const { items } = (await here.get('/api/v1/sessions')).body;
    expect(items).toHaveLength(2);
    const other = items.find(({ current }: { current: boolean }) => !current).id;
    expect((await stranger.send('DELETE', `/api/v1/sessions/${other}`)).status).toBe(404);
    expect((await there.get('/api/v1/me')).status).toBe(200);
    expect((await here.send('DELETE', `/api/v1/sessions/${other}`)).status).toBe(204);
    expect((await there.get('/api/v1/me')).status).toBe(401);
  });

  it('signs out: the cookie is taken back and worth nothing', async () => {
    const browser = await signIn(await account('regional-reader'));
    const token = browser.cookies.get('sid') ?? '';
    const out = await browser.send('DELETE', '/api/v1/sessions/current');
    expect(out.status).toBe(204);
    expect(browser.cookies.has('sid')).toBe(false);
    browser.setCookie('sid', token);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
  });

  it('sets one’s own name, which no mail or list can be deceived with', async () => {
    const browser = await signIn(await account('regional-reader'));
    const rename = (name: string) => browser.send('PATCH', '/api/v1/me', { name });
    for (const name of ['Ada\r\nBcc: all@prova.example', 'Ada \u202egnp', ' '])
      expect((await rename(name)).body.code).toBe('accounts.bad-user');
    expect((await rename('Ada Conti')).status).toBe(204);
    expect((await browser.get('/api/v1/me')).body.name).toBe('Ada Conti');
  });

  it('changes the password with the old one, and signs out everywhere else', async () => {
    const email = await account('regional-reader');
    const [here, there] = [await signIn(email), await signIn(email)];
    const next = 'sixteen geese over the lake';
    const change = (current: string, to: string) =>
      here.send('PUT', '/api/v1/me/password', { current, next: to });
    expect((await change('wrong wrong wrong', next)).status).toBe(401);
    expect((await change(password, 'short')).body.code).toBe('accounts.bad-password');
    expect((await change(password, next)).status).toBe(204);
    expect((await here.get('/api/v1/me')).status).toBe(200);
    expect((await there.get('/api/v1/me')).status).toBe(401);
    expect((await client().post('/api/v1/sessions', { email, password })).status).toBe(401);
    expect((await client().post('/api/v1/sessions', { email, password: next })).status).toBe(201);
  });

  it('ends a session that was not used, or that is old, and the sessions of a disabled account', async () => {
    const owner = async (email: string, sql: string): Promise<void> => {
      await service.database.unitOfWork.run(systemScope(), ({ manager }) => manager.query(sql, [email]));
    };
    const of = '(select id from user_account where email = $1)';
    for (const sql of [
      `update user_session set seen_at = now() - interval '61 minutes' where user_id = ${of}`,
      `update user_session set ends_at = now() where user_id = ${of}`,
      'update user_account set disabled_at = now() where email = $1',
    ]) {
      const email = await account('regional-reader');
      const browser = await signIn(email);
      expect((await browser.get('/api/v1/me')).status).toBe(200);
      await owner(email, sql);
      expect((await browser.get('/api/v1/me')).status).toBe(401);
    }
  });

  /** Asks who one is under a name of the asker's choice, which fetch does not let one choose. */
  const underName = (host: string, cookie: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const asked = request(`${service.address}/api/v1/me`, { headers: { host, cookie } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject);
      asked.end();
    });

  it('refuses an unsafe request with a cookie that does not say where it comes from', async () => {
    const browser = await signIn(await account('regional-reader'));
    const cookie = `sid=${browser.cookies.get('sid') ?? ''}`;
    const send = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${service.address}/api/v1/sessions/current`, {
        method: 'DELETE',
        headers: { cookie, ...headers },
      });
    const { port } = new URL(service.address);
    for (const headers of [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      // what one header claims, the other takes back
      { 'sec-fetch-site': 'cross-site', origin: service.address },
      { 'sec-fetch-site': 'same-origin, cross-site' },
      ...[
        'null',
        'https://evil.example',
        `${service.address}.evil.example`,
        `http://evil.example:${port}`,
        `http://127.0.0.1:${Number(port) + 1}`,
        `https://127.0.0.1:${port}`,
        `${service.address} http://evil.example`,
      ].map((origin) => ({ origin })),
    ])
      expect([headers, (await send(headers)).status]).toEqual([headers, 403]);
    // a name of somebody else’s that leads to this machine, at which a browser would send nothing forged at all
    for (const host of [`evil.example:${port}`, `127.0.0.1.evil.example`, `localhost@evil.example`])
      expect([host, await underName(host, cookie)]).toEqual([host, 403]);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    expect((await send({ origin: service.address })).status).toBe(204);
  });

  it('slows guessing down, keeps to its answer for unknown accounts, and lets the owner in from their own browser', async () => {
    const email = await account('regional-reader');
    const home = await signIn(email);
    for (const target of [email, 'nobody.at.all@aurora.example']) {
      const answers = [];
      for (let guess = 0; guess < 7; guess += 1)
        answers.push(
          (await client().post('/api/v1/sessions', { email: target, password: 'a wrong one of these' }))
            .status,
        );
      expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
    }
    const refused = await client().post('/api/v1/sessions', { email, password });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await home.post('/api/v1/sessions', { email, password })).status).toBe(201);
  });

  it('keeps no token and no password as it is', async () => {
    const email = await account('regional-reader');
    const browser = await signIn(email);
    const stored = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<object[]>(
        'select s.*, u.* from user_session s, user_secret u where s.user_id = u.user_id',
      ),
    );
    const text = JSON.stringify(stored);
    for (const token of browser.cookies.values()) expect(text).not.toContain(token);
    expect(text).toContain('$argon2id$v=19$m=65536,t=3,p=1$');
    expect(text).not.toContain(password);
  });
});
