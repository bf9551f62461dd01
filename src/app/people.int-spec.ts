import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { mailerTo, mailServer, readable, type MailServer } from '../../test/support/mail-server.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import { until } from '../../test/support/until.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';
import { systemScope } from '../platform/database/scope.js';

describe('people', () => {
  let service: HttpService;
  let mail: MailServer;
  let organisation: string;
  let officer: HttpClient;
  beforeAll(async () => {
    mail = await mailServer();
    service = await openHttpService({
      demo: true,
      work: true,
      platform: {
        mailer: mailerTo(mail.url),
      },
    });
    await service.app.get(DemoPeople).ensure();
    const told = { cluster: 'afil', name: 'Officine Prova Srl', text: 'Battery modules.', invented: false };
    organisation = await tellCluster(service.app, told);
    officer = await signIn('officer@afil.example');
  }, 120_000);
  afterAll(async () => {
    await (service as HttpService | undefined)?.close();
    await mail.close();
  });

  const signIn = async (email: string): Promise<HttpClient> => {
    const browser = new HttpClient(service.address);
    expect((await browser.post('/api/v1/sessions', { email, password: demoPassword })).status).toBe(201);
    return browser;
  };
  const mailTo = async (address: string): Promise<string> => {
    await until('a mail', () => mail.inbox.some(({ to }) => to.includes(address)), 30_000);
    return readable(mail.inbox.find(({ to }) => to.includes(address))?.text ?? '');
  };
  const tokenIn = (text: string): string => /\/invitation#([\w-]{43})/.exec(text)?.[1] ?? '';
  const rowsOf = async (email: string): Promise<number> => {
    const [row] = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ count: number }[]>(
        `select (select count(*) from contact where email = $1)::int
           + (select count(*) from user_account where email = $1)::int as count`,
        [email],
      ),
    );
    return row?.count ?? -1;
  };
  const invite = (email: string, over: object = {}) =>
    officer.post('/api/v1/invitations', { organisation, name: 'Ada Bianchi', email, ...over });

  it('A-02, A-05, A-11, C-18: are invited by mail, claim, confirm, add colleagues and are erased', async () => {
    expect((await invite('ada@prova.example')).status).toBe(202);
    const text = await mailTo('ada@prova.example');
    expect(text).toContain('To: Ada Bianchi <ada@prova.example>');
    for (const told of [
      'Titolare',
      'Finalità',
      'Base giuridica',
      'Quali dati',
      'Da dove vengono',
      'Conservazione',
      'diritti',
    ])
      expect(text).toContain(told);

    // what a mail scanner does changes nothing
    const ada = new HttpClient(service.address);
    const token = tokenIn(text);
    for (let look = 0; look < 3; look += 1) {
      const opened = await ada.post('/api/v1/invitations/open', { token });
      expect(opened.body).toMatchObject({
        organisation,
        name: 'Ada Bianchi',
        role: 'committer',
        language: 'it',
      });
    }
    expect((await ada.get('/api/v1/me')).status).toBe(401);

    expect((await ada.post('/api/v1/invitations/confirm', { token })).status).toBe(201);
    expect((await ada.get('/api/v1/me')).body.roles).toEqual(['signed-in', 'member', 'editor', 'committer']);
    expect((await ada.get(`/api/v1/organisations/${organisation}`)).text).toContain('Officine Prova Srl');
    expect((await ada.get('/api/v1/imports')).status).toBe(403);
    const { tables } = (await ada.get('/api/v1/me/data')).body;
    expect(tables.consents.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['account']);

    // used up: nobody else becomes her with the same link
    expect(
      (await new HttpClient(service.address).post('/api/v1/invitations/confirm', { token })).status,
    ).toBe(409);

    const asked = await ada.post('/api/v1/colleagues', {
      name: 'Bea Conti',
      email: 'bea@prova.example',
      language: 'en',
    });
    expect(asked.status).toBe(202);
    const bea = new HttpClient(service.address);
    const hers = tokenIn(await mailTo('bea@prova.example'));
    expect((await bea.post('/api/v1/invitations/confirm', { token: hers, digest: 'weekly' })).status).toBe(
      201,
    );
    expect((await bea.get('/api/v1/me')).body.roles).toEqual(['signed-in', 'member', 'editor']);
    const second = { name: 'Ciro Dini', email: 'ciro@prova.example' };
    expect((await ada.post('/api/v1/colleagues', second)).status).toBe(202);
    const ciro = new HttpClient(service.address);
    await ciro.post('/api/v1/invitations/confirm', { token: tokenIn(await mailTo(second.email)) });
    expect((await ciro.get('/api/v1/me')).body.roles).toEqual(['signed-in', 'member', 'editor']);
    expect((await bea.get('/api/v1/me/data')).body.tables.consents).toHaveLength(2);

    // what was done in the organisation's name, and who saw it
    const lines = async (by: HttpClient, path: string): Promise<{ action: string; by: string | null }[]> => {
      const answer = await by.get(`/api/v1/${path}`);
      expect(answer.status).toBe(200);
      return (answer.body as { items: { action: string; by: { name: string | null } }[] }).items.map(
        (line) => ({
          action: line.action,
          by: line.by.name,
        }),
      );
    };
    const inOurName = await lines(bea, 'own-trail');
    for (const action of ['invitation.confirmed', 'profile.claimed', 'person.invited'])
      expect(inOurName).toContainEqual({ action, by: 'Ada Bianchi' });
    expect((await officer.get(`/api/v1/organisations/${organisation}`)).status).toBe(200);
    expect((await officer.get('/api/v1/insights/members.csv')).status).toBe(200);
    const seen = await lines(bea, 'own-trail?view=seen');
    // staff of the cluster are their cluster to members
    const cluster = (await officer.get('/api/v1/cluster')).body.nameEn as string;
    for (const action of ['organisation.seen', 'members.exported'])
      expect(seen).toContainEqual({ action, by: cluster });
    expect((await bea.get('/api/v1/own-trail.csv?lang=it')).text).toContain('ha accettato un invito');

    // C6: the same to the cluster's staff, with names, and asked for by kind, person and day
    const all = await lines(officer, 'cluster/trail?limit=100');
    expect(all).toContainEqual({ action: 'data.taken', by: 'Ada Bianchi' });
    const own = (await officer.get('/api/v1/me')).body.id as string;
    const mine = await lines(officer, `cluster/trail?kind=seen&person=${own}`);
    expect(mine.map(({ action }) => action)).toEqual(['organisation.seen']);
    expect(await lines(officer, 'cluster/trail?to=2020-01-01')).toEqual([]);
    expect((await officer.get('/api/v1/cluster/trail.csv')).text).toContain('looked at the profile');
    expect((await lines(officer, 'cluster/trail?kind=exports'))[0]!.action).toBe('trail.exported');

    // nobody else's
    expect((await ada.get('/api/v1/cluster/trail')).status).toBe(403);
    expect((await officer.get('/api/v1/own-trail')).status).toBe(403);
    const stranger = await signIn('editor@member.example');
    for (const view of ['done', 'seen'])
      expect(JSON.stringify((await stranger.get(`/api/v1/own-trail?view=${view}`)).body)).not.toContain(
        'Ada',
      );
    const elsewhere = await signIn('officer@catal.example');
    expect((await lines(elsewhere, 'cluster/trail')).map(({ action }) => action)).not.toContain(
      'person.invited',
    );

    expect(await rowsOf('ada@prova.example')).toBe(2);
    expect((await ada.send('DELETE', '/api/v1/me')).status).toBe(204);
    expect(await rowsOf('ada@prova.example')).toBe(0);
    expect((await ada.get('/api/v1/me')).status).toBe(401);
    expect((await bea.get('/api/v1/me')).status).toBe(200);
    expect((await invite('ada@prova.example')).body.code).toBe('accounts.person-removed');
  });

  it('are erased by the link alone, and not written to again, in any letter case', async () => {
    await invite('carla@prova.example', { language: 'en' });
    const text = await mailTo('carla@prova.example');
    expect(text).toContain('Remove me:');
    const stranger = new HttpClient(service.address);
    expect((await stranger.post('/api/v1/invitations/remove', { token: tokenIn(text) })).status).toBe(200);
    expect(await rowsOf('carla@prova.example')).toBe(0);
    expect((await invite('Carla@Prova.Example')).body.code).toBe('accounts.person-removed');
    const left = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<object[]>('select * from erasure'),
    );
    expect(JSON.stringify(left)).not.toContain('carla');
  });

  it('are invited to members of one’s own cluster only', async () => {
    const told = { cluster: 'catal', name: 'Officine Altrove Srl', text: 'Robots.', invented: false };
    const foreign = await tellCluster(service.app, told);
    const unknown = '00000000-0000-4000-8000-00000000dead';
    for (const one of [foreign, unknown]) {
      const refused = await invite('dora@prova.example', { organisation: one });
      expect(refused.status).toBe(404);
      expect(refused.body.code).toBe('accounts.not-a-member');
    }
    const sister = await signIn('officer@catal.example');
    expect((await sister.get('/api/v1/invitations')).body.items).toEqual([]);
  });

  it('can put nothing into a mail’s header', async () => {
    for (const email of [
      'eve@prova.example\r\nBcc: all@prova.example',
      '"a\r\nBcc: x"@prova.example',
      'eve@prova.example,all@prova.example',
    ])
      expect((await invite(email)).status).toBe(422);
    expect((await invite('eve@prova.example', { name: 'Eve\r\nBcc: all@prova.example' })).status).toBe(422);
    expect((await invite('fay@prova.example', { name: 'Fay, "the" <boss@prova.example>' })).status).toBe(202);
    await mailTo('fay@prova.example');
    const { to } = mail.inbox.find((one) => one.to.includes('fay@prova.example')) ?? { to: [] };
    expect(to).toEqual(['fay@prova.example']);

    // by every other door through which a name comes that a mail carries
    const fay = new HttpClient(service.address);
    const token = tokenIn(await mailTo('fay@prova.example'));
    expect((await fay.post('/api/v1/invitations/confirm', { token })).status).toBe(201);
    const lines = 'Fay\r\nBcc: all@prova.example';
    const doors: [string, string, object][] = [
      ['POST', '/api/v1/colleagues', { name: lines, email: 'gil@prova.example' }],
      ['PATCH', '/api/v1/me', { name: lines }],
      [
        'POST',
        '/api/v1/own-profile/decisions',
        { decisions: [{ ref: 'field:legalName', verdict: 'changed', text: 'Fay\u0007 Srl' }] },
      ],
    ];
    for (const [method, path, body] of doors)
      expect([path, (await fay.send(method, path, body)).status]).toEqual([path, 422]);
  });

  it.each([
    ['made up', 'A'.repeat(43), 404],
    ['not a token', 'short', 400],
  ])('find nothing behind a link that is %s', async (_what, token, status) => {
    for (const action of ['open', 'confirm', 'remove'])
      expect(
        (await new HttpClient(service.address).post(`/api/v1/invitations/${action}`, { token })).status,
      ).toBe(status);
  });

  const end = (email: string) =>
    service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query(
        `update invitation set ends_at = now() where contact_id = (select id from contact where email = $1)`,
        [email],
      ),
    );
  const mailsTo = (address: string) => mail.inbox.filter(({ to }) => to.includes(address));
  const renew = (token: string, over: object = {}) =>
    new HttpClient(service.address).post('/api/v1/invitations/renew', { token, ...over });
  /** Everything that is to be mailed has been. */
  const posted = () =>
    until(
      'no mail under way',
      () =>
        service.database.unitOfWork.run(systemScope(), async ({ manager }) => {
          const rows = await manager.query<object[]>(
            `select from mail_delivery where state in ('due', 'claimed', 'sending') limit 1`,
          );
          return rows.length === 0;
        }),
      30_000,
    );

  it.each([
    ['it', 'Vedi il profilo'],
    ['en', 'See it'],
  ] as const)(
    'A-04: are told that a link has ended, and get one anew by mail, in %s',
    async (language, see) => {
      const email = `gaia-${language}@prova.example`;
      await invite(email);
      const token = tokenIn(await mailTo(email));
      const { items } = (await officer.get('/api/v1/invitations')).body;
      const sent = items.find((one: { email: string }) => one.email === email);
      expect(Date.parse(sent.endsAt) - Date.parse(sent.createdAt)).toBe(30 * 86_400_000);
      // it still works: there is nothing to send
      const early = await renew(token, { language });
      await end(email);
      for (const action of ['open', 'confirm'])
        expect(
          (await new HttpClient(service.address).post(`/api/v1/invitations/${action}`, { token })).status,
        ).toBe(409);
      const answers = [early, await renew(token, { language }), await renew(token, { language })];
      answers.push(await renew('B'.repeat(43)));
      expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(
        Array(4).fill('202 {"asked":true}'),
      );
      await until('a second mail', () => mailsTo(email).length > 1, 30_000);
      await posted();
      // one for the two who asked at once
      expect(mailsTo(email)).toHaveLength(2);
      const text = readable(mailsTo(email)[1]?.text ?? '');
      expect(text).toContain(see);
      const fresh = tokenIn(text);
      expect(fresh).not.toBe(token);
      expect(
        (await new HttpClient(service.address).post('/api/v1/invitations/confirm', { token: fresh })).status,
      ).toBe(201);
    },
    60_000,
  );

  it('get a link that signs in where theirs was used; who was removed gets nothing', async () => {
    for (const name of ['hanna', 'ines']) {
      await invite(`${name}@prova.example`);
      const token = tokenIn(await mailTo(`${name}@prova.example`));
      const browser = new HttpClient(service.address);
      expect((await browser.post('/api/v1/invitations/confirm', { token })).status).toBe(201);
      if (name === 'ines') await browser.send('DELETE', '/api/v1/me');
      expect((await renew(token)).text).toBe('{"asked":true}');
    }
    const signingIn = ({ text }: { text: string }) => /\/sign-in\/link#[\w-]{43}/.test(readable(text));
    await until('a link', () => mailsTo('hanna@prova.example').some(signingIn), 30_000);
    await posted();
    expect(mailsTo('ines@prova.example').some(signingIn)).toBe(false);
  });
});
