import { openDemonstration, type WiredService } from '../../../test/support/wired-service.js';
import { IdentifyCaller } from '../../accounts/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { standingInWords, toStandingResponse } from '../http/standing-response.dto.js';
import { ExplainStanding, type ExplainedStanding } from './explain-standing.js';
import { SuggestPartners, type PartnersWanted } from './suggest-partners.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';
const member = 'Rigentra S.r.l.';
const anyone: PartnersWanted = {
  seeds: [],
  role: null,
  countries: [],
  regions: [],
  types: [],
  sme: null,
  limit: 5,
  asOf: now,
};

describe('A-20: why not, from the database', () => {
  let service: WiredService;
  let officer: Scope;
  beforeAll(async () => {
    service = await openDemonstration(now);
    officer = (await service.app.get(IdentifyCaller).identify({ session: undefined })).scope;
  }, 120_000);
  afterAll(() => service.close());

  const why = (organisation: string, wanted: Partial<PartnersWanted> = {}): Promise<ExplainedStanding> =>
    service.app.get(ExplainStanding).forPair(officer, organisation, topic, { ...anyone, ...wanted });

  it('agrees with the list on place, score, figures and reasons', async () => {
    const { suggestions, total } = await service.app
      .get(SuggestPartners)
      .forOpportunity(officer, topic, { ...anyone, exactDay: true });
    expect(suggestions.length).toBeGreaterThan(2);
    for (const { organisation, rank, score, fit, trackRecord, reasons, missing } of suggestions) {
      const found = await why(organisation.id, { exactDay: true });
      expect(found).toMatchObject({ organisation, rank, total, score, fit, trackRecord, reasons, missing });
      const sum = found.reasons.reduce((all, { contribution }) => all + contribution, 0);
      expect(Math.abs(sum - score)).toBeLessThan(1e-6);
    }
  });

  it('names the filter that leaves it out, with what was asked', async () => {
    const found = await why(member, { countries: ['FR'], seeds: [member] });
    expect(found.rank).toBeNull();
    expect(found.leftOut).toEqual([
      { by: 'seed', asked: null },
      { by: 'countries', asked: 'FR' },
    ]);
  });

  it('leaves as plain data, with sentences in either language', async () => {
    const found = await why(member);
    const english = toStandingResponse(found, 'en');
    expect(english.sentences[0]).toContain(member);
    expect(toStandingResponse(found, 'it').sentences).not.toEqual(english.sentences);
    expect(standingInWords(found, 'it').join(' ')).toMatch(/posto|elenco|risponde/i);
    expect(english.changes.every(({ gain }) => gain > 0)).toBe(true);
  });

  it('says who or what is not known', async () => {
    await expect(why('Nessuno S.p.A.')).rejects.toMatchObject({ code: 'organisations.not-found' });
    await expect(
      service.app.get(ExplainStanding).forPair(officer, member, 'HORIZON-NO-SUCH', anyone),
    ).rejects.toMatchObject({ code: 'opportunities.not-found' });
  });

  it('asks nobody to sign in', async () => {
    const nobody: Scope = { role: 'anonymous', clusters: [] };
    await expect(
      service.app.get(SuggestPartners).forOpportunity(nobody, topic, anyone),
    ).rejects.toMatchObject({ code: 'matching.nothing-in-reach', kind: 'unauthenticated' });
  });
});
