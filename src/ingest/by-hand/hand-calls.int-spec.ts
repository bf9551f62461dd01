import { openDemonstration, type WiredService } from '../../../test/support/wired-service.js';
import { ClusterReadModel } from '../../accounts/index.js';
import { OpportunityReadModel } from '../../opportunities/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { systemScope } from '../../platform/database/scope.js';
import type { HandCall } from './hand-call.js';
import { HandCalls } from './hand-calls.js';

const now = new Date('2026-11-22T09:00:00Z');

/** Invented. */
const call: HandCall = {
  kind: 'demo-case',
  title: 'Battery cell opening, demonstrated',
  regions: ['Lombardy', 'ES21'],
  phase: 'demonstrate',
  needs: ['A test bench for second-life battery modules', 'Robotic disassembly of battery packs'],
  programme: 'VANGUARD',
  summary: null,
  deadline: '2027-09-17',
  budgetEur: 1_500_000,
  url: 'https://pilot.example/demo',
};

describe('calls added by hand', () => {
  let service: WiredService;
  let calls: HandCalls;
  const scopes = new Map<string, Scope>();
  beforeAll(async () => {
    service = await openDemonstration(now);
    calls = service.app.get(HandCalls);
    const all = await service.database.unitOfWork.run(systemScope(), (unit) =>
      service.app.get(ClusterReadModel).all(unit),
    );
    for (const { slug, id } of all) scopes.set(slug, { role: 'officer', clusters: [id], user: slug });
  });
  afterAll(() => service.close());

  const as = (slug: string): Scope => scopes.get(slug) ?? systemScope();
  const card = async (id: string) =>
    (
      await service.database.unitOfWork.run(as('catal'), (unit) =>
        service.app.get(OpportunityReadModel).cards(unit, [id], now),
      )
    ).get(id);

  it('stand beside all others, with the source said', async () => {
    const added = await calls.add(as('afil'), call);
    expect(added).toMatchObject({ withdrawn: false, call: { ...call, regions: ['ITC4', 'ES21'] } });
    expect(added.identifier).toMatch(/^AFIL-[0-9A-F]{8}$/);
    expect(await card(added.id)).toMatchObject({
      kind: 'demo-case',
      title: call.title,
      status: 'open',
      provenance: { title: 'by-hand' },
      deadlines: [{ at: '2027-09-17T15:00:00.000Z', zone: 'Europe/Brussels' }],
      flags: { addedBy: 'afil', phase: 'demonstrate', regions: ['ITC4', 'ES21'] },
    });
  });

  it('are changed as a whole, and keep what changed', async () => {
    const { id } = await calls.add(as('afil'), call);
    const changed = await calls.change(as('afil'), id, { ...call, title: 'Another title', deadline: null });
    expect(changed.call).toMatchObject({ title: 'Another title', deadline: null });
    expect(await card(id)).toMatchObject({ title: 'Another title', status: 'standing', deadlines: [] });
  });

  it('leave every list when they are withdrawn, and come back', async () => {
    const { id } = await calls.add(as('afil'), call);
    await calls.withdraw(as('afil'), id, true);
    expect(await card(id)).toMatchObject({ status: 'withdrawn' });
    await calls.withdraw(as('afil'), id, false);
    expect(await card(id)).toMatchObject({ status: 'open' });
    expect((await calls.list(as('afil'))).find((each) => each.id === id)).toMatchObject({ withdrawn: false });
  });

  it('are changed by nobody of another cluster', async () => {
    const { id } = await calls.add(as('afil'), call);
    const refused = { code: 'ingest.hand-call-not-found' };
    await expect(calls.change(as('catal'), id, call)).rejects.toMatchObject(refused);
    await expect(calls.withdraw(as('catal'), id, true)).rejects.toMatchObject(refused);
    expect(await calls.list(as('catal'))).toEqual([]);
  });

  it('name only regions that there are', async () => {
    const wrong = calls.add(as('afil'), { ...call, regions: ['Atlantis'] });
    await expect(wrong).rejects.toMatchObject({ code: 'ingest.region-unknown', kind: 'invalid' });
  });
});
