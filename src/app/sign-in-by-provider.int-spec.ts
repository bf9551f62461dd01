import { randomUUID } from 'node:crypto';

import { forgingProvider, type ForgingProvider, type Forgery } from '../../test/support/forging-provider.js';
import { HttpClient, type Answer } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { openIdProvider, type OpenIdProvider } from '../../test/support/open-id-provider.js';
import { CreateUser, SignInProviders, type Grant } from '../accounts/index.js';
import { systemScope } from '../platform/database/scope.js';

const publicUrl = 'https://tessera.example';
const password = 'four lamps and a kite';

describe('signing in by a provider', () => {
  let service: HttpService;
  let honest: OpenIdProvider;
  let forging: ForgingProvider;
  beforeAll(async () => {
    honest = await openIdProvider(`${publicUrl}/sign-in/provider`);
    forging = await forgingProvider();
    const usual = { clientId: 'tessera', twoFactorAcr: [] };
    const providers = new SignInProviders([
      { ...usual, ...honest, name: 'honest', title: 'Honest' },
      { ...usual, name: 'forging', title: 'Forging', issuer: forging.issuer, clientSecret: 'x' },
      {
        ...usual,
        ...{ name: 'strong', title: 'Strong', issuer: forging.issuer, clientSecret: 'x' },
        twoFactorAcr: ['urn:two'],
      },
    ]);
    service = await openHttpService({ platform: { providers } });
  }, 120_000);
  afterAll(async () => {
    await (service as HttpService | undefined)?.close();
    await honest.close();
    await forging.close();
  });
  beforeEach(async () => {
    forging.forge = {};
    await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query('delete from throttle'),
    );
  });

  const person = async (email: string, grants: readonly Grant[] = []): Promise<HttpClient> => {
    const input = { name: 'Ada Bianchi', language: 'it', email, password, grants, demo: false } as const;
    await service.app.get(CreateUser).create('test', input);
    const browser = new HttpClient(service.address);
    expect((await browser.post('/api/v1/sessions', { email, password })).status).toBe(201);
    return browser;
  };
  const ask = async (browser: HttpClient, path: string): Promise<string> => {
    const { status, body } = await browser.post(path);
    expect(status).toBe(201);
    return body.address as string;
  };
  const answer = (browser: HttpClient, query: string): Promise<Answer> =>
    browser.post('/api/v1/sessions/provider-answer', { query });
  const throughForging = async (browser: HttpClient, path: string, forge: Forgery = {}): Promise<Answer> => {
    forging.forge = forge;
    return answer(browser, forging.answer(await ask(browser, path)));
  };
  const linkHonest = async (browser: HttpClient, subject: string): Promise<Answer> =>
    answer(browser, await honest.walk(await ask(browser, '/api/v1/me/identities/honest'), subject));
  const signInHonest = async (subject: string): Promise<{ browser: HttpClient; said: Answer }> => {
    const browser = new HttpClient(service.address);
    const address = await ask(browser, '/api/v1/sessions/providers/honest');
    return { browser, said: await answer(browser, await honest.walk(address, subject)) };
  };

  it('lists who can be asked, and asks with PKCE, state and nonce', async () => {
    const browser = new HttpClient(service.address);
    expect((await browser.get('/api/v1/sessions/providers')).body.items[0]).toEqual({
      name: 'honest',
      title: 'Honest',
    });
    const { searchParams } = new URL(await ask(browser, '/api/v1/sessions/providers/honest'));
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('redirect_uri')).toBe(`${publicUrl}/sign-in/provider`);
    for (const name of ['code_challenge', 'state', 'nonce']) expect(searchParams.get(name)).toMatch(/.{43}/);
    expect((await browser.post('/api/v1/sessions/providers/nobody')).body.code).toBe(
      'accounts.provider-not-found',
    );
  });

  it('links an identity by signing in here and there, and signs in by it from then on', async () => {
    const ada = await person('ada@prova.example');
    expect((await linkHonest(ada, 'ada-there')).body).toEqual({ done: 'linked', signedIn: null });
    const { items } = (await ada.get('/api/v1/me/identities')).body;
    expect(items).toMatchObject([{ provider: 'honest', title: 'Honest', usedAt: null }]);

    const { browser, said } = await signInHonest('ada-there');
    expect([said.status, said.body.done, said.body.signedIn.name]).toEqual([201, 'signed-in', 'Ada Bianchi']);
    expect((await browser.get('/api/v1/me')).body).toMatchObject({ email: 'ada@prova.example', factors: 1 });

    expect((await browser.send('DELETE', `/api/v1/me/identities/${items[0].id}`)).status).toBe(204);
    expect((await signInHonest('ada-there')).said.body.code).toBe('accounts.not-linked');
  });

  it('knows nobody by a mail address, however verified, and makes no account', async () => {
    const email = 'bea@prova.example';
    await person(email);
    const stranger = new HttpClient(service.address);
    for (const verified of [true, false]) {
      const said = await throughForging(stranger, '/api/v1/sessions/providers/forging', {
        claims: { sub: `bea ${verified}`, email, email_verified: verified },
      });
      expect([said.status, said.body.code]).toEqual([401, 'accounts.not-linked']);
    }
    expect((await stranger.get('/api/v1/me')).status).toBe(401);
  });

  it('gives one identity to one account', async () => {
    const [first, second] = [await person('carla@prova.example'), await person('dora@prova.example')];
    await linkHonest(first, 'shared-there');
    expect((await linkHonest(second, 'shared-there')).body.code).toBe('accounts.identity-taken');
    const { items } = (await first.get('/api/v1/me/identities')).body;
    expect((await second.send('DELETE', `/api/v1/me/identities/${items[0].id}`)).status).toBe(404);
  });

  it('asks staff for their second factor all the same, unless the provider says it was shown', async () => {
    const grant = { role: 'operator', cluster: null, organisation: null } as const;
    const operator = await person('emma@prova.example', [grant]);
    await throughForging(operator, '/api/v1/me/identities/forging', { claims: { sub: 'emma' } });
    const browser = new HttpClient(service.address);
    const plain = { sub: 'emma', acr: 'urn:two' };
    const weak = await throughForging(browser, '/api/v1/sessions/providers/forging', { claims: plain });
    expect(weak.body.signedIn.secondFactor).toBe('to-be-set-up');
    expect((await browser.get('/api/v1/me')).body.roles).not.toContain('operator');
    const one = await throughForging(browser, '/api/v1/sessions/providers/strong', {
      claims: { sub: 'emma', acr: 'urn:one' },
    });
    expect(one.body.signedIn.secondFactor).toBe('to-be-set-up');
    const strong = await throughForging(browser, '/api/v1/sessions/providers/strong', { claims: plain });
    expect(strong.body.signedIn.secondFactor).toBe('shown');
    expect((await browser.get('/api/v1/me')).body.roles).toContain('operator');
  });

  const now = Math.floor(Date.now() / 1_000);
  it.each<[string, Forgery]>([
    ['of another nonce', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['of another issuer', { claims: { iss: 'https://accounts.elsewhere.example' } }],
    ['for another client', { claims: { aud: 'somebody-else' } }],
    ['that has expired', { claims: { iat: now - 7_200, exp: now - 3_600 } }],
    ['without a subject', { claims: { sub: '' } }],
    ['signed with another key', { foreignKey: true }],
    ['without a signature', { alg: 'none' }],
    ['beside another issuer’s name (mix-up)', { answerIssuer: 'https://accounts.elsewhere.example' }],
  ])('refuses a token %s', async (name, forge) => {
    const finn = await person(`${randomUUID()}@prova.example`);
    expect((await throughForging(finn, '/api/v1/me/identities/forging', { claims: { sub: name } })).status).toBe(201); // prettier-ignore
    const thief = new HttpClient(service.address);
    const forged = { ...forge, claims: { sub: name, ...forge.claims } };
    const said = await throughForging(thief, '/api/v1/sessions/providers/forging', forged);
    expect([said.status, said.body.code]).toEqual([401, 'accounts.wrong-identity']);
    expect((await thief.get('/api/v1/me')).status).toBe(401);
  });

  it('takes an answer once, in the browser that asked, in time, of the provider that was asked', async () => {
    const gina = await person('gina@prova.example');
    await throughForging(gina, '/api/v1/me/identities/forging', { claims: { sub: 'gina' } });
    forging.forge = { claims: { sub: 'gina' } };
    const begin = async (browser: HttpClient): Promise<string> =>
      forging.answer(await ask(browser, '/api/v1/sessions/providers/forging'));

    const browser = new HttpClient(service.address);
    const query = await begin(browser);
    const other = new HttpClient(service.address);
    await begin(other);
    expect((await answer(other, query)).body.code).toBe('accounts.wrong-identity');
    expect((await answer(browser, query)).status).toBe(201);
    expect((await answer(browser, query)).body.code).toBe('accounts.wrong-identity');

    const late = await begin(browser);
    await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query(`update sign_in_attempt set ends_at = now() - interval '1 second'`),
    );
    expect((await answer(browser, late)).body.code).toBe('accounts.wrong-identity');

    // the answer of the forging provider to a question for the honest one
    const mixed = new URL(await ask(browser, '/api/v1/sessions/providers/honest'));
    expect((await answer(browser, forging.answer(mixed.href))).body.code).toBe('accounts.wrong-identity');
    for (const odd of ['x', 'state=x&code=y', `state=${'A'.repeat(43)}`, 'error=access_denied', '%ff#x'])
      expect((await answer(browser, odd)).body.code).toBe('accounts.wrong-identity');
  });

  it('links for nobody else than who asked, and not long after the last proof', async () => {
    const hugo = await person('hugo@prova.example');
    const query = forging.answer(await ask(hugo, '/api/v1/me/identities/forging'));
    const thief = await person('thief@prova.example');
    thief.setCookie('asked', new URLSearchParams(query).get('state') ?? '');
    expect((await answer(thief, query)).body.code).toBe('accounts.wrong-identity');
    await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query(`update user_session set proved_at = now() - interval '16 minutes'`),
    );
    expect((await hugo.post('/api/v1/me/identities/forging')).body.code).toBe('accounts.sign-in-again');
  });

  it('says so where a provider is away', async () => {
    const gone = await forgingProvider();
    await gone.close();
    const providers = service.app.get(SignInProviders).all as unknown as object[];
    providers.push({ ...providers[1], name: 'gone', title: 'Gone', issuer: gone.issuer });
    const said = await new HttpClient(service.address).post('/api/v1/sessions/providers/gone');
    expect([said.status, said.body.code]).toEqual([503, 'accounts.provider-away']);
  });
});
