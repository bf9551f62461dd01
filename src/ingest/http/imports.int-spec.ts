import { endlessLine, megabyte } from '../../../test/support/hostile/hostile-file.js';
import { openHttpService, type HttpService } from '../../../test/support/http-service.js';
import { makeWorkbook } from '../../../test/support/make-workbook.js';
import { heldRoles, IdentifyCaller } from '../../accounts/index.js';
import { ClusterStore } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { newId } from '../../platform/ids/uuid.js';
import { upload } from '../../../test/proofs/hostile-files/upload.js';

const cluster = newId();
const theirs = newId();

describe('imports over HTTP', () => {
  let service: HttpService;
  /** the cluster whose officer asks */
  let asking = cluster;
  beforeAll(async () => {
    service = await openHttpService({
      arrange: async (app) => {
        app.get(IdentifyCaller).identify = async () => {
          const scope = { role: 'officer' as const, clusters: [asking], user: 'officer' };
          return { roles: heldRoles(['officer']), scope };
        };
      },
    });
    await service.database.unitOfWork.run(systemScope([cluster]), (unit) =>
      service.app.get(ClusterStore).save(unit, [ours]),
    );
  });
  afterAll(() => service.close());

  const send = async (path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>) => {
    const { status, body } = await upload(
      service.address,
      'soci.csv',
      typeof content === 'string' ? Buffer.from(content) : content,
      path,
    );
    return { status, body: JSON.parse(body) as Record<string, unknown> };
  };
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${service.address}/api/v1${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
  };

  it('refuse a hostile file with a 4xx and its reason, and answer the next one', async () => {
    expect(await send('/imports', '<!doctype html><p>Sign in</p>')).toMatchObject({
      status: 422,
      body: {
        code: 'ingest.file-html',
        detail: expect.stringContaining('soci.csv, line 1: this is an HTML page'),
      },
    });
    expect(await send('/imports', 'legalName;country\nAlfa Inventata;IT\n')).toMatchObject({
      status: 201,
      body: { state: 'previewed', counts: { new: 1 } },
    });
  });

  it('refuse what is longer than 20 MB whole, however long it is: half a file is none', async () => {
    expect(await send('/imports', endlessLine(1024 * megabyte))).toMatchObject({
      status: 422,
      body: {
        code: 'files.too-large',
        detail: 'soci.csv: more than 20 MB; leave out what is not needed, or split it',
      },
    });
    const rows = `Alfa;${'x'.repeat(5_000)}\n`.repeat(4_500);
    expect(await send('/imports', `legalName;description\n${rows}`)).toMatchObject({
      status: 422,
      body: { code: 'files.too-large' },
    });
  });

  it('ask which sheet is meant, and are told', async () => {
    const rows = [['legalName'], ['Alfa Inventata']];
    const book = makeWorkbook({ sheets: ['2024', '2025'].map((name) => ({ name, rows })) });
    expect(await send('/imports', book)).toMatchObject({
      status: 409,
      body: { code: 'ingest.sheet-ambiguous', detail: expect.stringContaining('"2024", "2025"') },
    });
    expect(await send('/imports?sheet=2025', book)).toMatchObject({ status: 201 });
  });

  it('keep column maps, read by them, and forget them', async () => {
    const map = {
      fields: [{ field: 'legalName', columns: ['Chi'] }],
      fixed: [{ field: 'country', value: 'IT' }],
    };
    const text = 'Chi;Dove\nAlfa Inventata;Como\n';
    expect(await send('/imports?source=e-scouting', text)).toMatchObject({
      status: 404,
      body: { code: 'ingest.column-map-not-found' },
    });
    expect(await ask('PUT', '/column-maps/e-scouting', map)).toMatchObject({
      status: 200,
      body: { source: 'e-scouting', fields: map.fields, fixed: map.fixed, dates: null, leaveOut: [] },
    });
    expect(await send('/imports?source=e-scouting', text)).toMatchObject({
      status: 201,
      body: { counts: { new: 1 }, notes: expect.arrayContaining(['column map "e-scouting"']) },
    });
    expect(await ask('GET', '/column-maps')).toMatchObject({ body: { items: [{ source: 'e-scouting' }] } });
    expect((await ask('DELETE', '/column-maps/e-scouting')).status).toBe(204);
    expect((await ask('DELETE', '/column-maps/e-scouting')).status).toBe(404);
    const twice = { fields: [{ field: 'legalName', columns: ['Chi', 'Dove'] }] };
    expect(await ask('PUT', '/column-maps/e-scouting', twice)).toMatchObject({
      status: 422,
      body: { code: 'ingest.map-invalid' },
    });
    expect((await ask('PUT', '/column-maps/e-scouting', { ...map, more: 1 })).status).toBe(400);
  });

  it('say how far they are while they are carried out, and end when that is done', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => `Ditta Inventata numero ${at + 1} S.r.l.;IT;Como`);
    const { body } = await send('/imports', ['legalName;country;city', ...rows].join('\n'));
    const id = body['id'] as string;
    const line = await fetch(`${service.address}/api/v1/imports/${id}/events`, {
      headers: { 'sec-fetch-site': 'same-origin', 'accept-encoding': 'gzip, br' },
    });
    expect(line.status).toBe(200);
    expect(line.headers.get('content-type')).toMatch(/^text\/event-stream/);
    // whoever passes it on may neither keep nor compress it: an event is worth something only at once
    expect(line.headers.get('cache-control')).toMatch(/no-store.*no-transform/);
    expect(line.headers.get('content-security-policy')).toContain("default-src 'none'");
    const [text] = await Promise.all([line.text(), ask('POST', `/imports/${id}/apply`, {})]);
    const events = text
      .split('\n')
      .filter((each) => each.startsWith('data: '))
      .map((each) => JSON.parse(each.slice(6)) as { state: string; progress: { done: number } | null });
    // the first may be written before the import begins or just after
    expect(events[0]).toMatchObject({ id, state: 'previewed' });
    expect(events.at(-1)).toMatchObject({ state: 'applied', progress: null });
    const done = events.flatMap(({ progress }) => progress?.done ?? []);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(await (await ask('GET', `/imports/${id}`)).body).toMatchObject({ progress: null });
  });

  it('tell nobody of another cluster how far they are', async () => {
    const { body } = await send('/imports', 'legalName;country\nAlfa Inventata;IT\n');
    asking = theirs;
    const answer = await ask('GET', `/imports/${body['id'] as string}/events`);
    asking = cluster;
    expect(answer).toMatchObject({ status: 404, body: { code: 'ingest.import-not-found' } });
  });
});

const ours: Parameters<ClusterStore['save']>[1][number] = {
  id: cluster as Parameters<ClusterStore['save']>[1][number]['id'],
  slug: 'ours',
  nameEn: 'Ours',
  nameIt: 'Nostro',
  ecosystems: [],
  technologyAreas: [],
  networks: null,
  pilots: [],
  memberCount: null,
  memberCountSource: null,
  city: null,
  nuts: null,
  url: null,
  organisationId: null,
};
