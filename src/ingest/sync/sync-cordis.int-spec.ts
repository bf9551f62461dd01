import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { INestApplicationContext } from '@nestjs/common';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  fileServer,
  type FileServer,
  type Published,
  sendCut,
  sendFile,
  type Serve,
} from '../../../test/support/file-server.js';
import { makeZip } from '../../../test/support/make-workbook.js';
import { openSync } from '../../../test/support/sync-app.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { SourceAges, SourceStore } from '../../sources/index.js';
import { type CordisAccess, CordisExportConnector } from './cordis-export.connector.js';
import type { FetchProgress } from './cordis-export.js';
import type { PortalSearch } from './portal-search.connector.js';
import { SourceConnectors } from './source-connectors.js';
import type { SyncOutcome } from './sync-listener.js';
import { SyncSources } from './sync-sources.js';

const lastModified = 'Sun, 15 Nov 2026 06:00:00 GMT';

/** A small export in the official form; the objective does not compress, so that there is something to cut. */
function exportOf(acronym: string): Buffer {
  const objective = Array.from({ length: 3_000 }, (_, at) => ((at * 7_919) % 104_729).toString(36)).join(' ');
  return Buffer.from(
    makeZip({
      'project.csv': [
        'id;acronym;status;title;objective;startDate;endDate;topics;legalBasis;contentUpdateDate',
        `"101000001";"${acronym}";"SIGNED";"Invented";"${objective}";"2024-01-01";"";"X-01";"HORIZON.2.4";"2025-06-01 10:00:00"`,
      ].join('\n'),
      'organization.csv': [
        'projectID;organisationID;vatNumber;name;shortName;activityType;SME;city;country;nutsCode;role;order;ecContribution;endOfParticipation',
        '"101000001";"900000001";"";"Alfa S.p.A.";"";"PRC";"false";"Milano";"IT";"ITC4C";"coordinator";"1";"100,5";"false"',
      ].join('\n'),
    }),
  );
}

const first: Published = { bytes: exportOf('FIRST'), etag: '"a1"', lastModified };
const second: Published = { bytes: exportOf('SECOND'), etag: '"a2"', lastModified };
const good =
  (file: Published): Serve =>
  (request, response) =>
    sendFile(request, response, file);

