import pg from 'pg';

import { ConsentStore } from '../../src/accounts/index.js';
import { Removals } from '../../src/accounts/people/removal/removals.js';
import { SuspendedProcessor } from '../../src/accounts/people/suspended/suspended.processor.js';
import { InvitationStore } from '../../src/accounts/people/invitation.store.js';
import { DemoPeople, demoPassword } from '../../src/app/demo/demo-people.js';
import { digestMail, SavedAlerts, Subscriptions } from '../../src/digests/index.js';
import { DigestStore } from '../../src/digests/digest.store.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { QueueRuntime } from '../../src/platform/queue/index.js';
import { newId } from '../../src/platform/ids/uuid.js';
import { MailSender, MailSettings, putMail, recordBounce } from '../../src/platform/mail/index.js';
import { putChosenDigest } from '../support/chosen-digest.js';
import { readable } from '../support/mail-server.js';
import { until } from '../support/until.js';
import { HttpClient } from '../support/http-client.js';
import { openHttpService, type HttpService } from '../support/http-service.js';

const secret = 'a secret of the test, not of anybody';
const never = new AbortController().signal;

describe('mails that come by themselves', () => {
  let service: HttpService;
  let unitOfWork: UnitOfWork;
  let clusters: string[];
  let director: string;
  let organisation: string;
  let call: string;
  beforeAll(async () => {
    service = await openHttpService({ demo: true, platform: { mail: new MailSettings(secret) } });
    unitOfWork = service.app.get(UnitOfWork);
    await service.app.get(DemoPeople).ensure();
    clusters = (await rows<{ id: string }>('select id from cluster')).map(({ id }) => id);
    const [grant] = await rows<{ user: string; organisation: string }>(
      `select u.id as user, g.organisation_id as organisation from user_account u join role_grant g on g.user_id = u.id
       where u.email = 'director@member.example'`,
    );
    director = grant?.user ?? '';
    organisation = grant?.organisation ?? '';
  }, 120_000);
  afterAll(() => (service as HttpService | undefined)?.close());
  beforeEach(async () => {
    for (const table of ['digest', 'saved_alert', 'mail_delivery', 'mailbox_message'])
      await rows(`delete from ${table}`);
    await asDirector('delete from saved_opportunity');
    await rows('delete from consent where user_id = $1', [director]);
    call = await opportunity(200);
    await save(call);
  });

  const rows = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(clusters), ({ manager }) => manager.query<T[]>(sql, values));
  /** An invented call that closes in so many days. */
  const opportunity = async (days: number): Promise<string> => {
    const id = newId();
    await rows(
      `insert into opportunity (id, kind, identifier, identifier_key, title, stated_status, observed_at, invented, deadlines)
       values ($1::uuid, 'topic', $1::text, $1::text, 'An invented call', 'open', now(), true, $2)`,
      [id, JSON.stringify([deadline(days)])],
    );
    return id;
  };
  const deadline = (days: number) => ({
    at: new Date(Date.now() + days * 86_400_000).toISOString(),
    zone: 'Europe/Brussels',
    stage: 'single',
  });
  /** As the director did a month ago. */
  const save = (id: string) =>
    asDirector(
      `insert into saved_opportunity (side_id, actor, opportunity_id, organisation_id, saved_at)
       values ($1::uuid, $2, $3, $1::uuid, now() - interval '30 days')`,
      [organisation, director, id],
    );
  const asDirector = (sql: string, values: unknown[] = []) =>
    unitOfWork.run({ role: 'member', clusters: [], organisation, user: director }, ({ manager }) =>
      manager.query(sql, values),
    );
  const change = (field: string, before: unknown, now: unknown) =>
    rows(
      `insert into opportunity_change (id, opportunity_id, field, old_value, new_value, source, seen_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'portal', now())`,
      [call, field, JSON.stringify(before), JSON.stringify(now)],
    );
  const tell = () => service.app.get(SavedAlerts).tell();
  const send = () => service.app.get(MailSender).sendDue(never);
  const texts = async (): Promise<string[]> =>
    (await rows<{ text: string }>('select text from mailbox_message order by at')).map(({ text }) =>
      text.replace(/\s+/g, ' '),
    );
  const ends = async (): Promise<string[]> =>
    (await rows<{ end: string }>(`select coalesce(reason, state) as end from mail_delivery order by id`)).map(
      ({ end }) => end,
    );
  const passHours = (hours: number) =>
    rows(`update saved_alert set at = at - make_interval(hours => $1)`, [hours]);

  it('T-03 tell of a deadline that moved and of a call that was withdrawn, with what stood before, once', async () => {
    await change(
      'deadlines',
      [{ ...deadline(1), at: '2027-04-13T15:00:00Z' }],
      [{ ...deadline(1), at: '2027-09-15T15:00:00Z' }],
    );
    await change('sections', [], []);
    expect([await tell(), await tell()]).toEqual([1, 0]);
    await send();
    const [moved = ''] = await texts();
    expect(moved).toContain('prima: 13 aprile 2027, ore 17:00 (ora di Bruxelles)');
    expect(moved).toContain('Scadenza: 15 settembre 2027');
    await change('statedStatus', 'open', 'withdrawn');
    expect(await tell()).toBe(0); // not twice on one day
    await passHours(21);
    expect([await tell(), await tell()]).toEqual([1, 0]);
    await send();
    expect((await texts())[1]).toContain('Stato: ritirato; prima: aperto');
    expect((await texts())[1]).not.toContain('13 aprile');
  });

  it('remind of a deadline twice at most, when 21 and 7 days are left', async () => {
    const letters: number[] = [];
    for (const days of [30, 20, 15, 8, 6, 3, 1]) {
      // the deadline stays where it is; the days pass
      await rows(
        `update opportunity set deadlines = jsonb_build_array(jsonb_build_object('at',
           to_char(date_trunc('day', now() at time zone 'UTC') + make_interval(days => $2, hours => 23), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
           'zone', 'Europe/Brussels', 'stage', 'single')) where id = $1`,
        [call, days],
      );
      await rows(`update saved_alert set event = split_part(event, ':', 1) || ':' ||
        (select to_char((deadlines -> 0 ->> 'at')::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
         from opportunity where id = saved_alert.opportunity_id)`);
      letters.push(await tell());
      await passHours(24);
    }
    expect(letters).toEqual([0, 1, 0, 0, 1, 0, 0]);
  });

  it('stop where a reader said never, complained, or dropped the call meanwhile', async () => {
    await change('opensOn', null, '2027-01-10');
    await tell();
    await service.app.get(Subscriptions).choose(director, 'never', 'one-click');
    await send();
    expect(await ends()).toEqual(['opted-out']);
    await passHours(21);
    await change('opensOn', '2027-01-10', '2027-01-17');
    expect(await tell()).toBe(0);
    await service.app.get(Subscriptions).choose(director, 'weekly', 'page');
    expect(await tell()).toBe(1);
    await asDirector('delete from saved_opportunity');
    await send();
    expect((await ends()).sort()).toEqual(['nothing-left', 'opted-out']);
    expect(await texts()).toEqual([]);
  });

  it('remind of an invitation once after ten days, and not who answered, was removed or complained', async () => {
    const store = new InvitationStore();
    const [cluster = ''] = clusters;
    const ids = await unitOfWork.run(systemScope(clusters), async (unit) => {
      const added: string[] = [];
      for (const name of ['silent', 'answered', 'removed', 'complained', 'recent']) {
        const person = {
          cluster,
          organisation,
          name,
          email: `${name}@invited.example`,
          role: 'editor',
        } as const;
        added.push(await store.add(unit, { ...person, language: 'it', source: 'officer' }));
      }
      return added;
    });
    await send();
    const [, answered, , complained] = ids;
    await rows(`update invitation set ends_at = now() + interval '20 days' where id = any ($1)`, [
      ids.slice(0, 4),
    ]);
    await rows('update invitation set confirmed_at = now() where id = $1', [answered]);
    await unitOfWork.run(systemScope(clusters), (unit) => store.erase(unit, 'removed@invited.example'));
    const [sent] = await rows<{ id: string }>('select id from mail_delivery where cause = $1', [complained]);
    await unitOfWork.run(systemScope(), (unit) =>
      recordBounce(unit, sent?.id ?? '', { kind: 'complaint', status: null }),
    );
    await rows('delete from mailbox_message');
    const remind = () => unitOfWork.run(systemScope(clusters), (unit) => store.remind(unit));
    expect([await remind(), await remind()]).toEqual([2, 0]);
    await send();
    const reached = await rows<{ to: string; text: string }>(
      'select to_address as to, text from mailbox_message',
    );
    expect(reached.map(({ to }) => to)).toEqual(['silent@invited.example']);
    const links = /\/invitation#([\w-]+)/.exec(reached[0]?.text ?? '')?.[1] ?? '';
    const opened = await unitOfWork.run(systemScope(), (unit) => store.byToken(unit, links));
    expect(opened?.name).toBe('silent');
  });

  it('D-08 tell the officers of a cluster, once, when an address came back twice', async () => {
    const officers = await rows<{ id: string }>(
      `select id from user_account where email = 'officer@afil.example'`,
    );
    const afil = await rows<{ id: string }>(`select id from cluster where slug = 'afil'`);
    const bounce = async (cause: string): Promise<void> => {
      await unitOfWork.run(systemScope(clusters), (unit) =>
        putMail(unit, digestMail, {
          to: { user: director },
          content: { digest: newId() },
          cause,
          clusters: afil.map(({ id }) => id),
        }),
      );
      await rows(`update mail_delivery set state = 'sent', address_mark = '\\x01' where cause = $1`, [cause]);
      const [sent] = await rows<{ id: string }>('select id from mail_delivery where cause = $1', [cause]);
      await unitOfWork.run(systemScope(), (unit) =>
        recordBounce(unit, sent?.id ?? '', { kind: 'hard', status: '5.1.1' }),
      );
    };
    const tell = () => service.app.get(SuspendedProcessor, { strict: false }).tell();
    await bounce('first');
    await tell();
    expect(await rows(`select 1 from mail_delivery where mail = 'suspended-address'`)).toEqual([]);
    await bounce('second');
    await tell();
    await tell();
    const told = await rows<{ recipient: string }>(
      `select recipient from mail_delivery where mail = 'suspended-address'`,
    );
    expect(told).toEqual(officers.map(({ id }) => ({ recipient: `user:${id}` })));
    await send();
    expect((await texts()).join(' ')).toContain('due messaggi a Dario Demo (director@member.example)');
    await rows('delete from mail_suppression');
  });

  it('leave deadlines in a calendar whose address is its owner’s to give and to take', async () => {
    const owner = new HttpClient(service.address);
    await owner.post('/api/v1/sessions', { email: 'director@member.example', password: demoPassword });
    expect((await owner.get('/api/v1/me/calendar')).body).toEqual({ since: null });
    const given = async (): Promise<string> => {
      const { url } = (await owner.post('/api/v1/me/calendar')).body as { url: string };
      return new URL(url).pathname;
    };
    const first = await given();
    const program = new HttpClient(service.address);
    const calendar = await program.get(first);
    expect([calendar.status, calendar.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(calendar.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(calendar.text).toContain(`UID:${call}-single-0@tessera`);
    expect(calendar.text).not.toMatch(/Dario|director|member/);
    await rows(`update opportunity set stated_status = 'withdrawn' where id = $1`, [call]);
    expect((await program.get(first)).text).toContain('STATUS:CANCELLED');
    const second = await given();
    expect([(await program.get(first)).status, (await program.get(second)).status]).toEqual([404, 200]);
    await rows('update role_grant set until = now() where user_id = $1', [director]);
    expect((await program.get(second)).text).not.toContain('VEVENT');
    await rows('update role_grant set until = null where user_id = $1', [director]);
    expect((await owner.send('DELETE', '/api/v1/me/calendar')).status).toBe(204);
    expect((await program.get(second)).status).toBe(404);
  });

  it('leave what a cluster published in a feed for everybody', async () => {
    await rows(
      `insert into opportunity_record (id, opportunity_id, source, identifier_key, content_hash, observed_at, record)
       values (gen_random_uuid(), $1::uuid, 'by-hand', $1::text, 'x', now(), $2)`,
      [call, JSON.stringify({ flags: { addedBy: 'afil' }, sourceKey: call })],
    );
    const reader = new HttpClient(service.address);
    const feed = await reader.get('/api/v1/clusters/afil/feed.atom?language=it');
    expect([feed.status, feed.headers.get('content-type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ]);
    expect(feed.text).toContain(`<id>urn:uuid:${call}</id>`);
    expect(feed.text.match(/<entry>/g)?.length).toBeGreaterThan(1); // its pilots
    expect((await reader.get('/api/v1/clusters/catal/feed.atom')).text).not.toContain(call);
    expect((await reader.get('/api/v1/clusters/nobody/feed.atom')).status).toBe(404);
  });

  it('come at once to whoever chose so: when lists were made anew, and once for each time', async () => {
    const chosen = { purpose: 'digest-at-once', textVersion: 'test', channel: 'page' } as const;
    const consents = service.app.get(ConsentStore, { strict: false });
    await unitOfWork.run(systemScope(), (unit) => consents.choose(unit, director, 'digest-', chosen));
    const store = service.app.get(DigestStore, { strict: false });
    const friday = (time: string) => new Date(`2026-11-27T${time}Z`);
    const plan = async (at: Date): Promise<number> => {
      await rows(`update digest set state = 'silent', chosen_at = $1 where state = 'planned'`, [at]);
      return unitOfWork.run(systemScope(clusters), (unit) => store.plan(unit, at, 'due'));
    };
    const lists = (at: Date) =>
      rows(
        `insert into score_run (id, state, model, as_of, segment_ids, opportunity_ids, finished_at)
         values (gen_random_uuid(), 'done', 'test', '2026-11-27', '{}', '{}', $1)`,
        [at],
      );
    await lists(friday('09:00:00'));
    expect(await plan(friday('09:05:00'))).toBe(1);
    expect(await plan(friday('10:05:00'))).toBe(0);
    await lists(friday('11:30:00'));
    expect(await plan(friday('11:35:00'))).toBe(1);
    await lists(friday('23:00:00'));
    expect(await plan(friday('23:05:00'))).toBe(0); // nobody is woken
    const weeks = await rows<{ week: string }>('select week from digest order by week');
    expect(weeks.map(({ week }) => week)).toEqual(['2026-W48-5T10', '2026-W48-5T12']);
  });

  it('D-08 take reports of what came back from who shows the secret alone', async () => {
    const id = await chosenDigest();
    await send();
    const body = { to: `bounces+${id}@tessera.example`, message: 'Action: failed\r\nStatus: 5.1.1\r\n' };
    const post = (shown: string) =>
      new HttpClient(service.address).send('POST', '/api/v1/mail/reports', body, {
        authorization: `Bearer ${shown}`,
      });
    expect((await post('wrong')).status).toBe(403);
    const bounces = () => rows<{ kind: string }>('select kind from mail_bounce where delivery_id = $1', [id]);
    expect(await bounces()).toEqual([]);
    for (let time = 0; time < 2; time += 1) expect((await post(secret)).body).toEqual({ taken: true });
    expect(await bounces()).toEqual([{ kind: 'hard' }]);
    await rows('delete from mail_bounce');
  });

  it('are not sent to somebody who was erased after they were chosen', async () => {
    await chosenDigest();
    const removals = service.app.get(Removals, { strict: false });
    const email = 'director@member.example';
    await removals.person({ email, name: 'Dario Demo', language: 'it' });
    try {
      await send();
      await send();
      expect(await texts()).toEqual([expect.stringContaining('sono stati cancellati')]);
      expect(await rows(`select reason from mail_delivery where mail = 'digest'`)).toEqual([
        { reason: 'erased' },
      ]);
    } finally {
      const [, token = ''] = /undo#([\w-]{43})/.exec((await texts()).join(' ')) ?? [];
      await removals.undo(token);
    }
  });

  it('D-07 are not answered, ended or changed by a scanner that opens every link of them', async () => {
    await chosenDigest();
    await send();
    const [{ html, raw }] = (await rows<{ html: string; raw: string }>(
      'select html, raw from mailbox_message',
    )) as [{ html: string; raw: string }];
    const unsubscribe = /^List-Unsubscribe:\s+<([^\s>]+)>/m.exec(readable(raw))?.[1] ?? '';
    const links = [unsubscribe, ...[...html.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url)];
    expect(links.length).toBeGreaterThan(4);
    const said = () =>
      Promise.all(
        ['consent', 'suggestion_feedback', 'mail_suppression', 'digest', 'saved_alert'].map((table) =>
          rows(`select to_jsonb(t) as row from ${table} t order by 1`),
        ),
      );
    const before = await said();
    for (const link of links)
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
        await fetch(service.address + pathname + search, { method, redirect: 'manual' });
      }
    expect(await said()).toEqual(before);
  });

  // last: from here on a worker sends by itself
  it('D-05 are sent though the store of the queue was lost after they were chosen', async () => {
    await chosenDigest();
    const owner = new pg.Client(service.database.owner);
    await owner.connect();
    await owner.query('truncate bullmq.job cascade');
    await owner.query('delete from outbox');
    await owner.end();
    const roles = ['relay', 'workers', 'reconciler'] as const;
    await service.app.get(QueueRuntime).start({ roles, queues: ['mail'] });
    await until('the digest', async () => (await ends()).join() === 'sent', 60_000);
    expect(await texts()).toHaveLength(1);
  });

  const chosenDigest = (): Promise<string> =>
    putChosenDigest(service, { user: director, organisation, clusters, opportunity: call });
});
