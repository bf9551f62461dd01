import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CreateCluster, CreateUser } from '../../src/accounts/index.js';
import { WebhookSettings } from '../../src/digests/index.js';
import { TellWebhooks } from '../../src/digests/webhooks/tell-webhooks.js';
import { WebhookSender } from '../../src/digests/webhooks/webhook-sender.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { newId } from '../../src/platform/ids/uuid.js';
import { HttpClient } from '../support/http-client.js';
import { openHttpService, type HttpService } from '../support/http-service.js';
import { signedIn } from '../support/signed-in.js';

interface Received {
  readonly path: string;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

const never = new AbortController().signal;
const all = ['opportunity.changed', 'opportunity.withdrawn', 'cluster.published', 'digest.sent'];

describe('webhooks', () => {
  let service: HttpService;
  let receiver: Server;
  let got: Received[];
  /** what the receiver answers by path; null: nothing, ever */
  let answers: Map<string, number | null>;
  let aur: string;
  let bor: string;
  let officer: HttpClient;
  let manager: HttpClient;
  let stranger: HttpClient;
  let operator: HttpClient;

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { url: path = '', headers } = request;
        got.push({ path, headers, body: Buffer.concat(chunks).toString() });
        const status = answers.get(path);
        if (status === null) return;
        response.writeHead(status ?? 200, status === 302 ? { location: '/inside' } : {});
        response.end('x'.repeat(10_000));
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const limits = { connectMs: 2_000, totalMs: 2_000, bytes: 0 };
    const webhooks = new WebhookSettings(['127.0.0.1'], false, limits);
    service = await openHttpService({ platform: { webhooks } });
    const made = (slug: string) =>
      service.app.get(CreateCluster).run(systemScope(), {
        ...{ slug, nameEn: slug, nameIt: slug, ecosystems: [], city: null, url: null },
      });
    aur = (await made('aur')).id;
    bor = (await made('bor')).id;
    officer = await browser({ role: 'officer', cluster: aur, organisation: null });
    manager = await browser({ role: 'manager', cluster: aur, organisation: null });
    stranger = await browser({ role: 'officer', cluster: bor, organisation: null });
    operator = await browser({ role: 'operator', cluster: null, organisation: null });
  }, 120_000);
  afterAll(async () => {
    receiver.closeAllConnections();
    receiver.close();
    await (service as HttpService | undefined)?.close();
  });
  beforeEach(async () => {
    got = [];
    answers = new Map();
    await rows('delete from webhook');
    await rows('delete from opportunity_change');
    await rows('delete from mail_delivery');
  });

