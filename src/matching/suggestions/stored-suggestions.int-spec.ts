import pg from 'pg';

import { scoreAll } from '../../../test/support/score-all.js';
import { tellCluster } from '../../../test/support/told-to-cluster.js';
import { openDemonstration, type WiredService } from '../../../test/support/wired-service.js';
import { CurrentScope, IdentifyCaller } from '../../accounts/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { SuggestCalls, type CallSuggestions } from './suggest-calls.js';
import { SuggestPartners, type PartnersWanted, type PartnerSuggestions } from './suggest-partners.js';

const now = new Date('2026-11-22T09:00:00Z');
const topics = [
  'HORIZON-CL4-2027-01-MAT-PROD-03',
  'HORIZON-CL4-2027-01-MAT-PROD-02',
  'HORIZON-CL4-2027-01-MAT-PROD-22',
];
const member = 'Rigentra S.r.l.';
const remanufacturing =
  'We take used machines apart and bring them back to life: robots with adaptive grippers sort used products whose ' +
  'wear varies, inspection with sensors tells the remaining life, and digital twins and product passports reach those ' +
  'who remanufacture. Planning of disassembly and remanufacturing under uncertain returns.';

describe('lists of the score run that is shown', () => {
  let service: WiredService;
  let officer: Scope;
  let operator: Scope;
  beforeAll(async () => {
    service = await openDemonstration(now, { work: true });
    officer = (await service.app.get(IdentifyCaller).identify({ session: undefined })).scope;
    operator = await service.app.get(CurrentScope).operator();
    await scoreAll(service.app, now);
  }, 120_000);
  afterAll(() => service.close());

  const partners = (
    topic: string,
    wanted: Partial<PartnersWanted> = {},
    scope = officer,
  ): Promise<PartnerSuggestions> =>
    service.app.get(SuggestPartners).forOpportunity(scope, topic, { ...anyone, asOf: now, ...wanted });
  const calls = (all: boolean, scope = officer): Promise<CallSuggestions> =>
    service.app.get(SuggestCalls).forOrganisation(scope, member, { limit: 10, asOf: now, all });

  /** Nothing is stored for as long as the work takes, so that it is answered live. */
  async function withoutLists<T>(work: () => Promise<T>): Promise<T> {
    const client = new pg.Client(service.database.owner);
    await client.connect();
    try {
      await client.query('create table put_away as select * from current_score_run');
      await client.query('delete from current_score_run');
      return await work();
    } finally {
      await client.query('insert into current_score_run select * from put_away');
      await client.query('drop table put_away');
      await client.end();
    }
  }

  it('are answered with, and equal what a live ranking says', async () => {
    let shown = 0;
    for (const topic of topics) {
      const stored = await partners(topic);
      const live = await withoutLists(() => partners(topic));
      expect(stored.run).not.toBeNull();
      expect(live.run).toBeNull();
      expect({ ...stored, run: null }).toEqual(live);
      shown += stored.suggestions.length;
    }
    expect(shown).toBeGreaterThan(5);
  });

  it('equal a live ranking of calls for a member, with what is closed and without', async () => {
    for (const all of [true, false]) {
      const stored = await calls(all);
      const live = await withoutLists(() => calls(all));
      expect(stored.run).not.toBeNull();
      expect(live.run).toBeNull();
      expect({ ...stored, run: null }).toEqual(live);
      expect(stored.suggestions.length).toBeGreaterThan(2);
    }
  });

  it('do not answer what narrows the question, nor another day, nor whoever sees several clusters', async () => {
    const [topic = ''] = topics;
    expect((await partners(topic, { countries: ['IT'] })).run).toBeNull();
    expect((await partners(topic, { seeds: [member] })).run).toBeNull();
    expect((await partners(topic, { role: 'coordinator' })).run).toBeNull();
    expect((await partners(topic, { asOf: new Date('2026-06-01'), exactDay: true })).run).toBeNull();
    expect((await partners(topic, { asOf: new Date('2027-06-01') })).run).toBeNull();
    expect((await partners(topic, {}, operator)).run).toBeNull();
    expect((await partners(topic, { asOf: now, exactDay: true })).run).not.toBeNull();
  });

  it('are no answer any more once the evidence in scope is newer', async () => {
    const [topic = ''] = topics;
    await tellCluster(service.app, {
      cluster: 'lgca',
      name: 'Altrove S.r.l.',
      text: 'Remanufacturing of pumps',
      invented: true,
    });
    expect((await partners(topic)).run).not.toBeNull();
    await tellCluster(service.app, {
      cluster: 'afil',
      name: 'Nuova S.r.l.',
      text: remanufacturing,
      invented: true,
    });
    const found = await partners(topic, { limit: 50 });
    expect(found.run).toBeNull();
    expect(found.suggestions.map(({ organisation }) => organisation.name)).toContain('Nuova S.r.l.');
    expect((await calls(false)).run).toBeNull();
  });
});

const anyone = {
  seeds: [],
  role: null,
  countries: [],
  regions: [],
  types: [],
  sme: null,
  limit: 20,
};
