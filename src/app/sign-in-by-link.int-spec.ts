import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { mailerTo, mailServer, readable, type MailServer } from '../../test/support/mail-server.js';
import { until } from '../../test/support/until.js';
import { CreateCluster, CreateUser } from '../accounts/index.js';
import { systemScope } from '../platform/database/scope.js';
import { newId } from '../platform/ids/uuid.js';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('signing in by a link in a mail', () => {
  let service: HttpService;
  let mail: MailServer;
  let cluster: string;
  beforeAll(async () => {
    mail = await mailServer();
    service = await openHttpService({
      work: true,
      platform: {
        mailer: mailerTo(mail.url),
      },
    });
    const named = { slug: 'aur', nameEn: 'Aurora', nameIt: 'Aurora', ecosystems: [], city: null, url: null };
    cluster = (await service.app.get(CreateCluster).run(systemScope(), named)).id;
  }, 60_000);
  afterAll(async () => {
    await (service as HttpService | undefined)?.close();
    await (mail as MailServer | undefined)?.close();
  });

  const account = async (
    role: 'officer' | 'regional-reader',
    language: 'it' | 'en' = 'en',
  ): Promise<string> => {
    const email = `${newId()}@aurora.example`;
    await service.app.get(CreateUser).create('terminal', {
      email,
      name: 'Ada Bianchi',
      language,
      password: null,
      grants: [{ role, cluster: role === 'officer' ? cluster : null, organisation: null }],
      demo: false,
    });
    return email;
  };
  const browser = (): HttpClient => new HttpClient(service.address);
  const ask = (email: string, from = browser()) => from.post('/api/v1/sessions/links', { email });
  const use = (token: string, from = browser()) => from.post('/api/v1/sessions/links/use', { token });
  const mailsTo = (email: string): string[] =>
    mail.inbox.filter(({ to }) => to.includes(email)).map(({ text }) => readable(text));
  const linkFor = async (email: string, from = browser()): Promise<string> => {
    const before = mailsTo(email).length;
    expect((await ask(email, from)).status).toBe(202);
    await until('the mail', () => mailsTo(email).length > before);
    return /\/sign-in\/link#([\w-]{43})/.exec(mailsTo(email).at(-1) ?? '')?.[1] ?? 'no link';
  };
  const change = (sql: string, value: string): Promise<unknown> =>
    service.database.unitOfWork.run(systemScope(), ({ manager }) => manager.query(sql, [value]));
  const linksOf = '(select id from user_account where email = $1)';

  it('mails a link that signs in once, in the language of its reader', async () => {
    const email = await account('regional-reader', 'it');
    const token = await linkFor(email.toUpperCase().toLowerCase());
    expect(mailsTo(email)[0]).toContain('Gentile Ada Bianchi');
    const here = browser();
    const begun = await use(token, here);
    expect([begun.status, begun.body.secondFactor]).toEqual([201, 'not-needed']);
    expect((await here.get('/api/v1/me')).body.email).toBe(email);
  });

  it('answers alike whether there is such an account or not, and mails nobody who is none', async () => {
    const known = await ask(await account('regional-reader'));
    const unknown = await ask('nobody@aurora.example');
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    await linkFor(await account('regional-reader')); // by now the mail before it would be there too
    expect(mailsTo('nobody@aurora.example')).toEqual([]);
  });

  it('takes a replayed link for none, and one that a scanner looked at for good', async () => {
    const email = await account('regional-reader');
    const token = await linkFor(email);
    const page = await fetch(`${service.address}/sign-in/link`, { redirect: 'manual' });
    expect(page.status).not.toBe(500);
    expect((await use(token)).status).toBe(201);
    const again = await use(token);
    expect([again.status, again.body.code]).toEqual([401, 'accounts.wrong-link']);
  });

  it('takes an expired link, an older one and a made-up one for none, with one answer', async () => {
    const email = await account('regional-reader');
    const [older, newer] = [await linkFor(email), await linkFor(email)];
    expect((await use(newer)).status).toBe(201);
    const stale = await linkFor(email);
    await change(`update sign_in_link set ends_at = now() where user_id = ${linksOf}`, email);
    const answers = await Promise.all([older, stale, 'A'.repeat(43)].map((token) => use(token)));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 3 }, () => [401, 'accounts.wrong-link']),
    );
  });

  it('gives whoever a link was forwarded to no officer’s rights, and tells its owner of the new device', async () => {
    const email = await account('officer');
    await use(await linkFor(email));
    const thief = browser();
    const begun = await thief.send(
      'POST',
      '/api/v1/sessions/links/use',
      { token: await linkFor(email) },
      { 'user-agent': firefox },
    );
    expect(begun.body.secondFactor).toBe('to-be-set-up');
    expect((await thief.get('/api/v1/imports')).status).toBe(403);
    await until('the notice', () => mailsTo(email).some((text) => text.includes('New device')));
    expect(mailsTo(email).at(-1)).toContain('Device: Firefox, Linux');
  });

  it('does not tell of a browser it knows', async () => {
    const email = await account('regional-reader');
    const here = browser();
    await use(await linkFor(email, here), here);
    await use(await linkFor(email, here), here);
    await use(await linkFor(await account('regional-reader')));
    expect(mailsTo(email).filter((text) => text.includes('New device'))).toEqual([]);
  });

  it('signs nobody in whose account was disabled meanwhile', async () => {
    const email = await account('regional-reader');
    const token = await linkFor(email);
    await change('update user_account set disabled_at = now() where email = $1', email);
    expect((await use(token)).status).toBe(401);
  });

  it('mails no more than a few to whoever asks without end, and still to a browser that is known', async () => {
    const email = await account('regional-reader');
    const home = browser();
    await use(await linkFor(email, home), home);
    const stranger = browser();
    const answers = [];
    for (let tries = 0; tries < 4; tries += 1) answers.push((await ask(email, stranger)).status);
    expect(answers).toContain(429);
    expect((await ask(email, home)).status).toBe(202);
  });

  it('lists where one is signed in by words, and ends all others at once', async () => {
    const email = await account('regional-reader');
    const [here, there] = [browser(), browser()];
    await use(await linkFor(email, here), here);
    await there.send(
      'POST',
      '/api/v1/sessions/links/use',
      { token: await linkFor(email, here) },
      { 'user-agent': firefox },
    );
    const { items } = (await here.get('/api/v1/sessions')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ browser: 'Firefox', system: 'Linux', current: false }),
    );
    expect((await here.send('DELETE', '/api/v1/sessions/others')).status).toBe(204);
    expect((await there.get('/api/v1/me')).status).toBe(401);
    expect((await here.get('/api/v1/me')).status).toBe(200);
  });
});
