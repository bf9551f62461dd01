import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { mailerTo, mailServer, type MailServer } from '../../test/support/mail-server.js';
import { until } from '../../test/support/until.js';
import { systemScope } from '../platform/database/scope.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

interface Round {
  readonly lines: readonly { line: number; sendAt: string | null; problem: string | null }[];
  readonly invited: number;
  readonly atOnce: number;
  readonly lastAt: string | null;
}
interface Refused {
  readonly code?: string;
  readonly detail?: string;
}
interface Listed {
  readonly items: readonly { name: string; email: string; mail: string }[];
  readonly planned: { people: number; next: { at: string; people: number; lastAt: string } | null };
}

const rounds = '/api/v1/invitation-rounds';

describe('B1.3: a round of invitations', () => {
  let service: HttpService;
  let mail: MailServer;
  let officer: HttpClient;
  let members: { id: string; legalName: string; pic: string | null }[];
  beforeAll(async () => {
    mail = await mailServer();
    service = await openHttpService({ demo: true, work: true, platform: { mailer: mailerTo(mail.url) } });
    await service.app.get(DemoPeople).ensure();
    officer = await signIn('officer@afil.example');
    const found = await officer.get('/api/v1/organisations?members=own&limit=100');
    members = (found.body as { items: typeof members }).items;
  }, 120_000);
  afterAll(async () => {
    await (service as HttpService | undefined)?.close();
    await mail.close();
  });

  const signIn = async (email: string): Promise<HttpClient> => {
    const own = new HttpClient(service.address);
    expect((await own.post('/api/v1/sessions', { email, password: demoPassword })).status).toBe(201);
    return own;
  };
  const listed = async (): Promise<Listed> => (await officer.get('/api/v1/invitations')).body as Listed;
  const round = async (body: object, who = officer): Promise<{ status: number; body: Round & Refused }> => {
    const answer = await who.post(rounds, body);
    return { status: answer.status, body: answer.body as Round & Refused };
  };
  const asSystem = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(), ({ manager }) => manager.query<T[]>(sql, values));
  const people = (from: number, to: number): string =>
    members
      .slice(from, to)
      .map(({ legalName }, at) => `${legalName}\tPersona ${from + at}\tp${from + at}@round.example`)
      .join('\n');
  const addressed = (): string[] => mail.inbox.flatMap(({ to }) => to).filter((to) => to.includes('@round'));

  it('says what becomes of each line, and writes nothing down', async () => {
    const text = `${people(0, 3)}\nNobody S.p.A.\tAda\tada@round.example\n${people(0, 1)}`;
    const { status, body } = await round({ text, aDay: 2, dryRun: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ invited: 3, atOnce: 2 });
    expect(body.lines.map(({ problem }) => problem)).toEqual([null, null, null, 'not-a-member', 'twice']);
    expect(await listed()).toMatchObject({ items: [], planned: { people: 0, next: null } });
  });

  it('writes to the first at once and to the others on working days, and does not ask twice', async () => {
    const asked = { text: people(0, 5), aDay: 2, language: 'en' };
    const { status, body } = await round(asked);
    expect([status, body.invited, body.atOnce]).toEqual([200, 5, 2]);
    await until('the first wave', async () => (addressed().length === 2 ? true : undefined), 30_000);
    const { items, planned } = await listed();
    expect(items.map(({ email }) => email).sort()).toEqual(['p0@round.example', 'p1@round.example']);
    expect(planned).toMatchObject({ people: 3, next: { people: 2, lastAt: body.lastAt } });
    expect(new Date(planned.next?.at ?? '').getUTCDay() % 6).not.toBe(0);
    const again = await round({ ...asked, dryRun: true });
    expect(again.body.lines.every(({ problem }) => problem === 'invited-already')).toBe(true);
    expect((await round(asked)).body.code).toBe('accounts.nobody-to-invite');
  });

  it('invites nobody twice where the same list is sent twice at once, or names a member in two ways', async () => {
    const sixth = members.slice(6).find(({ pic }) => pic !== null);
    const text = `${sixth?.legalName}\tAda\tada6@round.example\n${sixth?.pic}\tAda\tADA6@round.example`;
    const both = await Promise.all([round({ text, aDay: 1 }), round({ text, aDay: 1 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    await until('the mail', () => mail.mailTo('ada6@round.example'));
    expect(
      await asSystem(`select 1 from invitation i join contact c on c.id = i.contact_id
      where c.email = 'ada6@round.example'`),
    ).toHaveLength(1);
    mail.inbox.splice(
      mail.inbox.findIndex(({ to }) => to.includes('ada6@round.example')),
      1,
    );
  });

  it('sends a wave when its morning comes, with a link that works from then on', async () => {
    await asSystem(`update mail_delivery set available_at = now() where mail = 'invitation' and state = 'due'
      and available_at = (select min(available_at) from mail_delivery where mail = 'invitation' and state = 'due')`);
    await asSystem(`update invitation set ends_at = now() + interval '30 days' where ends_at =
      (select min(ends_at) from invitation where ends_at > now() + interval '30 days 1 hour')`);
    await until('the second wave', async () => (addressed().length === 4 ? true : undefined), 90_000);
    await until('its state', async () => ((await listed()).items.length === 5 ? true : undefined), 30_000);
    expect((await listed()).planned.people).toBe(1);
    const token = /\/invitation#([\w-]{43})/.exec(await mail.mailTo('p2@round.example'))?.[1];
    const opened = await new HttpClient(service.address).post('/api/v1/invitations/open', { token });
    expect([opened.status, opened.body]).toMatchObject([200, { email: 'p2@round.example' }]);
  }, 150_000);

  it('is stopped: who was not written to is forgotten, and may be invited again', async () => {
    const { status, body } = await officer.send('DELETE', rounds);
    expect([status, body]).toEqual([200, { stopped: 1 }]);
    expect((await listed()).planned).toEqual({ people: 0, next: null });
    const left = await asSystem(`select 1 from contact where email = 'p4@round.example'`);
    expect(left).toEqual([]);
    const mails = await asSystem(`select 1 from mail_delivery where mail = 'invitation' and state = 'due'`);
    expect(mails).toEqual([]);
    const again = await round({ text: people(4, 5), aDay: 2, dryRun: true });
    expect(again.body.invited).toBe(1);
  });

  it('is only for members of one’s own cluster, and in time for the law', async () => {
    const other = await signIn('officer@catal.example');
    const asked = await round({ text: people(0, 2), aDay: 2, dryRun: true }, other);
    const shared = asked.body.lines.filter(({ problem }) => problem !== 'not-a-member');
    expect(shared.length).toBeLessThan(2);
    const many = Array.from(
      { length: 21 },
      (_, at) => `${members[5]?.legalName}\tX ${at}\tx${at}@round.example`,
    );
    const slow = await round({ text: many.join('\n'), aDay: 1, dryRun: true });
    expect([slow.status, slow.body.code]).toEqual([422, 'accounts.round-too-slow']);
    expect(slow.body.detail).toContain('at least 2 a day');
  });

  it('says of who asked to be left out that they are not written to', async () => {
    const text = await mail.mailTo('p0@round.example');
    const token = /invitation\/remove#([\w-]{43})/.exec(text)?.[1];
    await new HttpClient(service.address).post('/api/v1/invitations/remove', { token });
    const { body } = await round({ text: people(0, 1), aDay: 2, dryRun: true });
    expect(body.lines.map(({ problem }) => problem)).toEqual(['asked-to-be-left-out']);
  });
});
