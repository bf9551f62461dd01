import { HttpClient, type Answer } from '../../test/support/http-client.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';
import { BuildSnapshot } from '../matching/index.js';
import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

const now = new Date('2026-11-22T09:00:00Z');

interface Card {
  rank: number;
  opportunity: { id: string; identifier: string; status: string; kind: string };
  fit: { band: string };
  trackRecord: { band: string };
  reasons: { callQuote: string | null; evidenceQuote: string | null; evidence: { id: string } | null }[];
  deadline: { daysLeft: number } | null;
  late: boolean;
  asksForPartners: boolean;
  saved: boolean;
}
interface Found {
  items: {
    id: string;
    identifier: string;
    title: string;
    kind: string;
    part: string | null;
    saved: boolean;
    fit: object | null;
  }[];
  total: number;
  next: string | null;
  facets: Record<string, { value: string; count: number }[]>;
  savedCount: number;
  fitsCount: number | null;
}

describe('what a member finds', () => {
  let service: ServedService;
  let member: HttpClient;
  let officer: HttpClient;
  beforeAll(async () => {
    service = await serveDemonstration(now);
    await service.app.get(DemoPeople).ensure();
    [member, officer] = (await Promise.all(
      ['editor@member.example', 'officer@afil.example'].map(signIn),
    )) as [HttpClient, HttpClient];
  }, 120_000);
  afterAll(() => service.close());

  async function signIn(email: string): Promise<HttpClient> {
    const client = new HttpClient(service.address);
    await client.post('/api/v1/sessions', { email, password: demoPassword });
    return client;
  }
  const ask = (path: string, by = member): Promise<Answer> => by.get(`/api/v1${path}`);
  const list = async (query: string, by = member): Promise<Found> =>
    (await ask(`/opportunities?${query}`, by)).body as Found;
  const forYou = async (
    by = member,
    query = '',
  ): Promise<{ organisationId: string; evidence: number; cards: Card[] }> =>
    (await ask(`/for-you${query}`, by)).body as { organisationId: string; evidence: number; cards: Card[] };
  const asSystem = (sql: string, values: unknown[]): Promise<unknown> =>
    service.app.get(UnitOfWork).run(systemScope(), async (unit) => {
      const clusters = await unit.manager.query<{ id: string }[]>('select id from cluster');
      return service.app
        .get(UnitOfWork)
        .run(systemScope(clusters.map(({ id }) => id)), ({ manager }) => manager.query(sql, values));
    });

  it('A-13, A-15, A-17: is at most twenty calls, each quoted from both sides, in two figures, none closed', async () => {
    const { cards } = await forYou();
    expect(cards.length).toBeGreaterThan(2);
    expect(cards.length).toBeLessThanOrEqual(20);
    for (const card of cards) {
      expect(card.reasons.length).toBeGreaterThan(0);
      expect(card.reasons.length).toBeLessThanOrEqual(4);
      for (const { callQuote, evidenceQuote, evidence } of card.reasons)
        expect([callQuote, evidenceQuote, evidence?.id]).not.toContain(null);
      expect(['strong', 'good', 'possible']).toContain(card.fit.band);
      expect(['strong', 'good', 'possible']).toContain(card.trackRecord.band);
      expect(['open', 'forthcoming', 'standing']).toContain(card.opportunity.status);
      expect(card.late).toBe(card.deadline !== null && card.deadline.daysLeft < 21);
    }
  });

  it('A-17: is marked late when fewer than 21 days are left', async () => {
    const [dated] = (await forYou()).cards.filter(({ deadline }) => deadline !== null);
    const daysLeft = dated?.deadline?.daysLeft ?? 0;
    const on = (days: number): string =>
      new Date(now.getTime() + (daysLeft - days) * 86_400_000).toISOString().slice(0, 10);
    for (const [days, late] of [
      [21, false],
      [20, true],
    ] as const) {
      const { cards } = await forYou(member, `?asOf=${on(days)}`);
      const same = cards.find(({ opportunity }) => opportunity.id === dated?.opportunity.id);
      expect(same).toMatchObject({ late, deadline: { daysLeft: days } });
    }
  });

  it('A-18: offers no partner search where one applies alone', async () => {
    const { cards } = await forYou();
    for (const { opportunity, asksForPartners } of cards)
      expect([opportunity.identifier, asksForPartners]).toEqual([
        opportunity.identifier,
        opportunity.kind !== 'cascade',
      ]);
  });

  it('A-14: quotes the record: other words there, and the reason changes or the card goes', async () => {
    const before = await forYou();
    const evidence = before.cards[0]?.reasons[0]?.evidence?.id;
    await asSystem('update evidence set text = $2, title = null, version = version + 1 where id = $1', [
      evidence,
      'Wedding photography on lakes and in gardens.',
    ]);
    await service.app.get(BuildSnapshot).run();
    const after = await forYou();
    for (const { reasons } of after.cards)
      for (const reason of reasons.filter((one) => one.evidence?.id === evidence))
        expect(reason.evidenceQuote).toBe('Wedding photography on lakes and in gardens.');
    expect(after.cards[0]?.reasons[0]).not.toEqual(before.cards[0]?.reasons[0]);
  });

  it('A-16: takes away what is not for us, for them alone, until a year has passed or it changes', async () => {
    const { organisationId, cards } = await forYou();
    const refused = cards[0]?.opportunity.id ?? '';
    const shown = async (by = member, query = ''): Promise<boolean> =>
      (await forYou(by, query)).cards.some(({ opportunity }) => opportunity.id === refused);
    const feedback = `/api/v1/organisations/${organisationId}/opportunities/${refused}/feedback`;
    for (const reason of [
      'wrong-topic',
      'wrong-role',
      'wrong-size',
      'too-early-or-late',
      'wrong-partner',
      'other',
    ])
      expect((await member.send('PUT', feedback, { verdict: 'not-for-us', reason })).status).toBe(200);
    expect(await shown()).toBe(false);
    expect(await shown(officer, `?organisation=${organisationId}`)).toBe(true);
    const said = (change: string): Promise<unknown> =>
      service.app
        .get(UnitOfWork)
        .run({ role: 'member', clusters: [], organisation: organisationId }, ({ manager }) =>
          manager.query(`update suggestion_feedback set given_at = ${change}`),
        );
    await said(`now() - interval '11 months'`);
    expect(await shown()).toBe(false);
    await said(`now() - interval '12 months 1 day'`);
    expect(await shown()).toBe(true);
    await said('now()');
    await asSystem(
      `insert into opportunity_change (id, opportunity_id, field, old_value, new_value, source, seen_at)
       values (gen_random_uuid(), $1, 'budget', null, null, 'portal', now() + interval '1 minute')`,
      [refused],
    );
    expect(await shown()).toBe(true);
    expect((await member.send('DELETE', feedback)).status).toBe(204);
  });

  it('A-19: is nothing without evidence, and says so', async () => {
    const id = '00000000-0000-4000-8000-0000000000aa';
    await asSystem(`insert into organisation (id, listed) values ($1, true)`, [id]);
    await asSystem(
      `insert into organisation_record (id, organisation_id, source, legal_name, folded_name, observed_on)
       values (gen_random_uuid(), $1, 'cordis', 'Silent Ltd', 'silent', '2026-01-01')`,
      [id],
    );
    expect(await forYou(officer, `?organisation=${id}`)).toMatchObject({ evidence: 0, cards: [] });
  });

  it('is found by words in either language, parts of identifiers, and phrases', async () => {
    const all = await list('limit=100');
    const battery = await list('limit=100&search=batteries');
    expect(battery.total).toBeGreaterThan(0);
    expect(battery.total).toBeLessThan(all.total);
    expect((await list('search=battery')).total).toBe(battery.total);
    expect((await list('search=MAT-PROD')).items[0]?.identifier).toContain('MAT-PROD');
    expect((await list('search=xylophone')).items).toEqual([]);
    expect((await list(`search=${encodeURIComponent(`'); drop table x; -- %_\\`)}`)).items).toEqual([]);
  });

  it('A-26: narrows by filters that combine, counted exactly, page by page in one order', async () => {
    const { facets, total } = await list('limit=1');
    for (const [name, values] of Object.entries(facets))
      for (const { value, count } of values)
        expect([name, value, (await list(`limit=1&${name}=${encodeURIComponent(value)}`)).total]).toEqual([
          name,
          value,
          count,
        ]);
    const [first, second] = facets['ecosystem'] ?? [];
    const both = await list(`limit=100&ecosystem=${first?.value}&ecosystem=${second?.value}`);
    expect(both.total).toBeGreaterThanOrEqual(first?.count ?? NaN);
    const narrowed = await list(`limit=100&ecosystem=${first?.value}&kind=topic&part=CL4`);
    const oneByOne = (await list(`limit=100&ecosystem=${first?.value}`)).items.filter(
      ({ kind, part }) => kind === 'topic' && part?.includes('CL4'),
    );
    expect(narrowed.total).toBe(oneByOne.length);
    expect(narrowed.total).toBeGreaterThan(0);
    const ids = narrowed.items.map(({ id }) => id).sort();
    expect(ids).toEqual(oneByOne.map(({ id }) => id).sort());
    expect(both.items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    for (const order of ['identifier', 'deadline']) {
      const seen: string[] = [];
      let next: string | null = null;
      do {
        const after: string = next === null ? '' : `&after=${encodeURIComponent(next)}`;
        const page = await list(`limit=4&order=${order}${after}`);
        seen.push(...page.items.map(({ id }) => id));
        next = page.next;
      } while (next !== null);
      expect(seen).toHaveLength(total);
      expect(new Set(seen).size).toBe(total);
    }
  });

  it('is what fits, marked with both figures', async () => {
    const fitting = await list('fits=true&limit=100');
    expect(fitting.total).toBe((await list('limit=1')).fitsCount);
    expect(fitting.total).toBeGreaterThan(0);
    for (const { fit } of fitting.items)
      expect(fit).toMatchObject({ fit: { band: expect.any(String) as string } });
    expect((await list('limit=1', officer)).fitsCount).toBeNull();
  });

  it('is a table that no program opens as formulas', async () => {
    await asSystem(
      `update opportunity set title = '=1+1, "so"' where id = (select min(id::text)::uuid from opportunity)`,
      [],
    );
    const table = await ask('/opportunities.csv?all=true');
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(table.headers.get('content-disposition')).toContain('tessera-opportunities-2026-11-22.csv');
    expect(table.text).toContain(`,"'=1+1, ""so""",`);
    expect(table.text.trim().split('\r\n')).toHaveLength((await list('all=true&limit=1')).total + 1);
  });

  it('T-03: is saved by each for themselves, and keeps the old date in sight when it moves', async () => {
    const { items } = await list('limit=2');
    const [id = '', other = ''] = items.map((item) => item.id);
    for (const saved of [id, other, id]) {
      const { status } = await member.send('PUT', `/api/v1/opportunities/${saved}/saved`);
      expect(status).toBe(204);
    }
    const saved = async (by = member): Promise<{ opportunity: { id: string }; changedSince: unknown }[]> =>
      ((await ask('/saved-opportunities', by)).body as { items: never[] }).items;
    expect((await saved()).map(({ opportunity }) => opportunity.id).sort()).toEqual([id, other].sort());
    expect(await saved(officer)).toEqual([]);
    expect(await list('saved=true')).toMatchObject({ total: 2, savedCount: 2 });
    expect((await list('saved=true', officer)).total).toBe(0);
    const before = [{ at: '2026-12-01T16:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' }];
    await asSystem(
      `insert into opportunity_change (id, opportunity_id, field, old_value, new_value, source, seen_at)
       values (gen_random_uuid(), $1, 'deadlines', $2, '[]', 'portal', now() + interval '1 minute')`,
      [id, JSON.stringify(before)],
    );
    const changed = (await saved()).filter(({ changedSince }) => changedSince !== null);
    expect(changed).toMatchObject([
      { opportunity: { id }, changedSince: { fields: ['deadlines'], deadlinesBefore: before } },
    ]);
    expect((await member.send('DELETE', `/api/v1/opportunities/${id}/saved`)).status).toBe(204);
    expect((await saved()).map(({ opportunity }) => opportunity.id)).toEqual([other]);
  });

  it('A-22, A-24: says what a call would bring and cost, each figure with its source, and quotes it sentence by sentence', async () => {
    const { items } = await list('limit=1&search=HORIZON-CL4-2027-01-MAT-PROD-03');
    const { body: call } = await ask(`/opportunities/${items[0]?.id ?? ''}`);
    const { body } = await ask(`/opportunities/${items[0]?.id ?? ''}/decision`);
    expect(body.success).toMatchObject({ percent: 16, source: { date: '2025-04-30' } });
    expect(body.brings.rate.source.date).toBe('2025-12-11');
    expect(body.asker.name).not.toBe('');
    expect(body.advice.mustHaves.length).toBeGreaterThan(0);
    const texts = (call.sections as { text: string }[]).map(({ text }) => text);
    expect(body.said.length).toBeGreaterThan(1);
    for (const { text } of body.said as { text: string }[])
      expect(texts.some((whole) => whole.includes(text))).toBe(true);
    for (const { n, median } of [body.brings.received, body.brings.partners])
      expect(median === null).toBe(n < 5);
    expect((await ask(`/opportunities/${items[0]?.id ?? ''}/decision`, officer)).body).toMatchObject({
      asker: null,
      advice: null,
    });
  });

  it('refuses a filter it does not know, and one that cannot be', async () => {
    for (const query of ['nonsense=1', 'trl=10', 'deadlineFrom=soon', 'kind=party', 'region=%27x'])
      expect([query, (await ask(`/opportunities?${query}`)).status]).toEqual([query, 400]);
  });
});
