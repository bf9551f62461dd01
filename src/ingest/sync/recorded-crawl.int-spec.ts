import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import type { INestApplicationContext } from '@nestjs/common';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  type PortalServer,
  portalServer,
  type Replay,
  sendJson,
} from '../../../test/support/portal-server.js';
import { sharedPath } from '../../../test/support/shared-data.js';
import { openSync } from '../../../test/support/sync-app.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import type { CordisExport } from './cordis-export.js';
import { PortalSearchConnector } from './portal-search.connector.js';
import { SourceConnectors } from './source-connectors.js';
import { SyncPortal } from './sync-portal.js';

/** A whole crawl that lies beside the repository, unpacked: what the portal sent. Absent, it is skipped. */
const folder = sharedPath('data/funding-tenders-portal/search-api-raw');
const pageCount = 13;

interface Recorded {
  readonly totalResults: number;
  readonly pageSize: number;
  readonly results: readonly { readonly metadata: Readonly<Record<string, readonly string[]>> }[];
}

const recorded = new Map<number, Recorded>();
const page = (number: number): Recorded => {
  const known = recorded.get(number);
  if (known) return known;
  const name = `2026-07-24-page-${String(number).padStart(2, '0')}.json.gz`;
  const read = JSON.parse(gunzipSync(readFileSync(join(folder ?? '', name))).toString('utf8')) as Recorded;
  recorded.set(number, read);
  return read;
};
const identifierOf = ({ metadata }: Recorded['results'][number]): string =>
  (metadata['identifier']?.[0] ?? '').trim().toLowerCase();
const allPages = (): Recorded[] => Array.from({ length: pageCount }, (_, at) => page(at + 1));

/** Sends a page as it was recorded, with what a test does to its records. */
const send = (
  response: Parameters<Replay>[1],
  number: number,
  change: (results: Recorded['results']) => Recorded['results'] = (results) => results,
): void => {
  const { results, ...rest } = page(number);
  sendJson(response, JSON.stringify({ ...rest, results: change(results) }));
};

/** Stands still until the next night. */
class NightClock extends Clock {
  #night = Date.parse('2026-07-24T04:05:08.331Z');

