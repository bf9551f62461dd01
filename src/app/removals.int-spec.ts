import pg from 'pg';

import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { mailerTo, mailServer, type MailServer } from '../../test/support/mail-server.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import { until } from '../../test/support/until.js';
import { ErasureList } from '../accounts/index.js';
import { JobRegistry } from '../platform/queue/index.js';
import { systemScope } from '../platform/database/scope.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

/** Tables, beside the trail, in which a text stands. */
async function holding(owner: pg.Client, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tablesOf(owner))
    if (
      (await owner.query(`select from ${name} t where t::text ilike '%' || $1 || '%' limit 1`, [text]))
        .rowCount
    )
      found.push(name);
  return found;
}

async function tablesOf(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The rows of all tables as they are now, and a way to put them back as they were. */
async function backUp(owner: pg.Client): Promise<{ restore: () => Promise<void> }> {
  const tables = await tablesOf(owner);
  await owner.query('create schema backup');
  for (const name of tables) await owner.query(`create table backup.${name} as table ${name}`);
  const restore = async (): Promise<void> => {
    await until('the tables to be empty', () => emptied(owner, tables));
    for (const name of tables) await owner.query(`insert into ${name} select * from backup.${name}`);
    await owner.query('commit');
    await owner.query('drop schema backup cascade');
  };
  return { restore };
}

/**
 * Begins a transaction in which all tables are empty. Nobody works on a database that is being restored; here the service
 * does, and PostgreSQL ends one of two that wait for each other.
 */
async function emptied(owner: pg.Client, tables: readonly string[]): Promise<boolean> {
  await owner.query('begin');
  await owner.query('set local session_replication_role = replica');
  try {
    await owner.query(`truncate ${tables.join(', ')}`);
    return true;
  } catch (error) {
    await owner.query('rollback');
    if ((error as pg.DatabaseError).code === '40P01') return false;
    throw error;
  }
}

describe('removing people and organisations', () => {
  let service: HttpService;
  let mail: MailServer;
  let officer: HttpClient;
  beforeAll(async () => {
    mail = await mailServer();
    service = await openHttpService({
      demo: true,
      work: true,
      platform: { mailer: mailerTo(mail.url) },
    });
    await service.app.get(DemoPeople).ensure();
    officer = await signIn('officer@afil.example');
  }, 120_000);
  afterAll(async () => {
    await (service as HttpService | undefined)?.close();
    await mail.close();
  });

  const browser = (): HttpClient => new HttpClient(service.address);
  const signIn = async (email: string): Promise<HttpClient> => {
    const own = browser();
    expect((await own.post('/api/v1/sessions', { email, password: demoPassword })).status).toBe(201);
    return own;
  };
  const told = (name: string, text: string, cluster = 'afil'): Promise<string> =>
    tellCluster(service.app, { cluster, name, text, invented: false });
  /** The token that the invitation's mail brings. */
  const invited = async (organisation: string, email: string): Promise<string> => {
    const asked = await officer.post('/api/v1/invitations', { organisation, name: 'Ada Bianchi', email });
    expect(asked.status).toBe(202);
    return /\/invitation#([\w-]{43})/.exec(await mail.mailTo(email))?.[1] ?? '';
  };
  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(), ({ manager }) => manager.query<T[]>(sql, values));
  const rowsOf = async <T>(sql: string, values: unknown[]): Promise<T[]> => {
    const clusters = await rows<{ id: string }>('select id from cluster');
    return service.database.unitOfWork.run(systemScope(clusters.map(({ id }) => id)), ({ manager }) =>
      manager.query<T[]>(sql, values),
    );
  };

  const idsOf = async (email: string): Promise<string[]> =>
    (
      await rows<{ id: string }>(
        'select id from contact where email = $1 union all select id from user_account where email = $1',
        [email],
      )
    ).map(({ id }) => id);
  /** What takes a removal back: it stands in the mail alone. */
  const undoToken = async (email: string): Promise<string> =>
    /\/invitation\/undo#([\w-]{43})/.exec(await mail.mailTo(email, 'invitation/undo'))?.[1] ?? '';
  const undo = (token: string) => browser().post('/api/v1/removals/undo', { token });

  it('A-03 removes a person at once, keeps them out, and takes it back for seven days, once', async () => {
    const organisation = await told('Going Srl', 'Presses.');
    const email = 'going@claimed.example';
    const token = await invited(organisation, email);
    const ada = browser();
    await ada.post('/api/v1/invitations/confirm', { token, digest: 'weekly' });
    const [before] = await rows<{ id: string }>('select id from user_account where email = $1', [email]);
    await service.database.unitOfWork.run(
      { role: 'member', clusters: [], organisation, user: before?.id ?? '' },
      ({ manager }) =>
        manager.query(
          `insert into suggestion_feedback (side_id, actor, opportunity_id, organisation_id, by_organisation_id, verdict)
           select $1, $2, (select id from opportunity limit 1), $1, $1, 'useful'`,
          [organisation, before?.id],
        ),
    );

    expect((await browser().post('/api/v1/invitations/remove', { token })).status).toBe(200);
    expect(await idsOf(email)).toEqual([]);
    expect((await ada.get('/api/v1/me')).status).toBe(401);
    const [judged] = await rows<{ actor: string }>(
      'select actor from suggestion_feedback where by_organisation_id = $1',
      [organisation],
    );
    expect(judged?.actor).toMatch(/^erased:/);
    const again = await officer.post('/api/v1/invitations', { organisation, name: 'Ada', email });
    expect(again.body.code).toBe('accounts.person-removed');
    const kept = await rows<{ text: string }>(`select row_to_json(r)::text as text from removal r`);
    expect(JSON.stringify(kept)).not.toContain('claimed.example');

    const back = await undoToken(email);
    expect((await undo('A'.repeat(43))).status).toBe(404);
    expect((await undo(back)).body).toEqual({ kind: 'person' });
    expect(await idsOf(email)).toContain(before?.id);
    expect((await undo(back)).body.code).toBe('accounts.removal-not-found');
    const consents = await rows<{ purpose: string }>(
      'select purpose from consent where user_id = $1 order by 1',
      [before?.id],
    );
    expect(consents.map(({ purpose }) => purpose)).toEqual(['account', 'digest-weekly']);
  });

  it('removes a company apart from its people, against every list, and takes that back', async () => {
    const organisation = await told('Leaving Works Srl', 'Leaving battery presses.');
    const token = await invited(organisation, 'owner@leaving.example');
    const owner = browser();
    await owner.post('/api/v1/invitations/confirm', {
      token,
      profile: { added: [{ statement: 'Forging of large parts' }] },
    });
    const counts = async (): Promise<number[]> =>
      Promise.all(
        ['organisation_record', 'membership', 'evidence', 'role_grant', 'contact'].map(
          async (table) =>
            (await rowsOf(`select * from ${table} where organisation_id = $1`, [organisation])).length,
        ),
      );
    const before = await counts();
    expect(before.every((count) => count > 0)).toBe(true);

    expect((await browser().post('/api/v1/invitations/remove-organisation', { token })).status).toBe(200);
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
    expect((await officer.get(`/api/v1/organisations/${organisation}`)).status).toBe(404);
    // the person stays
    expect((await owner.get('/api/v1/me')).status).toBe(200);
    await until(
      'the snapshots to be rewritten',
      async () => (await rows(`select from audit_entry where action = 'snapshots.erased'`)).length > 0,
      30_000,
    );
    const list = new FormData();
    list.append(
      'file',
      new Blob(['legalName;country\nLEAVING WORKS S.r.l.;IT\nStaying Works Srl;IT\n']),
      'a.csv',
    );
    const preview = await fetch(`${service.address}/api/v1/imports`, {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: list,
    });
    expect(preview.status).toBe(201);
    const { id } = (await preview.json()) as { id: string };
    const read = (await officer.get(`/api/v1/imports/${id}/rows`)).body.items;
    expect(read.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['refused', 'new']);
    expect(JSON.stringify(read)).toContain('organisation-removed');

    expect((await undo(await undoToken('owner@leaving.example'))).body).toEqual({ kind: 'organisation' });
    expect(await counts()).toEqual(before);
    expect((await owner.get('/api/v1/own-profile')).body.lines.length).toBeGreaterThan(0);
  });

  it('removes no company by an old mail, nor for somebody who speaks for it no more', async () => {
    const organisation = await told('Standing Works Srl', 'Standing presses.');
    const remove = async (token: string): Promise<unknown> =>
      (await browser().post('/api/v1/invitations/remove-organisation', { token })).body.code;
    const old = await invited(organisation, 'old@standing.example');
    await rows(
      `update invitation set ends_at = now() where contact_id in (select id from contact where email = $1)`,
      ['old@standing.example'],
    );
    expect(await remove(old)).toBe('accounts.invitation-ended');
    const former = await invited(organisation, 'former@standing.example');
    await browser().post('/api/v1/invitations/confirm', { token: former });
    await rows(
      `update role_grant set until = now() where user_id in (select id from user_account where email = $1)`,
      ['former@standing.example'],
    );
    expect(await remove(former)).toBe('accounts.not-yours-to-remove');
    expect((await officer.get(`/api/v1/organisations/${organisation}`)).status).toBe(200);
  });

  /** An officer asks a guest, by the address they typed. */
  const askGuest = async (email: string, subject: string) => {
    const guest = { name: 'Gino Ospite', email };
    const draft = await officer.post('/api/v1/introductions', { guest, subject, role: 'partner' });
    if (draft.status !== 201) return draft;
    return officer.post(`/api/v1/introductions/${draft.body.id}/send`);
  };
  const guestsCalled = async (email: string): Promise<number> =>
    (await rowsOf(`select from introduction_guest where lower(email) = $1`, [email])).length;
  const remove = (token: string) => browser().post('/api/v1/invitations/remove', { token });
  const removeMeToken = async (email: string, holding: string): Promise<string> =>
    /\/remove-me#([\w-]{43})/.exec(await mail.mailTo(email, holding))?.[1] ?? '';

  it('A-03 removes a guest by the mail they got, keeps them out, and takes that back', async () => {
    const email = 'Gino@Guest.example';
    const folded = email.toLowerCase();
    expect((await askGuest(email, 'Cells')).status).toBeLessThan(300);
    const text = await mail.mailTo(email, 'answer#');
    expect(text).toMatch(/(Rimuovimi|Remove me):/);
    const token = await removeMeToken(email, 'answer#');
    expect(await guestsCalled(folded)).toBe(1);
    expect((await remove(token)).status).toBe(200);
    expect(await guestsCalled(folded)).toBe(0);
    expect((await askGuest(folded, 'Cells again')).body.code).toBe('accounts.person-removed');
    // what is behind the mail's other link is gone as well
    const link = /answer#([\w-]{43})/.exec(text)?.[1] ?? '';
    expect((await browser().post('/api/v1/introduction-links/open', { token: link })).status).toBe(404);
    const kept = await rows<{ text: string }>(`select row_to_json(r)::text as text from removal_link r`);
    expect(JSON.stringify(kept)).not.toMatch(/gino|guest\.example/i);

    expect((await undo(await undoToken(folded))).body).toEqual({ kind: 'person' });
    expect(await guestsCalled(folded)).toBe(1);
    expect((await browser().post('/api/v1/introduction-links/open', { token: link })).status).toBe(200);
    // the page that this link opens removes too
    expect((await remove(link)).status).toBe(200);
    expect(await guestsCalled(folded)).toBe(0);
  });

  it('proves an address before it removes anybody, and tells nobody whether anything was held', async () => {
    const email = 'ines@byaddress.example';
    const organisation = await told('By Address Srl', 'Presses.');
    await invited(organisation, email);
    const ask = (address: string) =>
      browser().post('/api/v1/removals/ask', { email: address, language: 'en' });
    const answers = [await ask(email), await ask('nobody@byaddress.example')];
    expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(
      Array(2).fill('202 {"asked":true}'),
    );
    const token = await removeMeToken(email, 'Somebody, probably you');
    expect(await idsOf(email)).toHaveLength(1);
    await until(
      'the other to be dropped',
      async () =>
        (await rows(`select from mail_delivery where mail = 'removal-link' and reason = 'nothing-held'`))
          .length > 0,
      30_000,
    );
    expect(mail.inbox.some(({ to }) => to.includes('nobody@byaddress.example'))).toBe(false);
    expect((await remove(token)).status).toBe(200);
    expect(await idsOf(email)).toEqual([]);
    await ask(email);
    await ask(email);
    expect((await ask(email)).status).toBe(429);
  });

  it('S-06 takes out of a restored backup whoever was erased after it was made', async () => {
    const list = service.app.get(ErasureList);
    const gone = 'vanishing@claimed.example';
    const company = 'Vanishing Works Srl';
    const organisation = await told('Remaining Works Srl', 'Remaining presses.');
    const removed = await told(company, 'Vanishing presses.');
    const token = await invited(organisation, gone);
    await browser().post('/api/v1/invitations/confirm', { token, digest: 'weekly' });
    await until(
      'the mails to have gone',
      async () => (await rows('select from mail_address')).length === 0,
      30_000,
    );
    const companyToken = await invited(removed, 'boss@other.example');
    const owner = new pg.Client(service.database.owner);
    await owner.connect();
    try {
      const backup = await backUp(owner);
      await browser().post('/api/v1/invitations/remove', { token });
      await browser().post('/api/v1/invitations/remove-organisation', { token: companyToken });
      const erased = await list.write();
      expect(erased).not.toContain('vanishing');
      expect(erased.split('\n').length).toBeGreaterThan(3);

      await backup.restore();
      expect(await holding(owner, gone)).toContain('user_account');
      expect(await holding(owner, company)).toContain('organisation_record');
      await expect(
        list.replay(erased.replace(/^.*/, 'tessera erasures 0123456789abcdef')),
      ).rejects.toMatchObject({
        code: 'accounts.foreign-erasures',
      });
      await expect(list.replay(`${erased}hello\n`)).rejects.toMatchObject({
        code: 'accounts.no-erasure-list',
      });
      expect(await list.replay(erased)).toMatchObject({ people: 1, organisations: 1 });
      expect(await holding(owner, gone)).toEqual([]);
      expect(await holding(owner, company)).toEqual([]);
      expect(await holding(owner, 'Remaining Works Srl')).toContain('organisation_record');
      const again = await officer.post('/api/v1/invitations', { organisation, name: 'Ada', email: gone });
      expect(again.body.code).toBe('accounts.person-removed');
      expect(await list.replay(erased)).toMatchObject({ added: 0, people: 0, organisations: 0 });
    } finally {
      await owner.end();
    }
  });

  it('A-02 locks a contact that was held for a month without being told, and warns the cluster', async () => {
    const organisation = await told('Late Srl', 'Robots.');
    const [cluster] = await rows<{ id: string }>(`select id from cluster where slug = 'afil'`);
    await rows(
      `insert into contact (id, cluster_id, organisation_id, name, email, source, created_at)
       values (gen_random_uuid(), $1, $2, 'Late', 'late@claimed.example', 'officer', now() - interval '32 days'),
         (gen_random_uuid(), $1, $2, 'In time', 'intime@claimed.example', 'officer', now() - interval '30 days'),
         (gen_random_uuid(), $1, $2, 'Old', 'old@claimed.example', 'officer', now() - interval '91 days')`,
      [cluster?.id, organisation],
    );
    const invite = (email: string) =>
      officer.post('/api/v1/invitations', { organisation, name: 'Late', email });
    expect((await invite('late@claimed.example')).body.code).toBe('accounts.contact-locked');
    expect((await invite('intime@claimed.example')).status).toBe(202);
    await rows(
      `update contact set noticed_at = now() - interval '13 months' where email = 'intime@claimed.example'`,
    );

    const day = '2026-01-01';
    const { handler } = service.app.get(JobRegistry).job('ingest/retention') ?? {};
    await handler?.({ day }, { signal: new AbortController().signal, clusterId: null, attempt: 1 });
    await handler?.({ day }, { signal: new AbortController().signal, clusterId: null, attempt: 2 });
    // the worker does the day that it is meanwhile; what counts is that each went once
    const [run] = await rows<Record<string, number>>(
      `select sum((counts ->> 'contactsUnanswered')::int)::int as unanswered,
         sum((counts ->> 'contactsNeverTold')::int)::int as "neverTold",
         max((counts ->> 'contactsLocked')::int)::int as locked from retention_run`,
    );
    expect(run).toEqual({ unanswered: 1, neverTold: 1, locked: expect.any(Number) });
    expect(await idsOf('late@claimed.example')).toHaveLength(1);
    expect(await idsOf('old@claimed.example')).toEqual([]);
    expect(await mail.mailTo('officer@afil.example', /una persona|One person/)).toMatch(/informata|told/);
  });
});
