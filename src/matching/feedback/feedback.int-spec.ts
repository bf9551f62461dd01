import { scoreAll } from '../../../test/support/score-all.js';
import { serveDemonstration, type ServedService } from '../../../test/support/wired-service.js';
import { CurrentScope, IdentifyCaller } from '../../accounts/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SuggestPartners } from '../suggestions/suggest-partners.js';
import { defaultBounds, FeedbackVotesReadModel, type PairVotes } from './feedback-votes.read-model.js';
import { cellBounds, VoteCellsReadModel, type CountedVotes } from './vote-cells.read-model.js';
import { GiveFeedback } from './give-feedback.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';
const member = 'Rigentra S.r.l.';

interface List {
  run: string | null;
  total: number;
  suggestions: { rank: number; useful: boolean; organisation: { id: string; name: string } }[];
}
interface Calls {
  run: string | null;
  total: number;
  suggestions: { rank: number; useful: boolean; opportunity: { id: string } }[];
}

describe('feedback on suggestions', () => {
  let service: ServedService;
  let officer: Scope;
  beforeAll(async () => {
    service = await serveDemonstration(now, { work: true });
    officer = (await service.app.get(IdentifyCaller).identify({ session: undefined })).scope;
    await scoreAll(service.app, now);
  }, 120_000);
  afterAll(() => service.close());
  afterEach(async () => {
    const { items } = (await read('/feedback?limit=100')) as { items: Record<string, string>[] };
    for (const { opportunityId, organisationId } of items)
      await send(
        'DELETE',
        `/opportunities/${opportunityId ?? ''}/suggestions/${organisationId ?? ''}/feedback`,
      );
  });

  const url = (path: string): string => `${service.address}/api/v1${path}`;
  const read = async (path: string): Promise<unknown> => (await fetch(url(path))).json();
  const send = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(
      url(path),
      body === undefined
        ? { method }
        : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
  const partners = async (more = ''): Promise<List> =>
    (await read(`/opportunities/${topic}/suggestions?limit=5${more}`)) as List;
  const calls = async (): Promise<Calls> =>
    (await read(`/organisations/${encodeURIComponent(member)}/opportunities?limit=5`)) as Calls;
  const onPartner = (id: string): string => `/opportunities/${topic}/suggestions/${id}/feedback`;
  const names = ({ suggestions }: List): string[] => suggestions.map(({ organisation }) => organisation.id);

  it('takes what is not for us out of stored and live lists at once, counts exact, and gives it back', async () => {
    const before = await partners();
    const [first, second] = names(before);
    const answer = await send('PUT', onPartner(second ?? ''), {
      verdict: 'not-for-us',
      reason: 'wrong-role',
    });
    expect(answer.status).toBe(200);
    for (const after of [await partners(), await partners('&asOf=2026-11-21')]) {
      expect(names(after)).not.toContain(second);
      expect(after.suggestions.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
      expect(names(after)[0]).toBe(first);
    }
    expect((await partners()).run).not.toBeNull();
    expect((await partners('&asOf=2026-11-21')).run).toBeNull();
    expect((await partners()).total).toBe(before.total - 1);
    for (let again = 0; again < 2; again += 1)
      expect((await send('DELETE', onPartner(second ?? ''))).status).toBe(204);
    expect(await partners()).toEqual(before);
  });

  it('counts a refused one out wherever it stood, and only if it stood anywhere', async () => {
    const { total, suggestions } = (await read(`/opportunities/${topic}/suggestions?limit=100`)) as List;
    const last = suggestions.at(-1)?.organisation.id ?? '';
    await send('PUT', onPartner(last), { verdict: 'not-for-us' });
    expect((await partners()).total).toBe(total - 1);
    const scored = new Set(suggestions.map(({ organisation }) => organisation.id));
    const stranger = await nobodyIn(scored);
    await send('PUT', onPartner(stranger), { verdict: 'not-for-us' });
    expect((await partners()).total).toBe(total - 1);
    expect((await partners('&asOf=2026-11-21')).total).toBe(total - 1);
  });

  it('marks what is useful, keeps its place, and says so from the other side too', async () => {
    const before = await calls();
    const [first] = before.suggestions;
    const path = `/organisations/${encodeURIComponent(member)}/opportunities/${first?.opportunity.id ?? ''}/feedback`;
    for (let again = 0; again < 2; again += 1)
      expect((await send('PUT', path, { verdict: 'useful', note: 'they know grippers' })).status).toBe(200);
    const after = await calls();
    expect(after.suggestions[0]).toEqual({ ...first, useful: true });
    expect(after.suggestions.slice(1)).toEqual(before.suggestions.slice(1));
    const list = (await read(`/opportunities/${first?.opportunity.id ?? ''}/suggestions?limit=100`)) as List;
    expect(
      list.suggestions.filter(({ useful }) => useful).map(({ organisation }) => organisation.name),
    ).toEqual([member]);
    await send('PUT', path, { verdict: 'not-for-us', reason: 'no-capacity' });
    const refused = await calls();
    expect(refused.total).toBe(before.total - 1);
    expect(refused.suggestions[0]?.opportunity.id).toBe(before.suggestions[1]?.opportunity.id);
    const given = (await read('/feedback')) as { total: number; items: Record<string, unknown>[] };
    expect(given).toMatchObject({ total: 1, items: [{ verdict: 'not-for-us', note: null, mine: true }] });
  });

  it('refuses what it cannot take, by name', async () => {
    const [first = ''] = names(await partners());
    const refusal = async (path: string, body: object): Promise<[number, string]> => {
      const response = await send('PUT', path, body);
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await refusal(onPartner('No such firm'), { verdict: 'useful' })).toEqual([
      404,
      'organisations.not-found',
    ]);
    expect((await refusal(onPartner(first), { verdict: 'splendid' }))[0]).toBe(400);
    expect((await refusal(onPartner(first), { verdict: 'not-for-us', reason: 'dislike' }))[0]).toBe(400);
    expect((await refusal(onPartner(first), { verdict: 'useful', weight: 9 }))[0]).toBe(400);
    expect(await refusal(onPartner(first), { verdict: 'useful', reason: 'other' })).toEqual([
      422,
      'matching.reason-without-need',
    ]);
    const operator = await service.app.get(CurrentScope).operator();
    const asOperator = service.app
      .get(GiveFeedback)
      .give(operator, { opportunity: topic, organisation: first }, useful);
    await expect(asOperator).rejects.toMatchObject({ code: 'matching.nobody-speaks' });
  });

  it('stays with whoever gave it: other clusters, other people and the audit trail know nothing of it', async () => {
    const [first = ''] = names(await partners());
    await send('PUT', onPartner(first), { verdict: 'not-for-us', note: 'told us no in spring' });
    const colleague = { ...officer, user: 'a-colleague' };
    const { suggestions } = await service.app.get(SuggestPartners).forOpportunity(colleague, topic, anyone);
    expect(suggestions[0]?.organisation.id).toBe(first);
    const seen = (scope: Scope): Promise<unknown[]> =>
      service.app
        .get(UnitOfWork)
        .run(scope, ({ manager }) => manager.query('select * from suggestion_feedback'));
    expect(await seen(officer)).toHaveLength(1);
    expect(await seen({ ...officer, clusters: ['00000000-0000-4000-8000-00000000000b'] })).toHaveLength(0);
    expect(await seen({ ...officer, clusters: [], organisation: first })).toHaveLength(0);
    const audit = await service.app
      .get(UnitOfWork)
      .run(systemScope(), ({ manager }) =>
        manager.query<{ subject: object }[]>(
          `select subject from audit_entry where action = 'feedback.given'`,
        ),
      );
    expect(JSON.stringify(audit)).toContain(first);
    expect(JSON.stringify(audit)).not.toContain('spring');
  });

  it('adds up to bounded votes, in which nobody lifts itself', async () => {
    const shown = await service.app.get(SuggestPartners).forOpportunity(officer, topic, anyone);
    const [own = '', other = ''] = shown.suggestions.map(({ organisation }) => organisation.id);
    const ids = (await pairsOf(30)).slice(0, 15);
    const itself = (actor: string): Scope => ({ ...officer, clusters: [], organisation: own, user: actor });
    const give = (scope: Scope, organisation: string, opportunity = topic): Promise<unknown> =>
      service.app.get(GiveFeedback).give(scope, { opportunity, organisation }, useful);
    try {
      for (const actor of ['one', 'two', 'three']) await give(itself(actor), own);
      expect(await votes()).toEqual([]);
      const unmoved = await service.app.get(SuggestPartners).forOpportunity(officer, topic, anyone);
      expect(unmoved).toEqual(shown);

      for (const actor of ['one', 'two']) await give({ ...officer, user: actor }, own);
      await give(itself('one'), other);
      expect((await votes()).map(({ organisationId, useful }) => [organisationId, useful]).sort()).toEqual(
        [
          [own, 1],
          [other, 1],
        ].sort(),
      );
      for (const id of ids) await give({ ...officer, user: 'one' }, own, id);
      const lifted = (await votes()).filter(({ organisationId }) => organisationId === own);
      expect(lifted.reduce((sum, { useful }) => sum + useful, 0)).toBe(defaultBounds.perOrganisation);
      const few = await votes({ perActor: 3 });
      expect(few.reduce((sum, { useful }) => sum + useful, 0)).toBeLessThanOrEqual(3 + 3);
    } finally {
      const scopes = ['one', 'two', 'three'].flatMap((actor) => [itself(actor), { ...officer, user: actor }]);
      for (const scope of scopes) await forget(scope);
    }
  });

  it('is written down by how well suggestions fitted: nobody named, few not at all, one side only so much', async () => {
    const { suggestions } = await service.app
      .get(SuggestPartners)
      .forOpportunity(officer, topic, { ...anyone, limit: 100 });
    const judged = suggestions.map(({ organisation }) => organisation.id);
    const sides = judged.slice(0, 8);
    const scopes = sides.map((id): Scope => ({
      ...officer,
      clusters: [],
      organisation: id,
      user: `of ${id}`,
    }));
    const sum = (of: readonly CountedVotes[]): number => of.reduce((total, cell) => total + cell.useful, 0);
    try {
      for (const scope of scopes.slice(0, 4)) await judge(scope, judged);
      expect(await cells()).toEqual([]);

      for (const scope of scopes.slice(4)) await judge(scope, judged);
      const counted = await cells();
      expect(counted.length).toBeGreaterThan(0);
      for (const cell of counted) {
        expect(cell.sides).toBeGreaterThanOrEqual(cellBounds.fewest);
        expect(cell.organisations).toBeGreaterThanOrEqual(cellBounds.fewest);
      }
      expect(sum(counted)).toBeLessThanOrEqual(scopes.length * cellBounds.perSide);
      expect(JSON.stringify(counted)).not.toMatch(/[0-9a-f]{8}-/);

      const heard = sum(await cells({ fewest: 1 }));
      const [devoted] = scopes;
      await judge(devoted!, judged, { calls: 20 });
      expect(sum(await cells({ fewest: 1 }))).toBeLessThanOrEqual(heard);
    } finally {
      for (const scope of scopes) await forget(scope);
    }
  });

  /** Says of each that it is useful for the topic, and for so many other calls. */
  async function judge(
    scope: Scope,
    judged: readonly string[],
    { calls: more } = { calls: 0 },
  ): Promise<void> {
    await service.app.get(UnitOfWork).run(scope, ({ manager }) =>
      manager.query(
        `insert into suggestion_feedback
           (side_id, by_organisation_id, actor, opportunity_id, organisation_id, verdict)
         select $1::uuid, $1::uuid, $2, o.id, j.id, 'useful' from unnest($3::uuid[]) as j (id),
           (select id from opportunity order by identifier <> $4, id limit 1 + $5) as o
         on conflict do nothing`,
        [scope.organisation, scope.user, judged, topic, more],
      ),
    );
  }

  async function cells(bounds: { fewest?: number } = {}): Promise<CountedVotes[]> {
    const window = { since: new Date(0), until: new Date('2100-01-01') };
    return service.app
      .get(UnitOfWork)
      .run(systemScope(officer.clusters), (unit) =>
        service.app
          .get(VoteCellsReadModel)
          .cells(unit, { ...window, ...defaultBounds, ...cellBounds, ...bounds }),
      );
  }

  async function forget(scope: Scope): Promise<void> {
    await service.app
      .get(UnitOfWork)
      .run(scope, ({ manager }) =>
        manager.query('delete from suggestion_feedback where actor = $1', [scope.user]),
      );
  }

  async function votes(bounds: { perActor?: number } = {}): Promise<PairVotes[]> {
    const window = { since: new Date(0), until: new Date('2100-01-01') };
    return service.app
      .get(UnitOfWork)
      .run(systemScope(), (unit) =>
        service.app.get(FeedbackVotesReadModel).votes(unit, { ...window, ...defaultBounds, ...bounds }),
      );
  }

  async function pairsOf(limit: number): Promise<string[]> {
    const page = (await read(`/opportunities?limit=${limit}`)) as {
      items: { id: string; identifier: string }[];
    };
    return page.items.filter(({ identifier }) => identifier !== topic).map(({ id }) => id);
  }

  /** An organisation in scope that has no score for the topic. */
  async function nobodyIn(scored: ReadonlySet<string>): Promise<string> {
    const { items } = await service.app
      .get(UnitOfWork)
      .run(officer, (unit) => service.app.get(OrganisationReadModel).list(unit, { limit: 100 }));
    const found = items.find(({ id }) => !scored.has(id));
    if (!found) throw new Error('everybody scores');
    return found.id;
  }
});

const useful = { verdict: 'useful', reason: null, note: null } as const;

const anyone = {
  seeds: [],
  role: null,
  countries: [],
  regions: [],
  types: [],
  sme: null,
  limit: 5,
  asOf: now,
};
