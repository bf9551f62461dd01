import pg from 'pg';

import { scoreAll } from '../../../test/support/score-all.js';
import { openDemonstration, type WiredService } from '../../../test/support/wired-service.js';
import { ClusterReadModel, IdentifyCaller } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { entriesOf, type PackedList } from '../scoring/packed-list.js';
import { languageAudience, modelAudience, textsAudience } from '../snapshots/audience.js';
import { SuggestPartners, type PartnerSuggestions } from '../suggestions/suggest-partners.js';
import { RecomputeRun } from './recompute-run.js';
import { ScoreBlocks } from './score-blocks.js';
import { TidyUpProcessor } from './tidy-up.processor.js';

const now = new Date('2026-11-22T09:00:00Z');
const topics = ['HORIZON-CL4-2027-01-MAT-PROD-03', 'HORIZON-CL4-2027-01-MAT-PROD-02'];

describe('a suggestion of last year', () => {
  let service: WiredService;
  let client: pg.Client;
  beforeAll(async () => {
    service = await openDemonstration(now, { work: true });
    client = new pg.Client(service.database.owner);
    await client.connect();
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await service.close();
  });

  const shown = async (topic: string): Promise<PartnerSuggestions> => {
    const { scope } = await service.app.get(IdentifyCaller).identify({ session: undefined });
    return service.app.get(SuggestPartners).forOpportunity(scope, topic, anyone);
  };

  it('C-17, of a stored list, is shown with its inputs and version, and computed again has the same score', async () => {
    const runId = await scoreAll(service.app, now);
    const before = await Promise.all(topics.map(shown));
    expect(before.map(({ run }) => run)).toEqual([runId, runId]);
    const clusters = (
      await service.database.unitOfWork.run(systemScope(), (unit) =>
        service.app.get(ClusterReadModel).all(unit),
      )
    ).map(({ id }) => id as string);

    // almost a year goes by: other data, other lists, and what is old is let go every day
    await client.query(`update opportunity set title = 'Another title', version = version + 1`);
    await client.query(`update evidence set text = 'Nothing of the kind', version = version + 1`);
    expect(await scoreAll(service.app, now)).not.toBe(runId);
    await client.query(`update score_run set created_at = now() - interval '364 days' where id = $1`, [
      runId,
    ]);
    expect(await service.app.get(TidyUpProcessor).tidy()).toMatchObject({ runs: 0 });
    expect((await shown(topics[0]!)).suggestions).not.toEqual(before[0]?.suggestions);

    for (const { run, model, asOf, opportunity, suggestions } of before) {
      const id = opportunity?.id ?? '';
      const outcome = await service.app.get(RecomputeRun).recompute(run ?? '', clusters, id);
      expect(outcome.run).toMatchObject({ id: run, model, asOf });
      expect(outcome.differences).toEqual([]);
      expect(outcome.compared).toBeGreaterThan(0);
      const audiences = outcome.read.map(({ audience }) => audience);
      expect(audiences).toEqual(
        expect.arrayContaining(['open', languageAudience, modelAudience, textsAudience]),
      );
      for (const { sha256 } of outcome.read) expect(sha256).toMatch(/^[0-9a-f]{64}$/);

      // what was on the page, against scores made anew from those files
      const blocks = service.app.get(ScoreBlocks);
      const lists: PackedList[] = [...(await blocks.open(runId, [id]))];
      for (const audience of audiences)
        if (audience.startsWith('cluster-'))
          lists.push(...(await blocks.members(runId, audience.slice('cluster-'.length), [id])).byOpportunity);
      const scores = new Map<string, number[]>();
      for (const entry of lists.flatMap(entriesOf))
        scores.set(entry.id, [...(scores.get(entry.id) ?? []), Math.fround(entry.score)]);
      expect(suggestions.length).toBeGreaterThan(5);
      for (const { organisation, score } of suggestions)
        expect([organisation.name, scores.get(organisation.id)]).toEqual([
          organisation.name,
          expect.arrayContaining([Math.fround(score)]),
        ]);
    }
  });
});

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
