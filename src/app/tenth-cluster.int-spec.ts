import { HttpClient, type Answer } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { openSession } from '../../test/support/signed-in.js';
import { CreateUser, reachEveryCluster, UserStore, type Grant } from '../accounts/index.js';
import { systemScope } from '../platform/database/scope.js';

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('C-12: a tenth cluster', () => {
  let service: HttpService;
  let operator: HttpClient;
  let manager: HttpClient;
  beforeAll(async () => {
    service = await openHttpService({ demo: true });
    const { id } = await service.app.get(CreateUser).create('proof', {
      email: 'operatrice@prova.example',
      name: 'Olga Prova',
      language: 'it',
      password: null,
      grants: [{ role: 'operator', cluster: null, organisation: null } satisfies Grant],
      demo: false,
    });
    operator = await signedIn(id);
  }, 120_000);
  afterAll(() => service.close());

  const signedIn = async (user: string): Promise<HttpClient> => {
    const client = new HttpClient(service.address);
    client.setCookie('sid', await openSession(service, user));
    return client;
  };
  const byEmail = async (email: string): Promise<HttpClient> => {
    const user = await service.database.unitOfWork.run(systemScope(), (unit) =>
      service.app.get(UserStore).byEmail(unit, email),
    );
    return signedIn(user?.id ?? '');
  };
  const people = async (
    by: HttpClient,
  ): Promise<{ id: string; email: string; role: string; self: boolean }[]> =>
    ((await by.get('/api/v1/cluster/people')).body as { items: never[] }).items;
  const person = (email: string, role = 'officer') => ({
    email,
    name: 'Persona Prova',
    language: 'it',
    role,
  });

  it('is taken in by an operator, who gives it its first manager, told by mail', async () => {
    const made = await operator.post('/api/v1/clusters', {
      slug: 'decimo',
      nameEn: 'Tenth Cluster',
      nameIt: 'Decimo Cluster',
    });
    expect(made.status).toBe(201);
    expect((await operator.post('/api/v1/clusters', made.body)).status).toBe(400); // an id is nobody's to give
    const first = await operator.post(
      '/api/v1/cluster/people?cluster=decimo',
      person('prima@decimo.example', 'manager'),
    );
    expect([first.status, first.text]).toEqual([204, '']);
    const mails = await service.database.unitOfWork.run(systemScope(), ({ manager: db }) =>
      db.query<{ content: { kind: string } }[]>(
        `select content from mail_delivery where mail = 'account-notice'`,
      ),
    );
    expect(mails.map(({ content }) => content.kind)).toContain('roles-changed');
    manager = await byEmail('prima@decimo.example');
    expect((await manager.get('/api/v1/cluster')).body).toMatchObject({ slug: 'decimo', hasLogo: false });
  });

  it('is branded by its own staff: name, colours that can be read, sender, languages, days, a logo without scripts', async () => {
    const wanted = {
      nameEn: 'Tenth Cluster',
      nameIt: 'Decimo Cluster Tecnologico',
      colour: '#7a1f5c',
      senderName: 'Decimo Cluster',
      languages: ['it'],
      timeZone: 'Europe/Rome',
      patronSaint: '02-29',
      closedOn: ['2026-12-31', '2026-12-24'],
    };
    const put = (change: object): Promise<Answer> =>
      manager.send('PUT', '/api/v1/cluster', { ...wanted, ...change });
    const saved = await put({});
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ ...wanted, closedOn: ['2026-12-24', '2026-12-31'] });
    for (const [change, said] of [
      [{ colour: '#ffee00' }, 'white text cannot be read'],
      [{ timeZone: 'Europe/Atlantis' }, 'no such time zone'],
      [{ patronSaint: '02-30' }, 'no such day'],
      [{ senderName: 'Banca <info@banca.example>' }, 'write a name'],
      [{ senderName: 'Bcc:\u2028x' }, 'senderName'],
      [{ senderName: 'Decimo\r\nBcc x' }, 'senderName'],
      [{ nameEn: 'Tenth\r\nBcc: all@victim.example' }, 'nameEn'],
      [{ nameIt: 'Decimo\u0007' }, 'nameIt'],
      [{ nameIt: 'Decimo\u202e' }, 'nameIt'],
    ] as const) {
      const refused = await put(change);
      expect([refused.status, refused.body.code]).toEqual([422, 'accounts.bad-cluster']);
      expect(refused.body.detail).toContain(said);
    }
    expect((await put({ colour: 'red; background: url(x)' })).status).toBe(400);

    expect((await manager.upload('PUT', '/api/v1/cluster/logo', 'logo.png', png)).status).toBe(204);
    const logo = await manager.get('/api/v1/cluster/logo');
    expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(logo.headers.get('content-security-policy')).toContain('sandbox');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const [name, bytes] of [
      ['logo.png', svg],
      ['logo.png', Buffer.concat([png, Buffer.alloc(300_000)])],
      ['logo.png', Buffer.alloc(0)],
    ] as const)
      expect((await manager.upload('PUT', '/api/v1/cluster/logo', name, bytes)).body.code).toBe(
        'accounts.bad-cluster',
      );
    expect((await manager.get('/api/v1/cluster/logo')).status).toBe(200);

    // its people see it around every page, and nobody else
    const brandOf = async (by: HttpClient): Promise<Record<string, string> | null> =>
      (await by.get('/api/v1/me')).body.brand;
    const brand = { nameIt: 'Decimo Cluster Tecnologico', colour: '#7a1f5c' };
    expect(await brandOf(manager)).toMatchObject({
      ...brand,
      logoVersion: expect.stringMatching(/^\w{32}$/),
    });
    expect((await manager.get('/api/v1/me/logo?version=1')).headers.get('content-type')).toBe('image/png');
    expect(await brandOf(operator)).toBeNull();
    expect((await operator.get('/api/v1/me/logo')).status).toBe(404);
  });

  it('decides who works in it, keeps a last manager whatever two of them do at once, and imports', async () => {
    const add = (email: string, role?: string): Promise<Answer> =>
      manager.post('/api/v1/cluster/people', person(email, role));
    expect((await add('addetta@decimo.example')).status).toBe(204);
    expect((await add('addetta@decimo.example')).body.code).toBe('accounts.already-staff');
    const [only] = (await people(manager)).filter(({ role }) => role === 'manager');
    expect(only?.self).toBe(true);
    const end = (by: HttpClient, id: string): Promise<Answer> =>
      by.send('DELETE', `/api/v1/cluster/people/${id}`);
    expect((await end(manager, only!.id)).body.code).toBe('accounts.last-of-staff');
    const lowered = await manager.send('PATCH', `/api/v1/cluster/people/${only!.id}`, { role: 'officer' });
    expect(lowered.body.code).toBe('accounts.last-of-staff');

    expect((await add('seconda@decimo.example', 'manager')).status).toBe(204);
    const second = await byEmail('seconda@decimo.example');
    const managers = (await people(manager)).filter(({ role }) => role === 'manager');
    expect(managers).toHaveLength(2);
    // each takes the other's role away at the same moment
    const [mine, theirs] = [managers.find(({ self }) => self), managers.find(({ self }) => !self)];
    const both = await Promise.all([end(manager, theirs!.id), end(second, mine!.id)]);
    const left = await people(operatorOf(both, manager, second));
    expect(left.filter(({ role }) => role === 'manager')).toHaveLength(1);
    expect(both.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);

    const officer = await byEmail('addetta@decimo.example');
    const [self] = (await people(officer)).filter((one) => one.self);
    const mandate = { pilot: 'vanguard-esm', part: 'representative' };
    const given = await officer.send('PATCH', `/api/v1/cluster/people/${self!.id}`, { mandate });
    expect(given.status).toBe(204);
    expect((await people(officer)).find((one) => one.self)).toMatchObject({ mandate });

    const list = Buffer.from(
      'Ragione sociale,Comune,Attività\nProva Decima Srl,Milano,Saldatura di moduli batteria\n',
    );
    const preview = await officer.upload('POST', '/api/v1/imports', 'soci.csv', list);
    expect([preview.status, preview.text.slice(0, 0)]).toEqual([201, '']);
    const applied = await officer.post(`/api/v1/imports/${(preview.body as { id: string }).id}/apply`, {});
    expect(applied.status).toBeLessThan(300);
    const found = await officer.get('/api/v1/organisations?search=Prova%20Decima');
    expect((found.body as { total: number }).total).toBe(1);
    expect(found.text).toContain('Prova Decima Srl');

    // a member of the one cluster sees its mark, one of two sees none
    const own = (found.body as { items: { id: string }[] }).items[0]?.id ?? '';
    const grants = [{ role: 'editor', cluster: null, organisation: own }] as const;
    const { id } = await service.app.get(CreateUser).create('proof', {
      ...person('socia@decima.example'),
      language: 'it',
      password: null,
      grants,
      demo: false,
    });
    const socia = await signedIn(id);
    expect((await socia.get('/api/v1/me')).body.brand).toMatchObject({ colour: '#7a1f5c' });
    expect((await socia.get('/api/v1/me/logo')).status).toBe(200);
    await service.database.unitOfWork.run(systemScope(), async (unit) => {
      await reachEveryCluster(unit);
      await unit.manager.query(
        `insert into membership (id, cluster_id, organisation_id) select gen_random_uuid(), id, $1 from cluster where slug = 'clm'`,
        [own],
      );
    });
    expect((await socia.get('/api/v1/me')).body.brand).toBeNull();
    expect((await socia.get('/api/v1/me/logo')).status).toBe(404);
  });

  it('takes two sessions that change one part at once one after the other, and no name of control characters', async () => {
    const [left] = (await people(await byEmail('addetta@decimo.example'))).filter(
      ({ role }) => role === 'manager',
    );
    const [boss, other] = [await byEmail(left?.email ?? ''), await byEmail(left?.email ?? '')];
    for (const name of ['\u0000\u0001\u001b[2J', 'Ada\r\nBcc: all@victim.example', '\u200b\u2060']) {
      const refused = await boss.post('/api/v1/cluster/people', { ...person('nome@decimo.example'), name });
      expect([name, refused.status >= 400 && refused.status < 500]).toEqual([name, true]);
    }
    // both add the same person at the same moment: there is one account, with one part
    const adding = await Promise.all(
      [boss, other].map((who) => who.post('/api/v1/cluster/people', person('doppia@decimo.example'))),
    );
    expect(adding.map(({ status }) => status).sort()).toEqual([204, 409]);
    const doubled = async () => (await people(boss)).filter(({ email }) => email === 'doppia@decimo.example');
    const [part, ...more] = await doubled();
    expect(more).toEqual([]);
    const path = `/api/v1/cluster/people/${part?.id}`;
    const changing = await Promise.all([
      boss.send('PATCH', path, { role: 'manager' }),
      other.send('PATCH', path, { role: 'officer' }),
      boss.send('DELETE', path),
      other.send('DELETE', path),
    ]);
    expect(changing.filter(({ status }) => status >= 500)).toEqual([]);
    // ended once, whoever came first, and nothing that came after brought it back
    expect(
      changing
        .slice(2)
        .map(({ status }) => status)
        .sort(),
    ).toEqual([204, 404]);
    expect(await doubled()).toEqual([]);
  });

  it('shows nobody else what is its own, and lets no member or other cluster in', async () => {
    const outsider = await operator.post(
      '/api/v1/cluster/people?cluster=clm',
      person('altra@clm.example', 'manager'),
    );
    expect(outsider.status).toBe(204);
    const other = await byEmail('altra@clm.example');
    for (const path of [
      '/cluster?cluster=decimo',
      '/cluster/people?cluster=decimo',
      '/cluster/logo?cluster=decimo',
    ])
      expect((await other.get(`/api/v1${path}`)).status).toBe(404);
    const [theirs] = (
      (await operator.get('/api/v1/cluster/people?cluster=decimo')).body as { items: { id: string }[] }
    ).items;
    const ended = await other.send('DELETE', `/api/v1/cluster/people/${theirs!.id}`);
    expect(ended.body.code).toBe('accounts.person-not-found');
    expect((await other.post('/api/v1/clusters', { slug: 'undici', nameEn: 'X', nameIt: 'X' })).status).toBe(
      403,
    );
  });

  /** Whose role was not ended. */
  const operatorOf = ([first]: readonly Answer[], one: HttpClient, two: HttpClient): HttpClient =>
    first?.status === 204 ? one : two;
});
