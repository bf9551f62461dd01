import { portalPage, portalRecord } from '../../test/support/portal-record.js';
import { textFile } from '../../test/support/source-text.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';
import { ImportOpportunities } from '../ingest/index.js';
import {
  OpportunityReadModel,
  type OpportunityRecord,
  OpportunityStore,
  PartnerSearchStore,
} from '../opportunities/index.js';
import { systemScope } from '../platform/database/scope.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { SourceStore } from '../sources/index.js';

const now = new Date('2026-11-22T09:00:00Z');
/** What the answers of several routes hold, as far as it is looked at. */
interface Answer {
  readonly items: readonly { readonly name: string }[];
  readonly sources: readonly unknown[];
  readonly suggestions: readonly { readonly opportunity: { readonly identifier: string } }[];
  readonly partnerSearch: unknown;
  readonly total: number;
}

const identifier = 'HORIZON-CL4-2027-09-ABC-01';

describe('where data come from, as people see it', () => {
  let service: ServedService;
  beforeAll(async () => {
    service = await serveDemonstration(now);
    const imports = service.app.get(ImportOpportunities);
    const pass = (day: string, deadline: string) =>
      imports.portalFiles('portal', [
        textFile(
          `2026-11-${day}-page-01.json`,
          portalPage([
            portalRecord({
              deadlineDate: [deadline],
              descriptionByte: ['<p>Robots that disassemble batteries.</p>'],
            }),
          ]),
        ),
      ]);
    await pass('10', '2027-02-02T00:00:00.000+0000');
    await pass('17', '2027-03-16T00:00:00.000+0000');
  });
  afterAll(() => service.close());

  const get = async (path: string): Promise<Answer> =>
    (await fetch(`${service.address}/api/v1${path}`)).json() as Promise<Answer>;
  const run = <T>(work: (unit: Unit) => Promise<T>): Promise<T> =>
    service.database.unitOfWork.run(systemScope(), work);
  const stamp = { name: 'portal', dataAt: '2026-11-17T00:00:00.000Z', old: true, failing: true };

  it('is listed with its age, and what became of the last attempt to renew it', async () => {
    await run((unit) => new SourceStore().failed(unit, 'portal', 'the portal, page 1: it answered 500'));
    const { items } = await get('/sources');
    expect(items.map(({ name }) => name)).toEqual(['portal', 'pilots', 'demo']);
    expect(items[0]).toMatchObject({
      ...stamp,
      lastResult: 'failed',
      problem: 'the portal, page 1: it answered 500',
      failures: 1,
      running: false,
      counts: { new: 0, changed: 1 },
    });
  });

  it('stands on every list: of calls, of calls for one organisation, of partners', async () => {
    const lists = [
      '/opportunities?limit=1',
      '/organisations/Rigentra%20S.r.l./opportunities?limit=1',
      `/opportunities/${identifier}/suggestions?limit=1`,
    ];
    for (const path of lists) expect((await get(path)).sources[0]).toMatchObject(stamp);
    expect((await get('/opportunities?limit=1&asOf=2026-11-18')).sources[0]).toMatchObject({ old: false });
  });

  it('shows a deadline that moved, with the old day, on the list and in full', async () => {
    const before = [{ at: '2027-02-02T16:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' }];
    const { items } = await get(`/opportunities?search=${identifier}`);
    expect(items).toMatchObject([
      {
        deadlines: [{ at: '2027-03-16T16:00:00.000Z' }],
        changed: {
          at: '2026-11-17T00:00:00.000Z',
          fields: ['deadlines'],
          deadlinesBefore: before,
          statusBefore: null,
        },
      },
    ]);
    expect(await get(`/opportunities/${identifier}`)).toMatchObject({
      changes: [
        { field: 'deadlines', oldValue: before, source: 'portal', seenAt: '2026-11-17T00:00:00.000Z' },
      ],
      partnerSearch: null,
    });
  });

  it('shows who looks for partners for a call, as organisations', async () => {
    await run(async (unit) => {
      const id = await new OpportunityReadModel().resolve(unit, identifier);
      const search = { announcements: 3, pics: ['900000001', '900000002'], seenAt: now.toISOString() };
      await new PartnerSearchStore().save(unit, new Map([[id, search]]));
    });
    expect((await get(`/opportunities/${identifier}`)).partnerSearch).toEqual({
      announcements: 3,
      pics: ['900000001', '900000002'],
      seenAt: now.toISOString(),
    });
  });

  it('keeps a withdrawn call readable, and suggests it to nobody', async () => {
    const suggested = async (): Promise<string[]> =>
      (await get('/organisations/Rigentra%20S.r.l./opportunities?limit=100&all=true')).suggestions.map(
        ({ opportunity }) => opportunity.identifier,
      );
    expect(await suggested()).toContain(identifier);
    await run(async (unit) => {
      const [row] = await unit.manager.query<{ record: OpportunityRecord }[]>(
        `select record from opportunity_record where source = 'portal'`,
      );
      if (!row) throw new RangeError('the call is not there');
      const observedAt = '2026-11-21T00:00:00.000Z';
      const withdrawn = { ...row.record, statedStatus: 'withdrawn' as const, observedAt };
      await service.app.get(OpportunityStore).save(unit, [withdrawn], null);
    });
    expect(await suggested()).not.toContain(identifier);
    expect((await get(`/opportunities?search=${identifier}`)).total).toBe(0);
    expect((await get(`/opportunities?search=${identifier}&all=true`)).items).toMatchObject([
      { status: 'withdrawn', changed: { fields: ['deadlines', 'statedStatus'], statusBefore: 'open' } },
    ]);
    expect(await get(`/opportunities/${identifier}`)).toMatchObject({ status: 'withdrawn' });
  });
});