  const browser = async (grant: Parameters<typeof signedIn>[1]): Promise<HttpClient> => {
    const client = new HttpClient(service.address);
    const [name = '', token = ''] = (await signedIn(service, grant)).split('=');
    client.setCookie(name, token);
    return client;
  };
  const rows = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope([aur, bor].filter(Boolean)), ({ manager: database }) =>
      database.query<T[]>(sql, values),
    );
  const url = (path: string): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;
  const make = async (path: string, by = officer, events = all) =>
    (await by.post('/api/v1/webhooks', { url: url(path), events })).body as { id: string; secret: string };
  const send = (): Promise<number> => service.app.get(WebhookSender).sendDue(never);
  const tell = (): Promise<number> => service.app.get(TellWebhooks).tell();
  const inTime = (): Promise<unknown> => rows(`update webhook_delivery set available_at = now()`);
  const deliveries = async (id: string) =>
    (await officer.get(`/api/v1/webhooks/${id}/deliveries`)).body.items as Record<string, unknown>[];
  const change = async (field: string, before: unknown, now: unknown): Promise<string> => {
    const id = newId();
    await rows(
      `insert into opportunity (id, kind, identifier, identifier_key, title, stated_status, observed_at, invented)
       values ($1::uuid, 'topic', $1::text, $1::text, 'An invented call', 'open', now(), true)`,
      [id],
    );
    await rows(
      `insert into opportunity_change (id, opportunity_id, field, old_value, new_value, source, seen_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'portal', now())`,
      [id, field, JSON.stringify(before), JSON.stringify(now)],
    );
    return id;
  };
  /** As a receiver checks it, by the words of the specification. */
  const signedBy = (secret: string, { headers, body }: Received): boolean => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const text = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
    const mark = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
    return String(headers['webhook-signature']).split(' ').includes(mark);
  };

  it('are made, tested, given another secret, switched off and removed by their cluster’s staff alone', async () => {
    const { id, secret } = await make('/hook', manager);
    expect(secret).toMatch(/^whsec_/);
    expect((await officer.post(`/api/v1/webhooks/${id}/test`)).status).toBe(202);
    await send();
    expect(got).toHaveLength(1);
    expect(signedBy(secret, got[0]!)).toBe(true);
    expect(JSON.parse(got[0]!.body)).toMatchObject({ type: 'webhook.test', data: { webhook: id } });
    expect(await deliveries(id)).toMatchObject([{ state: 'arrived', status: 200, tries: 1, problem: null }]);

    const renewed = (await manager.post(`/api/v1/webhooks/${id}/secret`)).body.secret as string;
    await officer.post(`/api/v1/webhooks/${id}/test`);
    await send();
    expect([secret, renewed].map((one) => signedBy(one, got[1]!))).toEqual([true, true]);
    await rows(`update webhook set renewed_at = now() - interval '25 hours'`);
    await officer.post(`/api/v1/webhooks/${id}/test`);
    await send();
    expect([secret, renewed].map((one) => signedBy(one, got[2]!))).toEqual([false, true]);

    const list = await officer.get('/api/v1/webhooks');
    expect(list.body.items).toMatchObject([{ id, cluster: 'aur', events: all, offSince: null }]);
    for (const hidden of [secret, renewed]) expect(list.text).not.toContain(hidden.slice(6));
    expect((await stranger.get('/api/v1/webhooks')).body.items).toEqual([]);
    for (const [method, path, body] of [
      ['GET', '/deliveries'],
      ['POST', '/test'],
      ['POST', '/secret'],
      ['PATCH', '', { on: false }],
      ['DELETE', ''],
    ] as const)
      expect((await stranger.send(method, `/api/v1/webhooks/${id}${path}`, body)).status).toBe(404);
    expect((await operator.get('/api/v1/webhooks')).status).toBe(403);

    expect((await officer.send('PATCH', `/api/v1/webhooks/${id}`, { on: false })).status).toBe(204);
    expect((await officer.post(`/api/v1/webhooks/${id}/test`)).body.code).toBe('webhooks.off');
    expect((await officer.send('DELETE', `/api/v1/webhooks/${id}`)).status).toBe(204);
    const trail = await rows<{ action: string }>(
      `select action from audit_entry where action like 'webhook.%'`,
    );
    expect(trail.map(({ action }) => action).sort()).toEqual([
      'webhook.changed',
      'webhook.made',
      'webhook.removed',
      'webhook.secret-renewed',
    ]);
  });

  it('refuse an address inside, and more than ten', async () => {
    const refused = await officer.post('/api/v1/webhooks', { url: 'http://[::1]:3000/', events: all });
    expect([refused.status, refused.body.code]).toEqual([422, 'webhooks.address-refused']);
    for (let at = 0; at < 10; at += 1) await make(`/${at}`);
    expect((await make('/too-many')) as unknown).toMatchObject({ code: 'webhooks.too-many' });
  });

  it('are told of calls that changed or were withdrawn and of digests, once, and of nothing from before', async () => {
    await change('budget', null, { totalEur: 1 });
    await make('/hook');
    await make('/only', officer, ['opportunity.withdrawn']);
    expect(await tell()).toBe(0);
    const moved = await change('deadlines', [], [{ at: '2027-04-13T15:00:00Z' }]);
    const gone = await change('statedStatus', 'open', 'withdrawn');
    await change('statedStatus', 'open', 'closed');
    await change('title', 'a', 'b');
    expect((await Promise.all([tell(), tell(), tell()])).sort()).toEqual([0, 0, 3]);
    await send();
    const told = got.map(
      ({ path, body }) =>
        [path, JSON.parse(body) as { type: string; data: { opportunities: object[] } }] as const,
    );
    const hook = told.filter(([path]) => path === '/hook').map(([, body]) => body);
    expect(hook.map(({ type }) => type).sort()).toEqual(['opportunity.changed', 'opportunity.withdrawn']);
    const calls = hook.flatMap(({ data }) => data.opportunities);
    expect(calls).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: moved,
          changes: [expect.objectContaining({ field: 'deadlines', before: [] })],
        }),
        expect.objectContaining({ id: gone, status: 'open' }),
      ]),
    );
    expect(told.filter(([path]) => path === '/only')).toHaveLength(1);

    expect(await tell()).toBe(0);
  });

  it('are told of what their cluster published and how its digests went, in numbers alone, and of nobody else’s', async () => {
    const mine = await make('/mine');
    await make('/theirs', stranger);
    const put = (body: object) => officer.send('PUT', `/api/v1/hand-calls/${added.body.id as string}`, body);
    const call = {
      kind: 'demo-case',
      title: 'Cells opened by hand',
      regions: ['ITC4'],
      needs: ['A test bench'],
    };
    const added = await officer.post('/api/v1/hand-calls', call);
    expect(added.status).toBe(201);
    const hidden = await digestOf('2026-W48', 'due');
    // a week is told once all of it has ended
    expect(await tell()).toBe(1);
    await rows(`update mail_delivery set state = 'sent', ended_at = now() where mail = 'digest'`);
    expect([await tell(), await tell()]).toEqual([1, 0]);
    expect((await put({ ...call, title: 'Cells opened by robots' })).status).toBe(200);
    await digestOf('2026-W48', 'unknown');
    expect([await tell(), await tell()]).toEqual([2, 0]);
    await send();

    expect(got.map(({ path }) => path)).toEqual(['/mine', '/mine', '/mine', '/mine']);
    expect(got.every((one) => signedBy(mine.secret, one))).toBe(true);
    const told = (type: string): Record<string, unknown>[] =>
      got.flatMap(({ body }) => {
        const message = JSON.parse(body) as { type: string; data: Record<string, unknown> };
        return message.type === type ? [message.data] : [];
      });
    expect(told('cluster.published').flatMap(({ opportunities }) => opportunities)).toMatchObject([
      { id: added.body.id, title: 'Cells opened by hand', kind: 'demo-case', status: 'standing' },
      { id: added.body.id, title: 'Cells opened by robots' },
    ]);
    expect(told('cluster.published')[0]?.['feed']).toMatch(/\/api\/v1\/clusters\/aur\/feed\.atom$/);
    const week = { cluster: 'aur', week: '2026-W48', silent: 0, notSent: 0 };
    expect(told('digest.sent')).toEqual([
      { ...week, readers: 1, sent: 1, unknown: 0 },
      { ...week, readers: 2, sent: 1, unknown: 1 },
    ]);
    expect(got.filter(({ body }) => body.includes(hidden))).toEqual([]);
  });
  /** A digest of one reader of the first cluster, as far as its mail has come. @returns the reader */
  const digestOf = async (week: string, state: string): Promise<string> => {
    const digest = newId();
    const { id: user } = await service.app.get(CreateUser).create('test', {
      ...{ email: `${digest}@prova.example`, name: 'Ugo Prova', language: 'it' },
      ...{ password: null, grants: [], demo: false },
    });
    await rows(
      `with o as (insert into organisation (id) values (gen_random_uuid()) returning id)
       insert into digest (id, user_id, organisation_id, clusters, week, language, state, due_at, chosen_at)
       select $1, $2, o.id, array[$3::uuid], $4, 'it', 'chosen', now(), now() from o`,
      [digest, user, aur, week],
    );
    await rows(
      `insert into mail_delivery (id, mail, recipient, cause, clusters, state, rank, holdable, counted, stale_at, ended_at)
       values (gen_random_uuid(), 'digest', $1, $2, array[$3::uuid], $4, 2, true, true, now() + interval '1 day',
         case when $4 = 'due' then null else now() end)`,
      [`user:${user}`, digest, aur, state],
    );
    return user;
  };

  it('try again with the same message where the other side fails, is slow, or leads elsewhere', async () => {
    const ids = [];
    for (const path of ['/fails', '/slow', '/elsewhere']) ids.push((await make(path)).id);
    answers = new Map([
      ['/fails', 500],
      ['/slow', null],
      ['/elsewhere', 302],
    ]);
    for (const id of ids) await officer.post(`/api/v1/webhooks/${id}/test`);
    await send();
    expect(got.map(({ path }) => path).sort()).toEqual(['/elsewhere', '/fails', '/slow']);
    const lines = await Promise.all(ids.map(async (id) => (await deliveries(id))[0]));
    expect(lines.map((line) => [line?.['state'], line?.['status'], line?.['problem']])).toEqual([
      ['due', 500, 'refused'],
      ['due', null, 'total-timeout'],
      ['due', 302, 'redirect'],
    ]);
    answers = new Map();
    expect(await send()).toBe(0);
    await inTime();
    await send();
    const byPath = (path: string): Received[] => got.filter((one) => one.path === path);
    for (const path of ['/fails', '/slow', '/elsewhere']) {
      const [first, second] = byPath(path);
      expect(second?.body).toBe(first?.body);
      expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    }
    expect(byPath('/inside')).toEqual([]);
    expect((await deliveries(ids[0]!))[0]).toMatchObject({ state: 'arrived', tries: 2 });
  });

  it('go by another sender where the first vanished, and not twice at the same time', async () => {
    const { id } = await make('/hook');
    await officer.post(`/api/v1/webhooks/${id}/test`);
    await rows(
      `update webhook_delivery set state = 'claimed', fence = 1, lease_until = now() - interval '1 second'`,
    );
    await Promise.all([send(), send(), send()]);
    expect(got).toHaveLength(1);
  });

  it('are given up after ten tries, switched off after five days or where they are gone, and staff are told', async () => {
    const failing = await make('/fails');
    const gone = await make('/gone');
    answers = new Map([
      ['/fails', 503],
      ['/gone', 410],
    ]);
    await officer.post(`/api/v1/webhooks/${failing.id}/test`);
    await rows(`update webhook_delivery set tries = 9`);
    await send();
    expect((await deliveries(failing.id))[0]).toMatchObject({ state: 'failed', tries: 10, nextTryAt: null });
    expect(await off()).toEqual([]);
    await rows(`update webhook set failing_since = now() - interval '5 days' where id = $1`, [failing.id]);
    await officer.post(`/api/v1/webhooks/${failing.id}/test`);
    await officer.post(`/api/v1/webhooks/${gone.id}/test`);
    await send();
    expect(await off()).toEqual(['failing', 'gone']);
    const mails = await rows<{ mail: string; content: { host: string } }>(
      'select mail, content from mail_delivery',
    );
    expect(mails).toHaveLength(4); // an officer and a manager, for each
    expect(new Set(mails.map(({ content }) => content.host)).size).toBe(1);
    answers = new Map();
    await officer.send('PATCH', `/api/v1/webhooks/${failing.id}`, { on: true });
    await officer.post(`/api/v1/webhooks/${failing.id}/test`);
    await send();
    expect((await deliveries(failing.id))[0]).toMatchObject({ state: 'arrived' });
  });
  const off = async (): Promise<unknown[]> =>
    ((await officer.get('/api/v1/webhooks')).body.items as { offWhy: string | null }[])
      .flatMap(({ offWhy }) => (offWhy === null ? [] : [offWhy]))
      .sort();
});
