import { utimes, writeFile } from 'node:fs/promises';

import pg from 'pg';

import { scoreAll } from '../../../test/support/score-all.js';
import { openDemonstration, type WiredService } from '../../../test/support/wired-service.js';
import { ClusterReadModel, IdentifyCaller } from '../../accounts/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { defaultModel } from '../../ranking/index.js';
import { modelAudience } from '../snapshots/audience.js';
import { EraseFromSnapshots } from '../snapshots/erase-from-snapshots.js';
import { modelBytes } from '../snapshots/part-contents.js';
import { SegmentFolder } from '../snapshots/segment-folder.js';
import { SegmentStore, type StoredSegment } from '../snapshots/segment.store.js';
import { SnapshotParts } from '../snapshots/snapshot-parts.js';
import { SuggestPartners } from '../suggestions/suggest-partners.js';
import { RecomputeRun, type Recomputed } from './recompute-run.js';
import { ScoreRunStore } from './score-run.store.js';
import { TidyUpProcessor } from './tidy-up.processor.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

/** In this order: each step changes what the next one finds. */
describe('a score run, recomputed', () => {
  let service: WiredService;
  let client: pg.Client;
  let clusters: string[];
  let runId: string;
  beforeAll(async () => {
    service = await openDemonstration(now, { work: true });
    client = new pg.Client(service.database.owner);
    await client.connect();
    const all = await service.database.unitOfWork.run(systemScope(), (unit) =>
      service.app.get(ClusterReadModel).all(unit),
    );
    clusters = all.map(({ id }) => id as string);
    runId = await scoreAll(service.app, now);
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await service.close();
  });

  const again = (opportunity: string | null = null, id = runId): Promise<Recomputed> =>
    service.app.get(RecomputeRun).recompute(id, clusters, opportunity);
  const parts = (): Promise<StoredSegment[]> =>
    service.database.unitOfWork.run(systemScope(clusters), async (unit) =>
      service.app
        .get(SegmentStore)
        .byIds(unit, (await service.app.get(ScoreRunStore).find(unit, runId)).segments),
    );

  it('gives the lists it gave, byte for byte, of every audience and from both sides', async () => {
    const outcome = await again();
    expect(outcome).toMatchObject({ differences: [], gone: 0 });
    expect(rewritten(outcome)).toEqual([]);
    const { rows } = await client.query<{ count: number }>(
      `select ((select count(*) from match_list where run_id = $1)
             + (select count(*) from organisation_match_list where run_id = $1))::int as count`,
      [runId],
    );
    expect(outcome.compared).toBe(rows[0]?.count);
    expect(outcome.compared).toBeGreaterThan(100);
  });

  it('gives the same whatever was imported, and whichever model was shipped, since', async () => {
    await client.query(
      `update opportunity set title = 'Something else', sections = '[]', version = version + 1`,
    );
    await client.query(`update evidence set text = 'Nothing of the kind', version = version + 1`);
    const newer = { ...defaultModel, version: 'newer', fit: { ...defaultModel.fit, half: 0.5 } };
    const part = await service.app.get(SnapshotParts).add(modelAudience, modelBytes(newer), 0);
    expect((await again()).differences).toEqual([]);

    const own = (await parts()).find(({ audience }) => audience === modelAudience);
    const swap = 'update score_run set segment_ids = array_replace(segment_ids, $2, $3) where id = $1';
    await client.query(swap, [runId, own?.id, part.id]);
    expect((await again()).differences.length).toBeGreaterThan(100);
    const { query: _query, ...hollow } = newer;
    const unread = await service.app.get(SnapshotParts).add(modelAudience, modelBytes(hollow as never), 0);
    await client.query(swap, [runId, part.id, unread.id]);
    await expect(again()).rejects.toMatchObject({ code: 'matching.model-unreadable' });
    await client.query(swap, [runId, unread.id, own?.id]);
    expect((await again()).differences).toEqual([]);
  });

  it('tells a changed byte of a stored list, where it stands', async () => {
    const { rows } = await client.query<{ id: string }>(
      `select opportunity_id as id from match_list where run_id = $1 and audience = 'open'
       and cardinality(scores) > 3 order by 1 limit 1`,
      [runId],
    );
    const id = rows[0]?.id ?? '';
    const nudge = `update match_list set scores[3] = scores[3] * $2::real where opportunity_id = $1 and audience = 'open'`;
    await client.query(nudge, [id, 1.0000005]);
    for (const outcome of [await again(), await again(id)]) {
      expect(outcome.differences).toHaveLength(1);
      expect(outcome.differences[0]).toMatchObject({ of: id, audience: 'open', place: 3 });
    }
    await client.query(`update match_list set total = total + 1 where opportunity_id = $1`, [id]);
    expect((await again(id)).differences.length).toBeGreaterThan(0);
    await client.query('delete from match_list where opportunity_id = $1 and run_id = $2', [id, runId]);
    expect((await again(id)).differences[0]).toMatchObject({ of: id, stored: 'no list' });
  });

  it('refuses where a changed byte is in what it reads, and where a part is gone', async () => {
    const [segment] = (await parts()).filter(({ audience }) => audience === 'open');
    await client.query('update snapshot_segment set sha256 = $2 where id = $1', [
      segment?.id,
      'f'.repeat(64),
    ]);
    // what a process read before, it keeps
    const folder = service.app.get(SegmentFolder);
    await expect(folder.read(segment?.fileName ?? '', 'f'.repeat(64))).rejects.toMatchObject({
      code: 'matching.segment-damaged',
    });
    await client.query('update snapshot_segment set sha256 = $2 where id = $1', [
      segment?.id,
      segment?.sha256,
    ]);
    await client.query('update score_run set segment_ids = segment_ids || gen_random_uuid() where id = $1', [
      runId,
    ]);
    await expect(again()).rejects.toMatchObject({ code: 'matching.parts-missing' });
    await client.query('update score_run set segment_ids = trim_array(segment_ids, 1) where id = $1', [
      runId,
    ]);
    await expect(again(null, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'matching.run-not-found',
    });
  });

  it('says which segments were rewritten, because somebody in them was erased', async () => {
    const { scope } = await service.app.get(IdentifyCaller).identify({ session: undefined });
    const erased = await service.app
      .get(UnitOfWork)
      .run(scope, (unit) => service.app.get(OrganisationReadModel).resolve(unit, 'Rigentra S.r.l.'));
    const before = await parts();
    expect(await service.app.get(EraseFromSnapshots).erase(new Set([erased]))).toBeGreaterThan(0);
    expect(await service.app.get(EraseFromSnapshots).erase(new Set([erased]))).toBe(0);
    const outcome = await again();
    expect(rewritten(outcome).length).toBeGreaterThan(0);
    expect(outcome.differences.map(({ of }) => of)).toContain(erased);
    const files = (await parts()).map(({ fileName }) => fileName);
    const folder = service.app.get(SegmentFolder);
    for (const { fileName } of before)
      if (!files.includes(fileName)) expect(await folder.has(fileName)).toBe(false);
    const { suggestions } = await service.app.get(SuggestPartners).forOpportunity(scope, topic, anyone);
    expect(suggestions.map(({ organisation }) => organisation.id)).not.toContain(erased);
  });

  it('is kept with all it read for a year, and then goes, files and all', async () => {
    const tidy = service.app.get(TidyUpProcessor);
    const folder = service.app.get(SegmentFolder);
    const files = (await parts()).map(({ fileName }) => fileName);
    await client.query(`update snapshot_segment set built_at = built_at - interval '2 years'`);
    expect(await tidy.tidy()).toMatchObject({ runs: 0 });
    expect((await again()).compared).toBeGreaterThan(100);

    const newer = await scoreAll(service.app, now);
    await client.query(`update score_run set created_at = now() - interval '364 days' where id = $1`, [
      runId,
    ]);
    expect(await tidy.tidy()).toMatchObject({ runs: 0 });
    await client.query(`update score_run set created_at = now() - interval '366 days' where id = $1`, [
      runId,
    ]);
    for (const file of files) await utimes(folder.pathOf(file), 1, 1);
    await writeFile(folder.pathOf('.half.segment.1.part'), 'half');
    const left = new Set((await partsOf(newer)).map(({ fileName }) => fileName));
    const tidied = await tidy.tidy();
    expect(tidied.runs).toBe(1);
    await tidy.tidy();
    for (const file of files) expect(await folder.has(file)).toBe(left.has(file));
    expect(await folder.has('.half.segment.1.part')).toBe(true);
    expect(files.some((file) => !left.has(file))).toBe(true);
    expect((await again(null, newer)).differences).toEqual([]);
  });

  const partsOf = (id: string): Promise<StoredSegment[]> =>
    service.database.unitOfWork.run(systemScope(clusters), async (unit) =>
      service.app
        .get(SegmentStore)
        .byIds(unit, (await service.app.get(ScoreRunStore).find(unit, id)).segments),
    );
});

const rewritten = ({ read }: Recomputed) => read.filter(({ rewrittenAt }) => rewrittenAt !== null);

const anyone = {
  seeds: [],
  role: null,
  countries: [],
  regions: [],
  types: [],
  sme: null,
  limit: 50,
  asOf: now,
};
