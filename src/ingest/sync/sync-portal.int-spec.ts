import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

import type { INestApplicationContext } from '@nestjs/common';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { openIngest } from '../../../test/support/ingest-app.js';
import {
  type PortalServer,
  portalServer,
  type Replay,
  sendJson,
} from '../../../test/support/portal-server.js';
import { portalRecord } from '../../../test/support/portal-record.js';
import { systemScope } from '../../platform/database/scope.js';
import { ImportOpportunities } from '../import-opportunities.js';
import type { ImportOutcome } from '../import-outcome.js';
import { fetchPortal } from './fetch-portal.js';
import { type PortalAccess, PortalSearchConnector } from './portal-search.connector.js';

const startedAt = new Date('2026-11-21T04:00:00Z');
const limits = { connectMs: 5_000, totalMs: 20_000, bytes: 2_000_000 };
const contact = 'calls@example.org';

const ids = (from: number, to: number): unknown[] =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const id = `INVENTED-2027-${String(from + at).padStart(4, '0')}`;
    return portalRecord({ identifier: [id], title: [`Invented call ${from + at}`] });
  });
const pageOf = (page: number, records: readonly unknown[], totalResults: number): string =>
  JSON.stringify({ apiVersion: '2.1', totalResults, pageNumber: page, pageSize: 100, results: records });

/** 205 calls on three pages; the second repeats the last two calls of the first. */
const pages: Readonly<Record<number, string>> = {
  1: pageOf(1, ids(1, 100), 205),
  2: pageOf(2, ids(99, 198), 205),
  3: pageOf(3, ids(199, 205), 205),
};
const good: Replay = (page, response) => sendJson(response, pages[page] ?? pageOf(page, [], 205));