  now(): Date {
    return new Date(this.#night);
  }

  nextNight(): void {
    this.#night += 24 * 60 * 60 * 1000;
  }
}

(folder === undefined ? describe.skip : describe)('the recorded crawl of July', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let server: PortalServer;
  const clock = new NightClock();
  let replay: Replay = (number, response) => send(response, number);

  class RecordedPortal extends SourceConnectors {
    portal(): PortalSearchConnector {
      const limits = { connectMs: 10_000, totalMs: 60_000, bytes: 50_000_000 };
      const wait = async (): Promise<void> => undefined;
      return new PortalSearchConnector('calls@example.org', { origin: server.origin, limits, wait });
    }

    cordis(): CordisExport {
      throw new RangeError('nobody asked for CORDIS');
    }
  }

  beforeAll(async () => {
    database = await openTestDatabase();
    server = await portalServer((number, response, nth) => replay(number, response, nth));
    app = await openSync(database, new RecordedPortal(), clock);
  });
  afterAll(async () => {
    await app.close();
    await server.close();
    await database.close();
  });

  const sync = (): ReturnType<SyncPortal['calls']> => {
    clock.nextNight();
    return app.get(SyncPortal).calls({});
  };
  const query = <T>(sql: string): Promise<T[]> =>
    database.unitOfWork.run(systemScope(), ({ manager }) => manager.query<T[]>(sql));
  const identifiers = async (): Promise<string[]> =>
    (await query<{ key: string }>('select identifier_key as key from opportunity order by 1')).map(
      ({ key }) => key,
    );
  /** Row for row, with versions; only when something was last seen may move. */
  const everything = async (): Promise<string> =>
    JSON.stringify([
      await query(`select to_jsonb(o) - 'observed_at' from opportunity o order by id`),
      await query(`select to_jsonb(r) - 'observed_at' - 'import_run_id' - 'record', (record - 'observedAt')::text
        from opportunity_record r order by id`),
      await query('select to_jsonb(c) from opportunity_change c order by id'),
    ]);
  const stated = () =>
    query<{ status: string; n: number }>(
      `select stated_status as status, count(*)::int as n from opportunity group by 1 order by 1`,
    );

  it('ends with the union of topics after passes full of faults, none closed by mistake', async () => {
    // 1: the search is down for good at page 7: nothing of the pass is used
    replay = (number, response) => (number === 7 ? sendJson(response, '{}', 500) : send(response, number));
    await expect(sync()).rejects.toMatchObject({ code: 'ingest.portal-refused' });
    expect(await identifiers()).toEqual([]);

    // 2: a page that is missing, answered with none: it is not taken for the end
    replay = (number, response) => send(response, number, (results) => (number === 9 ? [] : results));
    await expect(sync()).rejects.toMatchObject({ code: 'ingest.portal-strange-answer' });
    expect(await identifiers()).toEqual([]);

    // 3: every other page is short, one repeats its neighbour, a burst of 500 heals
    replay = (number, response, nth) => {
      if (number === 4 && nth < 3) return sendJson(response, '{}', 500);
      if (number === 6) return send(response, number, () => page(5).results);
      send(response, number, (results) => (number % 2 === 0 ? results.slice(0, 60) : results));
    };
    const partial = await sync();
    const some = await identifiers();
    expect(some.length).toBeGreaterThan(900);
    expect(some.length).toBeLessThan(1_215);
    expect(partial.notes[1]).toContain('not every call the portal has was seen');

    // 4: the other halves, in reverse order, stale records first
    replay = (number, response) =>
      send(response, number, (results) => [...(number % 2 === 0 ? results.slice(40) : results)].reverse());
    await sync();

    // 5: as it was recorded
    replay = (number, response) => send(response, number);
    await sync();
    const union = new Set(allPages().flatMap(({ results }) => results.map(identifierOf)));
    expect(union.size).toBe(1_215);
    expect(await identifiers()).toEqual([...union].sort());

    // stated as the best record of each says; stale records without a date are the only ones closed
    const stale = (results: Recorded['results']): string[] =>
      results
        .filter(
          ({ metadata }) =>
            metadata['DATASOURCE']?.[0] === 'SEDIA_PRD_CENTRICITY' &&
            (metadata['deadlineDate'] ?? []).length === 0,
        )
        .map(identifierOf);
    const closed = (await stated()).find(({ status }) => status === 'closed')?.n ?? 0;
    expect(closed).toBeLessThanOrEqual(new Set(allPages().flatMap(({ results }) => stale(results))).size);
    expect((await stated()).map(({ status }) => status)).not.toContain('withdrawn');
  }, 180_000);

  it('changes nothing the second time: no version, no change, no row but that of the run', async () => {
    const before = await everything();
    const runs = (await query('select id from import_run')).length;
    const { counts } = await sync();
    expect(counts).toMatchObject({ new: 0, changed: 0, same: 1_215, older: 0, refused: 0 });
    expect(await everything()).toBe(before);
    expect(await query('select id from import_run')).toHaveLength(runs + 1);
    expect(await query('select id from opportunity_change')).toEqual([]);
    expect(await query('select distinct version from opportunity')).toEqual([{ version: 1 }]);
    expect(await query(`select last_result, failures, counts->>'same' as same from source`)).toEqual([
      { last_result: 'applied', failures: 0, same: '1215' },
    ]);
  }, 120_000);

  it('changes nothing after a pass full of faults either', async () => {
    const before = await everything();
    replay = (number, response) =>
      send(response, number, (results) => [...results.slice(0, 50), ...results.slice(0, 30)]);
    expect((await sync()).counts).toMatchObject({ new: 0, changed: 0 });
    expect(await everything()).toBe(before);
  }, 120_000);
});
