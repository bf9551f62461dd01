import { HttpClient } from '../support/http-client.js';
import { openHttpService, type HttpService } from '../support/http-service.js';
import { scoreAll } from '../support/score-all.js';
import { readable } from '../support/mail-server.js';
import { SaidFindings } from '../support/said-findings.js';
import { until } from '../support/until.js';
import { ClusterReadModel, ConsentStore, CreateUser } from '../../src/accounts/index.js';
import { WeeklyDigests, type DigestItem, type FoundItem } from '../../src/digests/index.js';
import { DigestStore } from '../../src/digests/digest.store.js';
import { linkToken } from '../../src/digests/link-token.js';
import { SavedDeadlines } from '../../src/digests/saved-deadlines.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailSender } from '../../src/platform/mail/index.js';
import { DemoPeople, demoPassword } from '../../src/app/demo/demo-people.js';

/** Tuesday 24 November 2026, 8:00 in Rome. */
const tuesday = new Date('2026-11-24T07:00:00Z');
const weeksLater = (weeks: number): Date => new Date(tuesday.getTime() + weeks * 7 * 86_400_000);

describe('digests', () => {
  let service: HttpService;
  let unitOfWork: UnitOfWork;
  let clusters: string[];
  let open: FoundItem[];
  const findings = new SaidFindings();
  beforeAll(async () => {
    service = await openHttpService({ demo: true, work: true });
    unitOfWork = service.app.get(UnitOfWork);
    await service.app.get(DemoPeople).ensure();
    clusters = (await rows<{ id: string }>('select id from cluster')).map(({ id }) => id);
    const calls = await rows<{ id: string; title: string }>(
      `select id, title from opportunity where kind = 'pilot' order by id limit 9`,
    );
    open = calls.map(({ id, title }, at) => item(id, `${at} ${title}`));
  }, 120_000);
  afterAll(() => (service as HttpService | undefined)?.close());
  beforeEach(async () => {
    await rows('delete from digest');
    await rows('delete from mail_delivery');
    await rows('delete from mailbox_message');
    findings.found = open.slice(0, 3);
    findings.asked.length = 0;
  });

  const item = (opportunity: string, title: string): FoundItem => ({
    opportunity,
    identifier: 'MADE-1',
    title,
    url: null,
    form: 'open',
    what: 'MADE-1 · pilot',
    callQuote: 'battery cells are opened by hand',
    recordQuote: 'automated opening of cells, three lines',
    facts: [['Role', 'Technology']],
  });
  const rows = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(clusters), ({ manager }) => manager.query<T[]>(sql, values));
  const weekly = (): WeeklyDigests =>
    new WeeklyDigests(
      unitOfWork,
      service.app.get(ClusterReadModel),
      service.app.get(DigestStore, { strict: false }),
      findings,
      service.app.get(SavedDeadlines, { strict: false }),
    );
  const planned = async (at: Date): Promise<number> => {
    const store = service.app.get(DigestStore, { strict: false });
    return unitOfWork.run(systemScope(clusters), (unit) => store.plan(unit, at, 'due'));
  };
  const states = async (): Promise<string[]> =>
    (await rows<{ state: string }>('select state from digest order by due_at, user_id')).map(
      ({ state }) => state,
    );
  /** Weekly digests one after the other; the mails themselves stay where they are. */
  const inWeeks = async (count: number): Promise<void> => {
    for (let week = 0; week < count; week += 1) await weekly().run(weeksLater(week));
  };
  const itemsOfWeek = async (week: number): Promise<number> => {
    const found = await rows<{ items: number }>(
      `select jsonb_array_length(items) as items from digest where due_at = $1 limit 1`,
      [weeksLater(week)],
    );
    return found[0]?.items ?? -1;
  };
  const userOf = async (email: string): Promise<string> =>
    (await rows<{ id: string }>('select id from user_account where email = $1', [email]))[0]?.id ?? '';

  it('D-09 reach the mailbox with reasons, roles and ways to answer, in both parts', async () => {
    await scoreAll(service.app, new Date('2026-11-22T09:00:00Z'));
    const { chosen } = await service.app.get(WeeklyDigests).run(null, { whom: 'demonstration' });
    expect(chosen).toBe(3);
    const count = async () => (await rows('select 1 from mailbox_message')).length;
    await until('three digests', async () => (await count()) === 3, 30_000);
    const operator = new HttpClient(service.address);
    await operator.post('/api/v1/sessions', {
      email: 'operator@tessera.example',
      password: 'tre gatti sul tetto rosso',
    });
    const { items } = (await operator.get('/api/v1/mailbox')).body;
    const message = (await operator.get(`/api/v1/mailbox/${items[0].id}`)).body;
    expect(message.subject).toMatch(/opportunità per /);
    for (const part of [message.text, message.html]) {
      for (const told of [
        'Il bando chiede',
        'Di Voi risulta',
        'Ruolo probabile',
        'Scadenza',
        'chi può presentar',
      ])
        expect(part).toContain(told);
      expect(part).toMatch(/\/digest\/answer#[\w-]{43}\.0\.useful/);
      expect(part).not.toMatch(/\{\{|undefined|\[\[/);
    }
    const [{ raw }] = (await rows<{ raw: string }>('select raw from mailbox_message')) as [{ raw: string }];
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(raw).toMatch(/List-Unsubscribe:\s+<https:\/\/[^\s>]+>/);
    // D-11: whom readers do not know by name is in no header, preview text, address or part
    const hidden = await rows<{ id: string; name: string }>(
      `select distinct o.id, r.legal_name as name from organisation o join organisation_record r on r.organisation_id = o.id
       join membership m on m.organisation_id = o.id where not o.listed and not exists
         (select from digest d join membership n on n.cluster_id = any (d.clusters) where n.organisation_id = o.id)`,
    );
    const sent = await rows<{ raw: string }>('select raw from mailbox_message');
    const everything = sent.map((one) => readable(one.raw)).join();
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.filter(({ id, name }) => everything.includes(id) || everything.includes(name))).toEqual([]);
    const preview = (await operator.get('/api/v1/digests/preview?asOf=2026-11-22')).body.items;
    expect(preview.map(({ subject }: { subject: string }) => subject)).not.toContain(undefined);
  }, 120_000);

  it('D-12 are what the preview showed, and stay while they are held', async () => {
    const officer = new HttpClient(service.address);
    await officer.post('/api/v1/sessions', { email: 'officer@afil.example', password: demoPassword });
    const withoutLinks = (text: string): string => text.replace(/https:\/\/tessera\.example\/\S+/g, 'link');
    const { items } = (await officer.get('/api/v1/digests/preview')).body as { items: { reader: string }[] };
    const previews = await Promise.all(
      items.map(
        async ({ reader }) =>
          (await officer.get(`/api/v1/digests/preview/${reader}`)).body as { text: string },
      ),
    );
    const [afil] = await rows<{ id: string }>(`select id from cluster where slug = 'afil'`);
    const hold = await officer.post('/api/v1/mail/holds', { cluster: afil?.id, reason: 'to be looked at' });
    expect(hold.status).toBe(201);
    await service.app.get(WeeklyDigests).run(null, { whom: 'demonstration' });
    await service.app.get(MailSender).sendDue(new AbortController().signal);
    const sent = () => rows<{ text: string }>('select text from mailbox_message');
    expect(await sent()).toEqual([]);
    expect((await officer.send('DELETE', `/api/v1/mail/holds/${hold.body.id}`)).status).toBe(204);
    await service.app.get(MailSender).sendDue(new AbortController().signal);
    await until('the digests', async () => (await sent()).length === 3, 30_000);
    expect((await sent()).map(({ text }) => withoutLinks(text)).sort()).toEqual(
      previews.map(({ text }) => withoutLinks(text)).sort(),
    );
  });

  it('D-01 are due at 8:00 on Tuesday in the time zone of the reader, and made up for two days', async () => {
    expect(await planned(new Date(tuesday.getTime() - 60_000))).toBe(0);
    expect(await planned(new Date(tuesday.getTime() + 49 * 3_600_000))).toBe(0);
    expect(await planned(new Date(tuesday.getTime() + 47 * 3_600_000))).toBe(3);
  });

  it.each([
    ['after the clocks went forward', '2027-03-30T06:00:00Z', '2027-W13'],
    ['after the clocks went back', '2026-10-27T07:00:00Z', '2026-W44'],
    ['in week 53', '2026-12-29T07:00:00Z', '2026-W53'],
    ['in the first week of the next year', '2027-01-05T07:00:00Z', '2027-W01'],
  ])('D-01 keep their hour %s', async (_when, at, week) => {
    expect(await planned(new Date(Date.parse(at) - 60_000))).toBe(0);
    expect(await planned(new Date(at))).toBe(3);
    expect(await planned(new Date(Date.parse(at) + 3_600_000))).toBe(0);
    const [first] = await rows<{ week: string }>('select week from digest limit 1');
    expect(first?.week).toBe(week);
  });

  it('D-13 keep a refusal as a choice of its own, which gives leave to nothing', async () => {
    const reader = new HttpClient(service.address);
    await reader.post('/api/v1/sessions', {
      email: 'editor@member.example',
      password: 'tre gatti sul tetto rosso',
    });
    const chosen = async () => (await reader.get('/api/v1/me/subscription')).body;
    expect(await chosen()).toMatchObject({ frequency: 'weekly', channel: 'demonstration' });
    await reader.send('PUT', '/api/v1/me/subscription', { frequency: 'never' });
    expect(await chosen()).toMatchObject({ frequency: 'never', channel: 'page', textVersion: '2026-11-22' });
    expect(await planned(tuesday)).toBe(2);
    await reader.send('PUT', '/api/v1/me/subscription', { frequency: 'weekly' });
    const kept = await rows<{ purpose: string; withdrawn: boolean }>(
      `select purpose, withdrawn_at is not null as withdrawn from consent
       where user_id = $1 and purpose like 'digest-%' order by given_at`,
      [await userOf('editor@member.example')],
    );
    expect(kept).toEqual([
      { purpose: 'digest-weekly', withdrawn: true },
      { purpose: 'digest-never', withdrawn: true },
      { purpose: 'digest-weekly', withdrawn: false },
    ]);
  });

  it('D-12 show staff what each reader will get, and nobody what they may not', async () => {
    await weekly().run(null, { whom: 'demonstration' });
    const as = async (email: string): Promise<HttpClient> => {
      const client = new HttpClient(service.address);
      await client.post('/api/v1/sessions', { email, password: 'tre gatti sul tetto rosso' });
      return client;
    };
    const director = await userOf('director@member.example');
    const [mine] = await rows<{ id: string }>('select id from digest where user_id = $1', [director]);
    const path = `/api/v1/digests/${mine?.id ?? ''}`;
    const own = await (await as('director@member.example')).get(path);
    expect(own.body.text).toMatch(/#[\w-]{43}\.0\.useful/);
    const staff = await (await as('officer@afil.example')).get(path);
    expect(staff.body.subject).toBe(own.body.subject);
    expect(staff.body.text).not.toMatch(/#[\w-]{43}/);
    for (const email of ['committer@second.example', 'officer@catal.example'])
      expect((await (await as(email)).get(path)).status).toBe(404);
    const preview = `/api/v1/digests/preview/${director}`;
    expect((await (await as('officer@afil.example')).get(preview)).status).toBe(200);
    expect((await (await as('officer@catal.example')).get(preview)).status).toBe(404);
    expect((await (await as('committer@second.example')).get(preview)).status).toBe(403);
  });

  it('D-01 follow the setting of the cluster', async () => {
    const put = `insert into digest_setting (cluster_id, weekday, hour, zone) select id, 4, 17, 'America/New_York'
      from cluster where slug = 'afil'`;
    await rows(put);
    const thursday = new Date('2026-11-26T22:00:00Z');
    expect(await planned(tuesday)).toBe(0);
    expect(await planned(thursday)).toBe(3);
    await rows('delete from digest_setting');
  });

  it('D-02 hold five items, and none of the last four weeks unless it changed', async () => {
    findings.found = open.slice(0, 7);
    await inWeeks(2);
    expect([await itemsOfWeek(0), await itemsOfWeek(1)]).toEqual([5, 2]);
    findings.found = open.slice(0, 7).map((one, at) => (at === 3 ? { ...one, form: 'open, moved' } : one));
    await weekly().run(weeksLater(2));
    const [changed] = await rows<{ items: DigestItem[] }>(
      'select items from digest where due_at = $1 limit 1',
      [weeksLater(2)],
    );
    expect(changed?.items.map(({ title, changed: was }) => [title.slice(0, 1), was])).toEqual([['3', true]]);
    await weekly().run(weeksLater(5));
    expect(await itemsOfWeek(5)).toBe(5);
  });

  it('D-02 drop what has closed between choosing and sending', async () => {
    const [id] = open.map(({ opportunity }) => opportunity);
    await rows(`update opportunity set stated_status = 'withdrawn' where id = $1`, [id]);
    findings.found = open.slice(0, 1);
    await weekly().run(null, { whom: 'demonstration' });
    const reasons = async () =>
      await rows<{ reason: string }>(`select reason from mail_delivery where state = 'failed'`);
    await until('the mails are dropped', async () => (await reasons()).length === 3, 30_000);
    expect((await reasons()).map(({ reason }) => reason)).toEqual(['all-closed', 'all-closed', 'all-closed']);
    await rows(`update opportunity set stated_status = null where id = $1`, [id]);
  });

  it('D-03 are silent when nothing is good, and say so once in four weeks', async () => {
    findings.found = [];
    await inWeeks(9);
    const mine = await rows<{ state: string }>(
      'select state from digest where user_id = $1 order by due_at',
      [await userOf('director@member.example')],
    );
    const silent = (count: number) => Array.from({ length: count }, () => 'silent');
    expect(mine.map(({ state }) => state)).toEqual([...silent(3), 'note', ...silent(3), 'note', 'silent']);
  });

  it('D-06 say the same of the same data, byte for byte but dates and links', async () => {
    const texts: string[] = [];
    for (let run = 0; run < 2; run += 1) {
      await rows('delete from digest');
      await weekly().run(null, { whom: 'demonstration' });
      const found = () =>
        rows<{ html: string; text: string }>('select html, text from mailbox_message order by to_address');
      await until('the digests', async () => (await found()).length === 3, 30_000);
      texts.push(JSON.stringify(await found()).replace(/#[\w-]{43}/g, '#'));
      await rows('delete from mailbox_message');
    }
    expect(texts[1]?.replace(/subscriptions\/[\w-]{43}/g, '')).toBe(
      texts[0]?.replace(/subscriptions\/[\w-]{43}/g, ''),
    );
  });

  it('D-04 are one for a person and week, whoever runs how often at the same time', async () => {
    await Promise.all([weekly().run(tuesday), weekly().run(tuesday), weekly().run(tuesday)]);
    await weekly().run(new Date(tuesday.getTime() + 3_600_000));
    expect(await states()).toEqual(['chosen', 'chosen', 'chosen']);
    expect(await rows(`select 1 from mail_delivery where mail = 'digest'`)).toHaveLength(3);
  });

  it('D-10 are one for somebody in two clusters', async () => {
    const [member] = await rows<{ organisation_id: string }>(
      `select organisation_id from role_grant where user_id = $1`,
      [await userOf('director@member.example')],
    );
    await rows(
      `insert into membership (id, cluster_id, organisation_id) select gen_random_uuid(), id, $1 from cluster
       where slug = 'catal' on conflict do nothing`,
      [member?.organisation_id],
    );
    await weekly().run(tuesday);
    expect(await states()).toHaveLength(3);
  });

  it('D-07 take an answer by POST alone, without signing in, and not a forged one', async () => {
    await weekly().run(tuesday);
    const director = await userOf('director@member.example');
    const [digest] = await rows<{ id: string }>('select id from digest where user_id = $1', [director]);
    const [{ key }] = (await rows<{ key: Buffer }>('select key from digest_key')) as [{ key: Buffer }];
    const token = linkToken(key, 'digest', digest?.id ?? '');
    const reader = new HttpClient(service.address);
    const said = () => rows<{ verdict: string }>('select verdict from suggestion_feedback');
    for (let look = 0; look < 3; look += 1)
      expect((await reader.post('/api/v1/digests/answers/open', { token, item: 1 })).body.title).toContain(
        '1 ',
      );
    expect(await said()).toEqual([]);
    const answer = { token, item: 1, verdict: 'not-for-us' };
    expect((await reader.post('/api/v1/digests/answers', answer)).status).toBe(200);
    expect(await said()).toEqual([{ verdict: 'not-for-us' }]);
    const forged = [
      token.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
      linkToken(key, 'subscription', director),
    ];
    for (const one of forged)
      expect((await reader.post('/api/v1/digests/answers', { ...answer, token: one })).status).toBe(404);
    expect(await said()).toHaveLength(1);
    // whoever has left the organisation speaks for it no more, by no old mail
    await rows(`update role_grant set until = now() where user_id = $1`, [director]);
    const late = await reader.post('/api/v1/digests/answers', { ...answer, item: 0 });
    await rows('update role_grant set until = null where user_id = $1', [director]);
    expect(late.status).toBe(404);
    expect(await said()).toHaveLength(1);
  });

  it('D-08 end by one click, not by a scanner that opens every link, and D-13 nobody gets one unasked', async () => {
    const email = 'unasked@member.example';
    const [of] = await rows<{ organisation: string }>(
      `select organisation_id as organisation from role_grant where user_id = $1`,
      [await userOf('director@member.example')],
    );
    const { id } = await service.app.get(CreateUser).create('terminal', {
      email,
      name: 'Ugo Demo',
      language: 'it',
      password: null,
      grants: [{ role: 'editor', cluster: null, organisation: of?.organisation ?? '' }],
      demo: false,
    });
    expect(await planned(tuesday)).toBe(3);
    await rows('delete from digest');
    const consents = service.app.get(ConsentStore, { strict: false });
    const chosen = { purpose: 'digest-weekly', textVersion: 'test', channel: 'page' } as const;
    await unitOfWork.run(systemScope(), (unit) => consents.choose(unit, id, 'digest-', chosen));
    expect(await planned(tuesday)).toBe(4);
    const [{ key }] = (await rows<{ key: Buffer }>('select key from digest_key')) as [{ key: Buffer }];
    const path = `/api/v1/subscriptions/${linkToken(key, 'subscription', id)}/unsubscribe`;
    const looked = await fetch(`${service.address}${path}`, { redirect: 'manual' });
    const page = `/subscriptions#${linkToken(key, 'subscription', id)}`;
    expect([looked.status, looked.headers.get('location')]).toEqual([303, page]);
    const now = () => unitOfWork.run(systemScope(), (unit) => consents.current(unit, id, 'digest-'));
    expect(await now()).toBe('digest-weekly');
    const clicked = await fetch(`${service.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(clicked.status).toBe(200);
    expect(await now()).toBeNull();
    await weekly().run(tuesday);
    const mail = () =>
      rows<{ reason: string }>(`select reason from mail_delivery where recipient = $1 and state = 'failed'`, [
        `user:${id}`,
      ]);
    await rows('update mail_delivery set available_at = now()');
    await service.app.get(MailSender).sendDue(new AbortController().signal);
    // the sender of the service itself may have claimed it a moment before
    await until('the mail given up', async () => (await mail()).length > 0, 30_000);
    expect((await mail())[0]?.reason).toBe('opted-out');
    await rows('delete from user_account where id = $1', [id]);
  });
});
