import { HttpClient } from '../../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../../test/support/http-service.js';
import { SoftwareAuthenticator, type Misbehaviour } from '../../../test/support/software-authenticator.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { newId } from '../../platform/ids/uuid.js';
import { CreateCluster, CreateUser, type Cluster, type User } from '../index.js';
import { totpCode, totpStep } from '../passwords/totp.js';

const password = 'four lamps and a kite';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Buffer {
  const bits = [...text].map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

describe('second factors', () => {
  let service: HttpService;
  let cluster: Cluster;
  let origin: string;
  beforeAll(async () => {
    service = await openHttpService();
    origin = service.address.replace('127.0.0.1', 'localhost');
    const named = { slug: 'aur', nameEn: 'Aurora', nameIt: 'Aurora', ecosystems: [], city: null, url: null };
    cluster = await service.app.get(CreateCluster).run(systemScope(), named);
  });
  afterAll(() => service.close());

  const account = async (role: 'officer' | 'regional-reader'): Promise<string> => {
    const email = `${newId()}@aurora.example`;
    const grants = [{ role, cluster: role === 'officer' ? cluster.id : null, organisation: null }];
    const person = { email, name: 'Ada Bianchi', language: 'it', password, grants, demo: false } as const;
    await service.app.get(CreateUser).create('terminal', person);
    return email;
  };
  const signIn = async (email: string) => {
    const browser = new HttpClient(origin);
    const { status, body } = await browser.post('/api/v1/sessions', { email, password });
    expect(status).toBe(201);
    return { browser, ways: body.ways as string[], secondFactor: body.secondFactor as string };
  };
  const addPasskey = async (
    browser: HttpClient,
    key = new SoftwareAuthenticator(origin),
    wrong: Misbehaviour = {},
  ) => {
    const question = await browser.post('/api/v1/me/passkeys/question');
    expect(question.status).toBe(201);
    const made = await browser.post('/api/v1/me/passkeys', {
      name: 'telephone',
      ...key.make(question.body, wrong),
    });
    return { key, made, question: question.body };
  };
  const withPasskey = async (key: SoftwareAuthenticator, wrong: Misbehaviour = {}) => {
    const browser = new HttpClient(origin);
    const { body } = await browser.post('/api/v1/sessions/passkey/question');
    const answer = key.use(body, wrong);
    return { browser, answer, begun: await browser.post('/api/v1/sessions/passkey', answer) };
  };
  const roles = async (browser: HttpClient): Promise<string[]> =>
    (await browser.get('/api/v1/me')).body.roles;
  const asOwner = (sql: string, email: string): Promise<unknown> =>
    service.database.unitOfWork.run(systemScope(), ({ manager }) => manager.query(sql, [email]));
  const of = '(select id from user_account where email = $1)';

  it('lets an officer in with a passkey alone, with all rights: a finger and a device are two factors', async () => {
    const email = await account('officer');
    const { browser, secondFactor } = await signIn(email);
    expect(secondFactor).toBe('to-be-set-up');
    const { key, made } = await addPasskey(browser);
    expect([made.status, made.body.name]).toEqual([201, 'telephone']);
    const { browser: fresh, begun } = await withPasskey(key);
    expect([begun.status, begun.body.secondFactor]).toEqual([201, 'shown']);
    expect(await roles(fresh)).toEqual(['signed-in', 'officer']);
  });

  it('takes a passkey as the second factor after the password, in the place of a code', async () => {
    const email = await account('officer');
    const { key } = await addPasskey((await signIn(email)).browser);
    const { browser, ways, secondFactor } = await signIn(email);
    expect([secondFactor, ways]).toEqual(['asked', ['passkey']]);
    expect(await roles(browser)).toEqual(['signed-in']);
    const { body } = await browser.post('/api/v1/sessions/current/passkey/question');
    expect(body.known).toEqual([{ id: key.id.toString('base64url'), transports: ['internal'] }]);
    const before = browser.cookies.get('sid');
    expect((await browser.post('/api/v1/sessions/current/passkey', key.use(body))).status).toBe(200);
    expect(browser.cookies.get('sid')).not.toBe(before);
    expect(await roles(browser)).toEqual(['signed-in', 'officer']);
  });

  it('does not take somebody else’s passkey as the second factor', async () => {
    const { key } = await addPasskey((await signIn(await account('officer'))).browser);
    const email = await account('officer');
    await addPasskey((await signIn(email)).browser);
    const { browser } = await signIn(email);
    const { body } = await browser.post('/api/v1/sessions/current/passkey/question');
    expect((await browser.post('/api/v1/sessions/current/passkey', key.use(body))).status).toBe(401);
  });

  it.each<[string, Misbehaviour]>([
    ['of another site', { site: 'evil.example' }],
    ['made on another page', { origin: 'https://evil.example' }],
    ['of a device that did not ask who is there', { unverified: true }],
    ['with a spoilt signature', { forged: true }],
    ['that counts backwards, as a copy does', { counter: 0 }],
    ['that says it is somebody else’s', { userHandle: 'A'.repeat(22) }],
  ])('takes no answer %s', async (_what, wrong) => {
    const { key } = await addPasskey((await signIn(await account('regional-reader'))).browser);
    expect((await withPasskey(key)).begun.status).toBe(201);
    const { begun } = await withPasskey(key, wrong);
    expect([begun.status, begun.body.code]).toEqual([401, 'accounts.wrong-passkey']);
  });

  it('takes an answer once, and none to a question that was never asked', async () => {
    const { key } = await addPasskey((await signIn(await account('regional-reader'))).browser);
    const { browser, answer } = await withPasskey(key);
    expect((await browser.post('/api/v1/sessions/passkey', answer)).status).toBe(401);
    const own = key.use({ challenge: 'A'.repeat(43), site: 'localhost' });
    expect((await browser.post('/api/v1/sessions/passkey', own)).status).toBe(401);
  });

  it('keeps no passkey that was made for another site, and the same one once', async () => {
    const { browser } = await signIn(await account('regional-reader'));
    const { made } = await addPasskey(browser, undefined, { origin: 'https://evil.example' });
    expect([made.status, made.body.code]).toEqual([401, 'accounts.wrong-passkey']);
    const { key } = await addPasskey(browser);
    expect((await addPasskey(browser, key)).made.status).toBe(409);
  });

  it('says where passkeys work when asked at an IP address', async () => {
    const answer = await new HttpClient(service.address).post('/api/v1/sessions/passkey/question');
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain(origin);
  });

  it('renames and removes one’s own passkeys, and nobody else’s', async () => {
    const { browser } = await signIn(await account('regional-reader'));
    const stranger = (await signIn(await account('regional-reader'))).browser;
    const { made, key } = await addPasskey(browser);
    const path = `/api/v1/me/passkeys/${made.body.id as string}`;
    expect((await stranger.send('PATCH', path, { name: 'mine' })).status).toBe(404);
    expect((await stranger.send('DELETE', path)).status).toBe(404);
    expect((await browser.send('PATCH', path, { name: 'key\u0007ring' })).status).toBe(422);
    expect((await browser.send('PATCH', path, { name: 'key\u0000ring' })).status).toBe(400);
    expect((await browser.send('PATCH', path, { name: 'key ring' })).status).toBe(204);
    expect((await browser.get('/api/v1/me/passkeys')).body.items[0].name).toBe('key ring');
    expect((await browser.send('DELETE', path)).status).toBe(204);
    expect((await withPasskey(key)).begun.status).toBe(401);
  });

  it('leaves an officer their last second factor, even to two who take two at once', async () => {
    const email = await account('officer');
    const { key, made } = await addPasskey((await signIn(email)).browser);
    const { browser } = await withPasskey(key);
    const first = made.body.id as string;
    const remove = (id: string) => browser.send('DELETE', `/api/v1/me/passkeys/${id}`);
    expect((await remove(first)).body.code).toBe('accounts.last-second-factor');
    const second = (await addPasskey(browser)).made.body.id as string;
    const answers = await Promise.all([remove(first), remove(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('changes nothing for whoever showed the password alone, or long ago', async () => {
    const email = await account('officer');
    const { browser: before } = await signIn(email);
    const { key } = await addPasskey(before);
    const half = (await signIn(email)).browser;
    for (const path of [
      '/api/v1/me/passkeys/question',
      '/api/v1/me/recovery-codes',
      '/api/v1/me/second-factor',
    ])
      expect((await half.post(path)).body.code).toBe('accounts.second-factor-needed');
    const change = { current: password, next: 'seven kites over a lamp' };
    expect((await half.send('PUT', '/api/v1/me/password', change)).body.code).toBe(
      'accounts.second-factor-needed',
    );
    const whole = (await withPasskey(key)).browser;
    await asOwner(
      `update user_session set proved_at = now() - interval '16 minutes' where user_id = ${of}`,
      email,
    );
    expect((await whole.post('/api/v1/me/passkeys/question')).body.code).toBe('accounts.sign-in-again');
  });

  it('takes no authenticator app that was proposed before a passkey came, from the password alone', async () => {
    const email = await account('officer');
    const thief = (await signIn(email)).browser;
    const { key } = (await thief.post('/api/v1/me/second-factor')).body as { key: string };
    await addPasskey((await signIn(email)).browser);
    const { browser } = await signIn(email);
    const code = totpCode(fromBase32(key), totpStep(service.app.get(Clock).now()));
    const { body } = await browser.post('/api/v1/me/second-factor/confirmation', { code });
    expect(body.code).toBe('accounts.second-factor-needed');
    expect(await roles(browser)).toEqual(['signed-in']);
  });

  it('forgets passkeys and recovery codes with a reset: whoever had got in stays out', async () => {
    const email = await account('officer');
    const { key } = await addPasskey((await signIn(email)).browser);
    await (await withPasskey(key)).browser.post('/api/v1/me/recovery-codes');
    const [user] = (await asOwner('select * from user_account where email = $1', email)) as [User];
    await service.app.get(CreateUser).reset('terminal', user, password);
    expect((await withPasskey(key)).begun.status).toBe(401);
    const { browser, secondFactor } = await signIn(email);
    expect(secondFactor).toBe('to-be-set-up');
    expect((await browser.get('/api/v1/me/credentials')).body).toMatchObject({
      passkeys: 0,
      recoveryCodes: 0,
    });
  });

  it('gives ten recovery codes, each of which opens once in the place of the second factor', async () => {
    const email = await account('officer');
    const first = (await signIn(email)).browser;
    expect((await first.post('/api/v1/me/recovery-codes')).body.code).toBe('accounts.no-second-factor');
    const { key } = await addPasskey(first);
    const { browser } = await withPasskey(key);
    const { codes } = (await browser.post('/api/v1/me/recovery-codes')).body as { codes: string[] };
    expect(new Set(codes).size).toBe(10);
    const use = async (code: string | undefined) => {
      const { browser: other, ways } = await signIn(email);
      expect(ways).toContain('recovery-code');
      const { status } = await other.post('/api/v1/sessions/current/recovery-code', { code });
      return { status, held: await roles(other) };
    };
    expect(await use(codes[0]?.toLowerCase())).toEqual({ status: 200, held: ['signed-in', 'officer'] });
    expect((await use(codes[0])).status).toBe(401);
    expect((await browser.get('/api/v1/me/credentials')).body.recoveryCodes).toBe(9);
    await browser.post('/api/v1/me/recovery-codes');
    expect((await use(codes[1])).status).toBe(401);
  });

  it('asks a person who set up an authenticator app for its code, whatever their role', async () => {
    const email = await account('regional-reader');
    const { browser } = await signIn(email);
    const { key } = (await browser.post('/api/v1/me/second-factor')).body as { key: string };
    const code = (step: number) => totpCode(fromBase32(key), totpStep(service.app.get(Clock).now()) + step);
    const confirm = { code: code(0) };
    expect((await browser.post('/api/v1/me/second-factor/confirmation', confirm)).status).toBe(200);
    const again = await signIn(email);
    expect([again.secondFactor, again.ways]).toEqual(['asked', ['code']]);
    expect(await roles(again.browser)).toEqual(['signed-in']);
    expect((await again.browser.post('/api/v1/sessions/current/code', { code: code(1) })).status).toBe(200);
    expect(await roles(again.browser)).toEqual(['signed-in', 'regional-reader']);
    expect((await again.browser.send('DELETE', '/api/v1/me/second-factor')).status).toBe(204);
    expect((await signIn(email)).secondFactor).toBe('not-needed');
  });
});