describe('renewing the projects of CORDIS', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let folder: string;
  let server: FileServer;
  let access: CordisAccess;
  const waited: number[] = [];
  const progress: FetchProgress[] = [];

  class TestConnectors extends SourceConnectors {
    portal(): PortalSearch {
      throw new RangeError('nobody asked for the portal');
    }

    cordis(): CordisExportConnector {
      return new CordisExportConnector(
        { contact: 'calls@example.org', folder, clock: new SystemClock() },
        access,
      );
    }
  }

  beforeAll(async () => {
    database = await openTestDatabase();
    app = await openSync(database, new TestConnectors());
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sync-cordis-'));
    waited.length = 0;
    progress.length = 0;
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
    for (const table of ['project', 'organisation', 'source', 'import_run'])
      await query(`delete from ${table}`);
  });

  async function sync(serve: Serve, changed: Partial<CordisAccess['limits']> = {}): Promise<SyncOutcome> {
    await (server as FileServer | undefined)?.close();
    server = await fileServer(serve);
    const limits = { connectMs: 5_000, idleMs: 5_000, totalMs: 20_000, bytes: 1_000_000, ...changed };
    access = { origin: server.origin, limits, wait: async (ms) => void waited.push(ms) };
    return app.get(SyncSources).run('cordis', { onBytes: (step) => void progress.push(step) });
  }

  const query = <T>(sql: string): Promise<T[]> =>
    database.unitOfWork.run(systemScope(), ({ manager }) => manager.query<T[]>(sql));
  const acronyms = async (): Promise<string[]> =>
    (await query<{ acronym: string }>('select acronym from project')).map(({ acronym }) => acronym);
  const everything = async (): Promise<string> =>
    JSON.stringify([
      await query('select to_jsonb(p) from project p order by id'),
      await query('select to_jsonb(o) from organisation o order by id'),
      await query('select to_jsonb(r) from organisation_record r order by id'),
      await query('select to_jsonb(p) from participation p order by to_jsonb(p)::text'),
    ]);
  const age = async () =>
    database.unitOfWork.run(
      systemScope(),
      async (unit) => (await new SourceAges().of(unit, ['cordis'], new Date()))[0],
    );
  const held = (): string => join(folder, 'cordis-HORIZONprojects-csv.zip.part');
  const cut = (
    request: Parameters<Serve>[0],
    response: Parameters<Serve>[1],
    file: Published,
    bytes: number,
  ): void => {
    const taken = (): boolean => existsSync(held()) && statSync(held()).size >= bytes;
    sendCut(request, response, file, { bytes, taken });
  };

  it('takes the export in, says how far it is, and does nothing while it is the newest', async () => {
    const outcome = await sync(good(first));
    expect(outcome?.counts).toMatchObject({ projects: 1, organisationsNew: 1, refused: 0 });
    expect(await acronyms()).toEqual(['FIRST']);
    expect(progress.at(-1)).toEqual({
      bytes: first.bytes.length,
      total: first.bytes.length,
      secondsLeft: expect.any(Number),
    });
    expect(server.asked[0]).toMatchObject({ 'user-agent': expect.stringContaining('calls@example.org') });
    expect(existsSync(held())).toBe(false);
    expect(await age()).toMatchObject({
      dataAt: '2026-11-15T06:00:00.000Z',
      lastResult: 'applied',
      counts: { projects: 1 },
    });

    const before = [await everything(), await query('select to_jsonb(i) from import_run i')];
    expect(await sync(good(first))).toBeNull();
    expect(server.asked.map((headers) => headers['if-none-match'])).toEqual(['"a1"']);
    expect([await everything(), await query('select to_jsonb(i) from import_run i')]).toEqual(before);
    expect(await age()).toMatchObject({ dataAt: '2026-11-15T06:00:00.000Z', lastResult: 'unchanged' });

    expect((await sync(good(second)))?.counts).toMatchObject({ projectsWritten: 1, organisationsNew: 0 });
    expect(await acronyms()).toEqual(['SECOND']);
  });

  it('goes on behind the bytes that came before the connection broke', async () => {
    const half = Math.floor(first.bytes.length / 2);
    await sync((request, response, nth) =>
      nth === 1 ? cut(request, response, first, half) : sendFile(request, response, first),
    );
    expect(await acronyms()).toEqual(['FIRST']);
    expect(server.asked.map(({ range }) => range)).toEqual([undefined, `bytes=${half}-`]);
    expect(server.asked[1]?.['if-range']).toBe('"a1"');
    expect(waited).toHaveLength(1);
  });

  it('gives up after a while, keeps what came, and goes on there the next time', async () => {
    const failed = sync((request, response, nth) =>
      nth === 1 ? cut(request, response, first, 900) : void response.writeHead(500).end(),
    );
    await expect(failed).rejects.toMatchObject({ code: 'ingest.cordis-refused', kind: 'unavailable' });
    expect(readFileSync(held())).toEqual(first.bytes.subarray(0, 900));
    expect(await age()).toMatchObject({ lastResult: 'failed', failures: 1, lastGoodAt: null });
    await sync(good(first));
    expect(server.asked.map(({ range }) => range)).toEqual(['bytes=900-']);
    expect(await acronyms()).toEqual(['FIRST']);
    expect(await age()).toMatchObject({ lastResult: 'applied', failures: 0, problem: null });
  });

  it('begins anew where the file changed after the cut', async () => {
    await sync((request, response, nth) =>
      nth === 1 ? cut(request, response, first, 900) : sendFile(request, response, second),
    );
    expect(await acronyms()).toEqual(['SECOND']);
  });

  it.each<[string, Serve]>([
    [
      'other bytes than asked for',
      (_, response) =>
        void response
          .writeHead(206, { ETag: '"a1"', 'Content-Range': `bytes 0-99/${first.bytes.length}` })
          .end(first.bytes.subarray(0, 100)),
    ],
    [
      'bytes of another file',
      (_, response) =>
        void response
          .writeHead(206, { ETag: '"a2"', 'Content-Range': `bytes 900-999/${first.bytes.length}` })
          .end(first.bytes.subarray(0, 100)),
    ],
    [
      'nothing behind it',
      (_, response) => void response.writeHead(416, { 'Content-Range': 'bytes */10' }).end(),
    ],
    ['nothing at all', (_, response) => void response.writeHead(416).end()],
  ])('begins anew where a server answers a range with %s', async (_name, fault) => {
    await sync((request, response, nth) => {
      if (nth === 1) return cut(request, response, first, 900);
      return nth === 2 ? fault(request, response, nth) : sendFile(request, response, first);
    });
    expect(server.asked.map(({ range }) => range)).toEqual([undefined, 'bytes=900-', undefined]);
    expect(await acronyms()).toEqual(['FIRST']);
  });

  it('takes what it holds for whole where nothing lies behind it', async () => {
    const whole = first.bytes.length;
    await sync((request, response, nth) =>
      nth === 1
        ? cut(request, response, { ...first, bytes: Buffer.concat([first.bytes, Buffer.alloc(9)]) }, whole)
        : sendFile(request, response, first),
    );
    expect(server.asked[1]?.range).toBe(`bytes=${whole}-`);
    expect(await acronyms()).toEqual(['FIRST']);
  });

  it('waits as long as it is asked to, if that is not too long', async () => {
    const busy =
      (retryAfter: string): Serve =>
      (request, response, nth) =>
        nth === 1
          ? void response.writeHead(503, { 'Retry-After': retryAfter }).end()
          : sendFile(request, response, first);
    await expect(sync(busy('3600'))).rejects.toThrow('it answered 503 and asks to wait 60 minutes');
    expect(server.asked).toHaveLength(1);
    await sync(busy('7'));
    expect(waited).toEqual([7_000]);
    expect(await acronyms()).toEqual(['FIRST']);
  });

  it('knows the same file again where the server tells neither tag nor day', async () => {
    const bare = { bytes: first.bytes };
    await sync(good(bare));
    expect((await age())?.dataAt).toBe('2025-06-01T00:00:00.000Z');
    const before = await everything();
    expect(await sync(good(bare))).toBeNull();
    expect(await everything()).toBe(before);
  });

  it('asks by the day where the server tells no tag, and never goes on without one', async () => {
    const dated = { bytes: first.bytes, lastModified };
    await sync((request, response, nth) =>
      nth === 1 ? cut(request, response, dated, 900) : sendFile(request, response, dated),
    );
    expect(server.asked.map(({ range }) => range)).toEqual([undefined, undefined]);
    expect(await sync((_, response) => void response.writeHead(304).end())).toBeNull();
    expect(server.asked[0]?.['if-modified-since']).toBe(lastModified);
  });

  const endless: Serve = (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/zip' });
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 'PK')));
      response.once('drain', more);
    };
    more();
  };
  const sent =
    (status: number, headers: Record<string, string | number>, body: Buffer | string = ''): Serve =>
    (_, response) =>
      void response.writeHead(status, headers).end(body);

  it.each<[string, string, Serve]>([
    ['a web page', 'cordis-strange-answer', sent(200, { 'Content-Type': 'text/html' }, '<!doctype html>')],
    [
      'a web page that calls itself a zip',
      'cordis-strange-answer',
      sent(200, { 'Content-Type': 'application/zip' }, '<!doctype html>'),
    ],
    ['nothing', 'cordis-strange-answer', sent(200, { 'Content-Type': 'application/zip' })],
    ['a body without end', 'cordis-too-large', endless],
    ['the announcement of too much', 'cordis-too-large', sent(200, { 'Content-Length': 5_000_000_000 })],
    ['a way elsewhere', 'cordis-redirected', sent(302, { Location: 'http://127.0.0.1:1/' })],
    ['a file that is gone', 'cordis-refused', sent(404, {})],
    ['500 for the whole run', 'cordis-refused', sent(500, {})],
    [
      'a shorter length than the file has',
      'archive-broken',
      (request, response) =>
        sendFile(request, response, { ...second, bytes: second.bytes.subarray(0, 2_000) }),
    ],
    [
      'a damaged zip',
      'archive-broken',
      sent(200, { ETag: '"x"' }, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500)])),
    ],
    [
      'a zip of something else',
      'cordis-table-missing',
      sent(200, {}, Buffer.from(makeZip({ 'reports.csv': 'a;b\n1;2\n' }))),
    ],
    [
      'a connection that breaks before a byte',
      'cordis-unreachable',
      (_, response) => void response.destroy(),
    ],
    [
      'a body that stops',
      'cordis-unreachable',
      (_, response) => void response.writeHead(200, { 'Content-Length': 100 }).write('PK'),
    ],
  ])('keeps what it has, says so in one line and writes it down: %s', async (_name, code, serve) => {
    await sync(good(first));
    const before = await everything();
    const good1 = await age();
    const error: unknown = await sync(serve, { idleMs: 300 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: `ingest.${code}` });
    expect(String(error)).toMatch(/^AppError: [^\n]+$/);
    expect(await everything()).toBe(before);
    expect(await age()).toMatchObject({
      dataAt: good1?.dataAt,
      lastGoodAt: good1?.lastGoodAt,
      lastResult: 'failed',
      failures: 1,
      problem: (error as Error).message,
      running: false,
    });
    expect(await query(`select notes from import_run where state = 'failed'`)).toEqual([
      { notes: [(error as Error).message] },
    ]);
    if (!code.startsWith('cordis-unreachable')) expect(existsSync(held())).toBe(false);
    expect((await sync(good(second)))?.counts).toMatchObject({ projectsWritten: 1 });
  });

  it('refuses a name that leads into our own network', async () => {
    await sync(good(first));
    access = { ...access, origin: `http://localhost:${server.port}` };
    await expect(app.get(SyncSources).run('cordis')).rejects.toThrow('ENOTPUBLIC');
    expect(server.asked).toHaveLength(1);
  });

  it('leaves a source alone that another process is renewing', async () => {
    await database.unitOfWork.run(systemScope(), (unit) => new SourceStore().claim(unit, 'cordis'));
    await expect(sync(good(first))).rejects.toMatchObject({ code: 'sources.pass-under-way' });
    expect(server.asked).toEqual([]);
    expect(await age()).toMatchObject({ failures: 0, running: true });
  });
});
