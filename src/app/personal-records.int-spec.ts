import pg from 'pg';

import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { mailerTo, mailServer, type MailServer } from '../../test/support/mail-server.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import { until } from '../../test/support/until.js';
import { systemScope } from '../platform/database/scope.js';
import { newId } from '../platform/ids/uuid.js';
import { JobRegistry } from '../platform/queue/index.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

/** Stands in everything of the person who goes, and nowhere else. */
const canary = 'zirkonkanarie';
const email = `${canary}@claimed.example`;

describe('what boards and requests hold about a person', () => {
  let service: HttpService;
  let mail: MailServer;
  let officer: HttpClient;
  let owner: pg.Client;
  let clusters: string[];
  beforeAll(async () => {
    mail = await mailServer();
    service = await openHttpService({ demo: true, work: true, platform: { mailer: mailerTo(mail.url) } });
    await service.app.get(DemoPeople).ensure();
    officer = new HttpClient(service.address);
    await officer.post('/api/v1/sessions', { email: 'officer@afil.example', password: demoPassword });
    owner = new pg.Client(service.database.owner);
    await owner.connect();
    clusters = (await owner.query<{ id: string }>('select id from cluster order by slug')).rows.map(
      ({ id }) => id,
    );
  }, 120_000);
  afterAll(async () => {
    await (owner as pg.Client | undefined)?.end();
    await (service as HttpService | undefined)?.close();
    await mail.close();
  });

  const run = (sql: string, values: unknown[] = []): Promise<unknown> =>
    service.database.unitOfWork.run(systemScope(clusters), ({ manager }) => manager.query(sql, values));

  /** Tables in which a text stands, whoever may read them. */
  const holding = async (text: string): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: some } = await owner.query(
        `select from ${name} t where t::text ilike '%' || $1 || '%' limit 1`,
        [text],
      );
      if (some.length > 0) found.push(name);
    }
    return found.sort();
  };

  const removeLink = async (organisation: string): Promise<{ token: string; person: HttpClient }> => {
    await officer.post('/api/v1/invitations', { organisation, name: `Ada ${canary}`, email });
    const token = /\/invitation#([\w-]{43})/.exec(await mail.mailTo(email))?.[1] ?? '';
    const person = new HttpClient(service.address);
    expect((await person.post('/api/v1/invitations/confirm', { token })).status).toBe(201);
    return { token, person };
  };

  /** A board with a seat whose contact is given, and who answered for it. */
  const seated = async (
    party: { contact: string; email: string | null; words: string; by: string | null; organisation: string },
    age = '0 days',
    state = 'forming',
  ): Promise<string> => {
    const [board, seat] = [newId(), newId()];
    const on = [board, clusters[0]];
    await run(
      `insert into consortium (id, cluster_id, title, state, version, created_by, created_at, changed_at)
       values ($1, $2, 'Board', $3, 1, 'test', now(), now() - $4::interval)`,
      [...on, state, age],
    );
    await run(
      `insert into consortium_seat (id, consortium_id, cluster_id, participation, organisation_id, need_ids, state, position,
         version) values ($3, $1, $2, 'beneficiary', $4, '{}', 'accepted', 1, 1)`,
      [...on, seat, party.organisation],
    );
    await run(
      `insert into seat_party (seat_id, consortium_id, cluster_id, legal_name, contact_name, contact_email, filled_by, filled_at)
       values ($3, $1, $2, 'Standing Srl', $4, $5, 'guest', now())`,
      [...on, seat, party.contact, party.email],
    );
    await run(
      `insert into seat_offer (id, seat_id, consortium_id, cluster_id, organisation_id, state, offered_by, offered_at, words,
         answered_by, answered_at) values ($3, $4, $1, $2, $5, 'accepted', 'test', now(), $6, $7, now())`,
      [...on, newId(), seat, party.organisation, party.words, party.by],
    );
    await run(
      `insert into guest_link (id, seat_id, consortium_id, cluster_id, token_hash, created_by, created_at, ends_at, answer, words)
       values ($3, $4, $1, $2, sha256($5), 'test', now(), now() + interval '1 day', 'question', $6)`,
      [...on, newId(), seat, Buffer.from(seat), party.words],
    );
    return seat;
  };

  const requested = async (
    by: string | null,
    {
      guest,
      words,
      state = 'accepted',
      age = '0 days',
    }: {
      guest?: { name: string; email: string };
      words: string;
      state?: string;
      age?: string;
    },
  ): Promise<string> => {
    const id = newId();
    await run(
      `insert into introduction (id, clusters, sender_clusters, recipient_clusters, recipient_name, channel, purpose, masked,
         subject, role, language, need_key, state, version, created_by, created_at, changed_at, sent_at)
       values ($1, $2, $2, '{}', $3, $4, 'partner', false, 'Cells', 'partner', 'en', 'need', $5, 1, $6, now(),
         now() - $7::interval, now())`,
      [id, [clusters[0]], guest?.name ?? null, guest ? 'guest' : 'outside', state, by, age],
    );
    if (guest)
      await run('insert into introduction_guest (introduction_id, name, email) values ($1, $2, $3)', [
        id,
        guest.name,
        guest.email,
      ]);
    const text = by === null ? 'the officer’s own words' : words;
    await run('insert into introduction_words (introduction_id, parts) values ($1, $2)', [
      id,
      JSON.stringify([{ key: 'need', text, source: null }]),
    ]);
    const said = (side: string, author: string | null, what: string): Promise<unknown> =>
      run(
        `insert into introduction_message (id, introduction_id, at, side, author, text, shown_text)
         values ($1, $2, now(), $3, $4, $5, $5)`,
        [newId(), id, side, author, what],
      );
    await said('sender', by, text);
    await said('recipient', null, by === null ? words : 'the other side’s own words');
    await run(
      `insert into introduction_link (id, introduction_id, token_hash, ends_at) values ($1, $2, sha256($3), now())`,
      [newId(), id, Buffer.from(id)],
    );
    return id;
  };

  it('stands in the file of their own data, goes with them, leaves the others’ words, and comes back', async () => {
    const organisation = await tellCluster(service.app, {
      cluster: 'afil',
      name: 'Held Srl',
      text: 'Presses.',
      invented: false,
    });
    const { token, person } = await removeLink(organisation);
    const { rows } = await owner.query<{ id: string }>('select id from user_account where email = $1', [
      email,
    ]);
    const user = rows[0]?.id ?? '';
    const words = `Ask ${canary} about it`;
    const own = { contact: `Ada ${canary}`, words, by: user, organisation };
    await seated({ ...own, email: email.toUpperCase() });
    await seated({ ...own, email: null });
    await seated({ ...own, contact: 'Bea', email: 'bea@other.example', words: 'hers', by: null });
    await requested(user, { words });
    await requested(null, { words, guest: { name: `Ada ${canary}`, email } });
    await requested(null, { words: 'Carla’s', guest: { name: 'Carla', email: 'carla@other.example' } });

    const { tables } = (await person.get('/api/v1/me/data')).body;
    const sizes = Object.fromEntries(
      Object.entries(tables as Record<string, object[]>).map(([name, held]) => [name, held.length]),
    );
    expect(sizes).toMatchObject({
      seatContacts: 2,
      guestAnswers: 2,
      seatAnswers: 2,
      requests: 1,
      requestWords: 1,
      requestMessages: 2,
      guestRequests: 1,
    });
    expect(JSON.stringify(tables)).not.toMatch(/bea@other|carla@other|own words/);
    const before = await holding(canary);
    for (const name of ['seat_party', 'guest_link', 'seat_offer', 'introduction', 'introduction_message'])
      expect(before).toContain(`public.${name}`);

    expect((await new HttpClient(service.address).post('/api/v1/invitations/remove', { token })).status).toBe(
      200,
    );
    const last = await mail.mailTo(email, 'invitation/undo');
    // the one mail about it carries name and address until it has gone
    const mails = async (): Promise<boolean> => (await holding(canary)).some((name) => name.includes('mail'));
    await until('the last mail to be forgotten', async () => !(await mails()), 30_000);
    expect(await holding(canary)).toEqual([]);
    for (const theirs of ['the other side’s own words', 'Carla’s', 'bea@other.example', 'Standing Srl'])
      expect(await holding(theirs)).not.toEqual([]);

    const undo = /\/invitation\/undo#([\w-]{43})/.exec(last)?.[1] ?? '';
    expect(
      (await new HttpClient(service.address).post('/api/v1/removals/undo', { token: undo })).status,
    ).toBe(200);
    const back = await holding(canary);
    expect(back).toEqual(expect.arrayContaining(before.filter((name) => !name.includes('mail'))));
  }, 120_000);

  it('is kept for as long as was said, and no longer', async () => {
    const organisation = await tellCluster(service.app, {
      cluster: 'afil',
      name: 'Kept Srl',
      text: 'Presses.',
      invented: false,
    });
    const cases = [
      { name: 'overyear', age: '13 months', state: 'dropped', stays: false },
      { name: 'underyear', age: '11 months', state: 'dropped', stays: true },
      { name: 'formingyear', age: '13 months', state: 'forming', stays: true },
      { name: 'untouched', age: '25 months', state: 'forming', stays: false },
    ];
    for (const { name, age, state } of cases)
      await seated(
        { contact: name, email: `${name}@kept.example`, words: `${name} said`, by: null, organisation },
        age,
        state,
      );
    const requests = [
      { name: 'guestpast', age: '13 months', state: 'declined', stays: false },
      { name: 'guestnew', age: '11 months', state: 'declined', stays: true },
      { name: 'drafted', age: '91 days', state: 'draft', stays: false },
      { name: 'drafting', age: '89 days', state: 'draft', stays: true },
    ];
    for (const { name, age, state } of requests)
      await requested(null, { age, state, words: 'x', guest: { name, email: `${name}@kept.example` } });
    await requested(null, { age: '25 months', words: 'longgone words' });
    await requested(null, { age: '23 months', words: 'stillhere words' });

    const { handler } = service.app.get(JobRegistry).job('ingest/retention') ?? {};
    await handler?.(
      { day: '2026-01-02' },
      { signal: new AbortController().signal, clusterId: null, attempt: 1 },
    );

    for (const { name, stays } of [...cases, ...requests])
      expect([name, (await holding(name)).length > 0]).toEqual([name, stays]);
    expect(await holding('longgone')).toEqual([]);
    expect(await holding('stillhere')).toEqual(['public.introduction_message']);
  }, 120_000);
});
