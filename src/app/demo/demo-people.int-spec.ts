import { HttpClient } from '../../../test/support/http-client.js';
import { serveDemonstration, type ServedService } from '../../../test/support/wired-service.js';
import { CreateUser } from '../../accounts/index.js';
import { DemoPeople, demoPassword } from './demo-people.js';

describe('the people of the demonstration', () => {
  let service: ServedService;
  beforeAll(async () => {
    service = await serveDemonstration(new Date('2026-11-22T09:00:00Z'));
  }, 120_000);
  afterAll(() => service.close());

  const signIn = async (email: string): Promise<HttpClient> => {
    const browser = new HttpClient(service.address);
    const { body } = await browser.post('/api/v1/sessions', { email, password: demoPassword });
    expect(body.secondFactor).toBe('not-needed');
    return browser;
  };
  const roles = async (browser: HttpClient): Promise<unknown> =>
    (await browser.get('/api/v1/me')).body?.roles;

  it('are made once, and sign in with the rights they are listed with', async () => {
    const people = await service.app.get(DemoPeople).ensure();
    expect(await service.app.get(DemoPeople).ensure()).toEqual(people);
    const found = await Promise.all(people.map(async ({ email }) => roles(await signIn(email))));
    expect(found).toEqual([
      ['signed-in', 'officer'],
      ['signed-in', 'manager'],
      ['signed-in', 'officer'],
      ['signed-in', 'member', 'editor'],
      ['signed-in', 'member', 'editor', 'committer'],
      ['signed-in', 'member', 'editor', 'committer'],
      ['signed-in', 'member', 'editor'],
      ['signed-in', 'operator'],
    ]);
  });

  it('see their own cluster’s members, an organisation’s people their organisation alone', async () => {
    const counted = async (email: string, query: string): Promise<number> =>
      (await (await signIn(email)).get(`/api/v1/organisations?limit=1&${query}`)).body.total;
    const afil = await counted('officer@afil.example', 'members=own');
    expect(afil).toBeGreaterThan(0);
    expect(await counted('officer@catal.example', 'members=own')).not.toBe(afil);
    expect(await counted('editor@member.example', '')).toBeLessThan(
      await counted('officer@afil.example', ''),
    );
  });

  it('have among them the owner of a small firm that has been in no project', async () => {
    const browser = await signIn('owner@small.example');
    const { body: me } = await browser.get('/api/v1/me');
    const { body } = await browser.get(`/api/v1/organisations/${me.organisation}`);
    expect(body).toMatchObject({ sme: true, type: 'PRC' });
    expect((await browser.get('/api/v1/for-you')).body).toMatchObject({
      organisationName: 'Torneria Galvesio S.n.c.',
    });
  });

  it('go with the demonstration set', async () => {
    const people = service.app.get(DemoPeople);
    expect(await people.exist()).toBe(true);
    const browser = await signIn('operator@tessera.example');
    expect(await people.remove()).toBe(8);
    expect(await people.exist()).toBe(false);
    expect(await roles(browser)).toEqual(['signed-in', 'officer']); // nobody in particular, as without a session
    expect(await people.ensure()).toHaveLength(8);
  });

  it('close the demonstration to whoever has not signed in, once a person has an account', async () => {
    const stranger = new HttpClient(service.address);
    expect(await roles(stranger)).toEqual(['signed-in', 'officer']);
    await service.app.get(CreateUser).create('terminal', {
      email: 'ada@example.org',
      name: 'Ada Bianchi',
      language: 'it',
      password: null,
      grants: [{ role: 'operator', cluster: null, organisation: null }],
      demo: false,
    });
    expect((await stranger.get('/api/v1/me')).status).toBe(401);
    expect((await stranger.get('/api/v1/opportunities')).status).toBe(401);
  });

  it('go as soon as somebody real is in charge, and do not come again', async () => {
    const people = service.app.get(DemoPeople);
    expect(await people.exist()).toBe(false);
    expect(await people.ensure()).toEqual([]);
    expect(await people.exist()).toBe(false);
  });
});
