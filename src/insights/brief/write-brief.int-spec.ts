import { tellCluster } from '../../../test/support/told-to-cluster.js';
import { openDemonstration, type WiredService } from '../../../test/support/wired-service.js';
import { CurrentScope } from '../../accounts/index.js';
import { SuggestPartners } from '../../matching/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Language } from '../language.js';
import { WriteBrief } from './write-brief.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

/** What somebody who answers that topic word for word would say. */
const remanufacturing =
  'De-manufacturing and remanufacturing of used products: robots with adaptive grippers open, sort and handle used ' +
  'products whose wear and fasteners vary. Inspection with sensors and machine learning tells the remaining life. ' +
  'Digital twins and product passports reach those who remanufacture. Planning of disassembly under uncertain returns.';

describe('the page for an organisation of the demonstration set', () => {
  let service: WiredService;
  let scope: Scope;
  beforeAll(async () => {
    service = await openDemonstration(now);
    scope = await service.app.get(CurrentScope).operator();
  }, 120_000);
  afterAll(() => service.close());

  const page = (reference: string, language: Language = 'en', asOf = now): Promise<string> =>
    service.app.get(WriteBrief).forOrganisation(scope, reference, { language, asOf });

  it('shows five calls with quotations from both sides, deadlines, partners and who can introduce', async () => {
    const html = await page('Rigentra S.r.l.');
    expect(html.match(/<section class="call">/g)).toHaveLength(5);
    expect(html).toContain(topic);
    expect(html.match(/<blockquote/g)?.length).toBeGreaterThanOrEqual(16);
    expect(html).toContain('72 days left');
    expect(html).toMatch(/known to you: REDISCELL, 2021/);
    expect(html).toContain('member of AFIL, as you are');
  });

  it('marks what is invented, in the title, on the organisation and on every partner', async () => {
    const html = await page('Rigentra S.r.l.', 'it');
    expect(html).toMatch(/<title>[^<]*INVENTATA/);
    const partners = html.match(/<div class="partner">[\s\S]*?<\/div>/g) ?? [];
    const real = partners.filter((partner) => partner.includes('ASSOCIAZIONE'));
    expect(partners.length).toBeGreaterThan(8);
    expect(partners.filter((partner) => partner.includes('INVENTATA'))).toHaveLength(
      partners.length - real.length,
    );
  });

  it('names nobody whom only another cluster knows, although the asker may see them', async () => {
    await tellCluster(service.app, {
      cluster: 'lgca',
      name: 'Segretissima Rigenerazione S.r.l.',
      text: remanufacturing,
      invented: true,
    });
    const seen = await service.app.get(SuggestPartners).forOpportunity(scope, topic, {
      seeds: [],
      role: null,
      countries: [],
      regions: [],
      types: [],
      sme: null,
      limit: 10,
      asOf: now,
    });
    expect(seen.suggestions.map(({ organisation }) => organisation.name)).toContain(
      'Segretissima Rigenerazione S.r.l.',
    );
    const html = await page('Rigentra S.r.l.');
    expect(html).toContain(topic);
    expect(html).not.toContain('Segretissima');
  });

  it('leaves invented partners off the page of a real organisation', async () => {
    await tellCluster(service.app, {
      cluster: 'afil',
      name: 'Autentica Rigenerazione S.p.A.',
      text: remanufacturing,
      invented: false,
    });
    const html = await page('Autentica Rigenerazione S.p.A.');
    expect(html).toContain(topic);
    expect(html).not.toMatch(/INVENTED|Rigentra|Ordivia/);
  });

  it('knows whom an organisation of no cluster worked with, and shows it open data alone', async () => {
    const html = await page('Technische Universität Albenrode');
    expect(html).toContain('Member of no cluster we know of');
    expect(html).toMatch(/known to you: [A-Z0-9-]+, 20\d\d/);
    expect(html).not.toMatch(/as you are|ask your cluster|Autentica|Segretissima/);
  });

  it('shows what holds on the day asked about', async () => {
    const html = await page('Rigentra S.r.l.', 'en', new Date('2030-01-01T00:00:00Z'));
    expect(html).toContain('As of 1 January 2030');
    expect(html).not.toContain(topic);
  });

  it('is written down, by ids alone', async () => {
    await page('Rigentra S.r.l.');
    const [entry] = await service.app
      .get(UnitOfWork)
      .run(systemScope(), (unit) =>
        unit.manager.query<{ subject: object }[]>(
          "select subject from audit_entry where action = 'brief.written' order by at desc limit 1",
        ),
      );
    expect(JSON.stringify(entry?.subject)).toMatch(/^\{"(organisation|cluster)":"[0-9a-f-]{36}"\}$/);
  });

  it('refuses an organisation that does not exist', async () => {
    await expect(page('Nobody & Sons')).rejects.toMatchObject({ code: 'organisations.not-found' });
  });
});