describe('fetching the portal', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let imports: ImportOpportunities;
  const servers: PortalServer[] = [];
  const waited: number[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    app = await openIngest(database, new Date('2026-11-21T04:05:00Z'));
    imports = app.get(ImportOpportunities);
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });
  beforeEach(() => {
    waited.length = 0;
    told.length = 0;
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  const serve = async (replay: Replay): Promise<PortalServer> => {
    const server = await portalServer(replay);
    servers.push(server);
    return server;
  };

  async function sync(origin: string, access: Partial<PortalAccess> = {}): Promise<ImportOutcome> {
    const wait = async (ms: number): Promise<void> => void waited.push(ms);
    const portal = new PortalSearchConnector(contact, { origin, limits, wait, ...access });
    try {
      const onPage = (page: number, of: number | null): void => void told.push(`${page}/${of}`);
      return await imports.portalFiles('portal', await fetchPortal(portal, { startedAt, onPage }));
    } finally {
      portal.close();
    }
  }

  const everything = (): Promise<string> =>
    database.unitOfWork.run(systemScope(), async ({ manager }) =>
      JSON.stringify([
        await manager.query('select to_jsonb(o) from opportunity o order by id'),
        await manager.query('select to_jsonb(r) from opportunity_record r order by id'),
        await manager.query('select to_jsonb(i) from import_run i order by id'),
      ]),
    );

  it('takes every page in, over one connection, a second apart, and says who asks', async () => {
    const server = await serve(good);
    const { counts, notes } = await sync(server.origin);
    expect(counts).toMatchObject({ new: 205, same: 0, refused: 0 });
    expect(notes).toEqual([
      '207 records of 205 calls in 3 files; 0 are no calls',
      'every call the portal counted was seen',
    ]);
    expect(server.asked.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(server.connections()).toBe(1);
    expect(waited).toEqual([1_000, 1_000]);
    expect(told).toEqual(['1/null', '2/3', '3/3']);
    const [asked] = server.asked;
    expect(asked?.headers['user-agent']).toContain(contact);
    expect(asked?.body.match(/Content-Type: application\/json/g)).toHaveLength(3);
    expect(asked?.body).toContain('{"terms":{"type":["1","2","8"]}}');
    expect(asked?.body).toContain('{"terms":{"status":["31094501","31094502"]}}');
    expect(asked?.body).toContain('["en"]');
  });

  it('changes nothing the second time, and dates what it saw by the beginning of the pass', async () => {
    const { origin } = await serve(good);
    expect((await sync(origin)).counts).toMatchObject({ new: 0, changed: 0, same: 205 });
    const [row] = await database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ at: Date }[]>('select distinct observed_at as at from opportunity_record'),
    );
    expect(new Date(row?.at ?? 0)).toEqual(startedAt);
  });

  it('asks again where the server failed once, after a while that grows', async () => {
    const { origin, asked } = await serve((page, response, nth) =>
      page === 2 && nth < 3 ? sendJson(response, '{}', 500) : good(page, response, nth),
    );
    expect((await sync(origin)).counts).toMatchObject({ same: 205 });
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 2, 2, 3]);
    const [pause, first = 0, second = 0] = waited;
    expect(pause).toBe(1_000);
    expect([first >= 2_000 && first <= 4_000, second >= 6_000 && second <= 12_000]).toEqual([true, true]);
  });

  it('closes no call that an incomplete pass does not name', async () => {
    const { origin } = await serve((page, response) => sendJson(response, pageOf(page, ids(1, 3), 50)));
    const { notes } = await sync(origin);
    expect(notes[1]).toBe('not every call the portal has was seen; none is closed for that');
    const [row] = await database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ n: number }[]>(
        `select count(*)::int as n from opportunity where stated_status = 'open'`,
      ),
    );
    expect(row?.n).toBe(205);
  });

  it('ends where the last page went away while it read', async () => {
    const { origin } = await serve((page, response) =>
      sendJson(response, page === 1 ? pageOf(1, ids(1, 100), 101) : pageOf(2, [], 100)),
    );
    expect((await sync(origin)).counts).toMatchObject({ same: 100 });
  });

  const second =
    (fault: (response: Parameters<Replay>[1]) => void): Replay =>
    (page, response, nth) =>
      page === 2 ? fault(response) : good(page, response, nth);

  it.each<[string, string, Replay]>([
    ['500 for the whole run', 'portal-refused', (_, response) => sendJson(response, '{}', 500)],
    ['500 from the second page on', 'portal-refused', second((response) => sendJson(response, '{}', 503))],
    [
      'a request it does not understand',
      'portal-refused',
      second((response) => sendJson(response, '{}', 400)),
    ],
    [
      'truncated JSON',
      'portal-strange-answer',
      second((response) => sendJson(response, (pages[2] ?? '').slice(0, -200))),
    ],
    [
      'a web page',
      'portal-strange-answer',
      second((response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sorry</title>'),
      ),
    ],
    ['nothing', 'portal-strange-answer', second((response) => response.writeHead(200).end())],
    ['no records', 'portal-strange-answer', (page, response) => sendJson(response, pageOf(page, [], 0))],
    [
      'a page that is empty too early',
      'portal-strange-answer',
      second((response) => sendJson(response, pageOf(2, [], 205))),
    ],
    [
      'another page than asked',
      'portal-strange-answer',
      second((response) => sendJson(response, pages[1] ?? '')),
    ],
    [
      'JSON of another shape',
      'portal-strange-answer',
      second((response) => sendJson(response, '{"results":{}}')),
    ],
    [
      'records without contents',
      'portal-strange-answer',
      second((response) => sendJson(response, pageOf(2, [{}, 1, null], 205))),
    ],
    [
      'what the filter should have left out',
      'portal-strange-answer',
      (page, response) =>
        sendJson(
          response,
          pageOf(page, [portalRecord({ status: ['31094503'] }), portalRecord({ type: ['0'] })], 41_000),
        ),
    ],
    [
      'a count no open calls can have',
      'portal-strange-answer',
      (page, response) => sendJson(response, pageOf(page, ids(1, 100), 88_000)),
    ],
    [
      'a way elsewhere',
      'portal-redirected',
      second((response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end()),
    ],
    [
      'a body without end',
      'portal-too-large',
      second((response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          response.once('drain', more);
        };
        more();
      }),
    ],
    [
      'a connection that breaks each time',
      'portal-unreachable',
      second((response) => {
        response.writeHead(200, { 'Content-Length': '1000' }).write('{"results":[');
        setImmediate(() => response.destroy());
      }),
    ],
  ])('keeps what it has and says so in one line: %s', async (_, code, replay) => {
    const { origin } = await serve(replay);
    const before = await everything();
    const error: unknown = await sync(origin).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: `ingest.${code}`, kind: 'unavailable' });
    expect(String(error)).toMatch(/^AppError: the portal, page [12]: [^\n]+; nothing was changed[^\n]+$/);
    expect(await everything()).toBe(before);
  });

  it('gives up on an answer that does not end in time', async () => {
    const { origin } = await serve((_, response) => void response.writeHead(200).write('{'));
    await expect(sync(origin, { limits: { ...limits, totalMs: 200 } })).rejects.toMatchObject({
      code: 'ingest.portal-unreachable',
      message: expect.stringContaining('no whole answer within 200 ms'),
    });
  });

  it('gives up on a host that takes the connection and never speaks', async () => {
    const silent: Server = createServer((socket) => void socket.resume().on('error', () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    try {
      await expect(
        sync(`https://127.0.0.1:${port}`, { limits: { ...limits, connectMs: 200 } }),
      ).rejects.toMatchObject({ message: expect.stringContaining('no connection within 200 ms') });
    } finally {
      await new Promise((resolve) => silent.close(resolve));
    }
  });

  it('refuses a name that leads into our own network', async () => {
    const { port, asked } = await serve(good);
    await expect(sync(`http://localhost:${port}`)).rejects.toMatchObject({
      code: 'ingest.portal-unreachable',
      message: expect.stringContaining('ENOTPUBLIC'),
    });
    expect(asked).toEqual([]);
  });

  it.each(['', 'nobody', 'a@b', 'a@b.example\r\nX: y', 'http://example.org', 'a)b@c.example'])(
    'refuses %j as a contact',
    (text) => {
      expect(() => new PortalSearchConnector(text)).toThrow(/^contact /);
    },
  );
});
