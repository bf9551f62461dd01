import type { INestApplicationContext } from '@nestjs/common';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { portalRecord } from '../../../test/support/portal-record.js';
import { type PortalServer, portalServer, sendJson } from '../../../test/support/portal-server.js';
import { textFile } from '../../../test/support/source-text.js';
import { openSync } from '../../../test/support/sync-app.js';
import { OpportunityReadModel, PartnerSearchStore, type PartnerSearch } from '../../opportunities/index.js';
import { FixedClock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { ImportOpportunities } from '../import-opportunities.js';
import type { CordisExport } from './cordis-export.js';
import { PortalSearchConnector } from './portal-search.connector.js';
import { SourceConnectors } from './source-connectors.js';
import { SyncSources } from './sync-sources.js';

type Metadata = Record<string, readonly string[]>;

/** One announcement with everything about people that the index could hold. */
const announcement = (id: number, pic: string, topics: readonly string[], more: Metadata = {}): unknown => ({
  reference: `canary-${id}`,
  url: 'https://canary.example/CANARY',
  content: 'CANARY writes canary@canary.example',
  metadata: {
    type: ['ANNOUNCEMENT'],
    announcementId: [String(id)],
    pic: [pic],
    topics,
    name: ['CANARY'],
    email: ['canary@canary.example'],
    announcementSummary: ['CANARY'],
    ...more,
  },
});
const pageOf = (results: readonly unknown[], totalResults = results.length): string =>
  JSON.stringify({ totalResults, pageNumber: 1, pageSize: 100, results });

describe('renewing who looks for partners', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let server: PortalServer;
  let answer: (page: number) => string = () => pageOf([]);

  class TestConnectors extends SourceConnectors {
    portal(): PortalSearchConnector {
      const limits = { connectMs: 5_000, totalMs: 20_000, bytes: 2_000_000 };
      const wait = async (): Promise<void> => undefined;
      return new PortalSearchConnector('calls@example.org', { origin: server.origin, limits, wait });
    }

    cordis(): CordisExport {
      throw new RangeError('nobody asked for CORDIS');
    }
  }

  beforeAll(async () => {
    database = await openTestDatabase();
    server = await portalServer((page, response) => sendJson(response, answer(page)));
    app = await openSync(database, new TestConnectors(), new FixedClock(new Date('2026-11-22T03:50:00Z')));
    const call = (identifier: string, allowed: string, deadline: string): unknown =>
      portalRecord({ identifier: [identifier], allowPartnerSearch: [allowed], deadlineDate: [deadline] });
    const calls = [
      call('ASKED-1', 'true', '2027-02-02T00:00:00.000+0000'),
      call('ASKED-2', 'true', '2027-02-02T00:00:00.000+0000'),
      call('NO-SEARCH', 'false', '2027-02-02T00:00:00.000+0000'),
      call('CLOSED', 'true', '2026-02-02T00:00:00.000+0000'),
    ];
    await app
      .get(ImportOpportunities)
      .portalFiles('portal', [textFile('2026-11-21-page-1.json', pageOf(calls))]);
  });
  afterAll(async () => {
    await app.close();
    await server.close();
    await database.close();
  });

  const sync = () => app.get(SyncSources).run('partner-search');
  const find = (identifier: string): Promise<PartnerSearch | null> =>
    database.unitOfWork.run(systemScope(), async (unit) =>
      new PartnerSearchStore().find(unit, await new OpportunityReadModel().resolve(unit, identifier)),
    );

  it('keeps counts and organisations per call, and nothing of anybody', async () => {
    answer = (page) =>
      page === 1
        ? pageOf(
            [
              announcement(1, '900000002', ['asked-1', 'ASKED-2']),
              announcement(2, '900000001', ['ASKED-1']),
              announcement(3, '900000001', ['ASKED-1']),
              announcement(4, 'CANARY', ['ASKED-1']),
              announcement(5, '900000003', ['SOMETHING-ELSE']),
            ],
            101,
          )
        : pageOf([announcement(3, '900000001', ['ASKED-1']), announcement(6, '900000004', ['ASKED-1'])], 101);
    const outcome = await sync();
    expect(outcome?.counts).toEqual({
      calls: 2,
      callsWithSearches: 2,
      announcements: 5,
      organisations: 3,
      changed: 2,
      leftOut: 1,
    });
    const seenAt = '2026-11-22T03:50:00.000Z';
    expect(await find('ASKED-1')).toEqual({
      announcements: 4,
      pics: ['900000001', '900000002', '900000004'],
      seenAt,
    });
    expect(await find('ASKED-2')).toEqual({ announcements: 1, pics: ['900000002'], seenAt });
    expect(await find('NO-SEARCH')).toBeNull();
    expect(await find('CLOSED')).toBeNull();

    const [asked] = server.asked;
    expect(asked?.body).toContain(
      '{"terms":{"topics":["ASKED-1","ASKED-2"]}},{"terms":{"type":["ANNOUNCEMENT"]}}',
    );
    expect(asked?.body).toContain('["type","announcementId","pic","topics"]');
  });

  it('leaves no trace of people in any table', async () => {
    const tables = await database.dataSource.query<{ name: string }[]>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and relkind = 'r'`,
    );
    for (const { name } of tables) {
      const [row] = await database.unitOfWork.run(systemScope(), ({ manager }) =>
        manager.query<{ n: number }[]>(
          `select count(*)::int as n from "${name}" t where to_jsonb(t)::text ilike '%canary%'`,
        ),
      );
      expect([name, row?.n]).toEqual([name, 0]);
    }
  });

  it('changes nothing the second time, and forgets an announcement that was taken back', async () => {
    expect((await sync())?.counts).toMatchObject({ changed: 0 });
    answer = () => pageOf([announcement(2, '900000001', ['ASKED-1'])]);
    expect((await sync())?.counts).toMatchObject({ announcements: 1, changed: 2 });
    expect(await find('ASKED-2')).toMatchObject({ announcements: 0, pics: [] });
  });

  it.each<[string, string]>([
    [
      'whole organisations, for the filter was not understood',
      pageOf([announcement(1, '1', ['X'], { type: ['ORGANISATION'] })]),
    ],
    ['people', pageOf([announcement(1, '1', ['X'], { type: ['PERSON'] })])],
    ['no list', '{"type":"businessError"}'],
    ['no count', '{"results":[]}'],
    ['more than there can be', pageOf([announcement(1, '900000001', ['ASKED-1'])], 90_000)],
    ['an empty page too early', pageOf([], 30)],
    ['broken JSON', '{"results":['],
  ])('keeps what it has where the portal sends %s', async (_name, body) => {
    const before = await find('ASKED-1');
    answer = () => body;
    await expect(sync()).rejects.toMatchObject({ code: 'ingest.portal-strange-answer' });
    expect(await find('ASKED-1')).toEqual(before);
  });
});
