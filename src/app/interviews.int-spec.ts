import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { mailerTo, mailServer, readable, type MailServer } from '../../test/support/mail-server.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import { until } from '../../test/support/until.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';
import { systemScope } from '../platform/database/scope.js';

describe('B-05 a member that is interviewed', () => {
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
  const invite = (email: string, over: object = {}) =>
    officer.post('/api/v1/invitations', { organisation, name: 'Ada Bianchi', email, ...over });

  const browser = (): HttpClient => new HttpClient(service.address);
  const told = (name: string, text: string): Promise<string> =>
    tellCluster(service.app, { cluster: 'afil', name, text, invented: false });
  const rows = async <T>(sql: string, values: unknown[]): Promise<T[]> => {
    const all = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ id: string }[]>('select id from cluster'),
    );
    return service.database.unitOfWork.run(systemScope(all.map(({ id }) => id)), ({ manager }) =>
      manager.query<T[]>(sql, values),
    );
  };
  const line = (letter: string): string => `00000000-0000-4000-8000-0000000000${letter}`;
  const statement = 'Laser cells that open battery modules.';
  const begin = async (name: string): Promise<{ organisation: string; path: string }> => {
    const organisation = await told(name, 'Battery module disassembly cells.');
    return { organisation, path: `/api/v1/organisations/${organisation}/interview` };
  };
  const write = (path: string, id: string, over: object = {}) =>
    officer.send('PUT', `${path}/lines/${id}`, { statement, kind: 'offer', trlFrom: 5, trlTo: 6, ...over });
  const evidenceOf = (id: string) =>
    rows<{ state: string; source: string; date: string }>(
      'select state, source, date::text as date from evidence where id = $1',
      [id],
    );

  it('keeps each answer at once, is left and resumed, and takes back', async () => {
    const { path } = await begin('Interviewed One Srl');
    expect((await officer.get(path)).body).toMatchObject({ startedAt: null, lines: [], reader: 'nobody' });
    expect((await write(path, line('11'))).status).toBe(200);
    expect((await write(path, line('12'), { kind: 'test-site' })).status).toBe(200);
    const [kept] = await evidenceOf(line('11'));
    expect(kept).toMatchObject({ state: 'unconfirmed', source: 'interview' });
    expect(kept?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    await officer.send('PUT', path, { step: 'roles', roles: ['pilot-site'] });
    const resumed = (await officer.get(path)).body;
    expect(resumed).toMatchObject({ step: 'roles', roles: ['pilot-site'] });
    expect(resumed.lines.map(({ id }: { id: string }) => id)).toEqual([line('11'), line('12')]);

    expect((await officer.send('DELETE', `${path}/lines/${line('11')}`)).body.lines).toHaveLength(1);
    expect(await evidenceOf(line('11'))).toEqual([]);
    expect((await write(path, line('11'))).body.lines).toHaveLength(2);
    expect((await write(path, line('11'), { trlFrom: 7, trlTo: 2 })).status).toBe(422);
    // a line of somebody else is not written over by its id
    const other = await begin('Interviewed Other Srl');
    expect((await write(other.path, line('11'), { statement: 'Taken.' })).status).toBe(404);
    expect((await officer.post(`${path}/telling`)).body.code).toBe('organisations.nobody-to-confirm');
    const stranger = browser();
    await stranger.post('/api/v1/sessions', { email: 'officer@catal.example', password: demoPassword });
    expect((await stranger.get(path)).status).toBe(404);
  });

  it('keeps the member apart at once, and gives back only what the interview said', async () => {
    const { organisation, path } = await begin('Interviewed Apart Srl');
    const rival = await told('Interviewed Rival Srl', 'Battery module disassembly robots.');
    const own = await told('Interviewed Own Srl', 'Battery module sorting.');
    await rows(`insert into exclusion (organisation_id, other_id, kind) values ($1, $2, 'never-match')`, [
      organisation,
      own,
    ]);
    const apart = async (): Promise<string[]> =>
      (
        await rows<{ id: string }>('select other_id as id from exclusion where organisation_id = $1', [
          organisation,
        ])
      ).map(({ id }) => id);
    for (const other of [rival, own]) await officer.send('PUT', `${path}/exclusions/${other}`);
    expect((await officer.get(path)).body.exclusions).toHaveLength(2);
    expect((await apart()).sort()).toEqual([own, rival].sort());
    for (const other of [rival, own]) await officer.send('DELETE', `${path}/exclusions/${other}`);
    expect((await officer.get(path)).body.exclusions).toEqual([]);
    expect(await apart()).toEqual([own]);
    expect((await officer.send('PUT', `${path}/exclusions/${organisation}`)).status).toBe(422);
  });

  it('is begun anew by whoever goes on while a colleague tells the member', async () => {
    const { organisation, path } = await begin('Interviewed Twice Srl');
    const editor = 'teo@interviewed.example';
    await invite(editor, { organisation });
    await browser().post('/api/v1/invitations/confirm', { token: tokenIn(await mailTo(editor)) });
    for (let round = 10; round < 30; round += 1) {
      await write(path, line(`${round}`).replace('0000-4', '0031-4'));
      const goesOn = () => officer.send('PUT', path, { step: 'roles', roles: ['coordinate'] });
      const answers = await Promise.all([goesOn(), officer.post(`${path}/telling`), goesOn(), goesOn()]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
  });

  it('asks by one mail; opening changes nothing, and each line is decided on once', async () => {
    const { organisation, path } = await begin('Interviewed Two Srl');
    const editor = 'eva@interviewed.example';
    await invite(editor, { organisation });
    const invitation = tokenIn(await mailTo(editor));
    const eva = browser();
    await eva.post('/api/v1/invitations/confirm', { token: invitation });
    for (const id of ['21', '22', '23']) await write(path, line(id));
    await officer.send('PUT', path, { step: 'review', roles: ['coordinate'] });
    const sent = (await officer.post(`${path}/telling`)).body;
    expect(sent).toMatchObject({ startedAt: null, lines: [], last: { open: 3, answeredAt: null } });
    const text = await mail.mailTo(editor, statement);
    expect(
      mail.inbox.filter(({ to, text: raw }) => to.includes(editor) && raw.includes('interview#')),
    ).toHaveLength(1);
    const token = /\/interview#([\w-]{43})/.exec(text)?.[1] ?? '';
    for (const id of ['21', '22', '23'])
      for (const verdict of ['right', 'changed', 'not-us'])
        expect(text.replace(/\s/g, '')).toContain(`/interview#${token}.${line(id)}.${verdict}`);

    const nothing = { decisions: null, added: null, roles: null };
    expect((await eva.post('/api/v1/own-profile/decisions', nothing)).status).toBeLessThan(300);
    expect((await browser().post('/api/v1/interview-answers', { token, decisions: null })).status).toBe(200);
    const member = browser();
    for (let look = 0; look < 3; look += 1)
      expect((await member.post('/api/v1/interview-answers/open', { token })).body.lines).toMatchObject(
        ['21', '22', '23'].map((id) => ({ id: line(id), verdict: 'open' })),
      );
    expect((await evidenceOf(line('21')))[0]?.state).toBe('unconfirmed');

    const ref = (id: string): string => `evidence:${line(id)}`;
    const foreign = { ref: 'evidence:00000000-0000-4000-8000-000000000011', verdict: 'right' };
    const refused = await member.post('/api/v1/interview-answers', {
      token,
      decisions: [{ ref: ref('21'), verdict: 'right' }, foreign],
    });
    expect(refused.body.code).toBe('organisations.interview-line-not-found');
    expect((await evidenceOf(line('21')))[0]?.state).toBe('unconfirmed');

    const answered = await member.post('/api/v1/interview-answers', {
      token,
      decisions: [
        { ref: ref('21'), verdict: 'right' },
        { ref: ref('22'), verdict: 'not-us' },
        { ref: ref('23'), verdict: 'changed', text: 'Lasers that open modules of any maker.' },
      ],
      roles: ['coordinate', 'pilot-site'],
    });
    expect(answered.status).toBe(200);
    const states = await Promise.all(['21', '22', '23'].map((id) => evidenceOf(line(id))));
    expect(states.map(([row]) => row?.state)).toEqual(['confirmed', 'rejected', 'rejected']);
    const profile = (await eva.get('/api/v1/own-profile')).body;
    expect(profile.roles).toEqual(['coordinate', 'pilot-site']);
    expect(profile.lines).toContainEqual(
      expect.objectContaining({
        text: 'Lasers that open modules of any maker.',
        source: 'self',
        confirmed: true,
      }),
    );
    const again = { token, decisions: [{ ref: ref('21'), verdict: 'not-us' }] };
    expect((await member.post('/api/v1/interview-answers', again)).status).toBe(404);
    expect((await evidenceOf(line('21')))[0]?.state).toBe('confirmed');
    expect((await officer.get(path)).body.last).toMatchObject({ open: 0, right: 1, refused: 2 });
    expect((await member.post('/api/v1/interview-answers/open', { token: 'x'.repeat(43) })).status).toBe(404);
  });
});
