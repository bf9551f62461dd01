import { readSpreadsheet, tableOf, type ReadSheet } from '../../../test/support/read-spreadsheet.js';
import { tellCluster } from '../../../test/support/told-to-cluster.js';
import { openDemonstration, type WiredService } from '../../../test/support/wired-service.js';
import { ClusterReadModel, CurrentScope } from '../../accounts/index.js';
import { SuggestCalls } from '../../matching/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { WriteWorkbook } from './write-workbook.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

describe('the workbook of a cluster of the demonstration set', () => {
  let service: WiredService;
  let scope: Scope;
  beforeAll(async () => {
    service = await openDemonstration(now);
    scope = await service.app.get(CurrentScope).operator();
  }, 120_000);
  afterAll(() => service.close());

  async function sheets(slug: string): Promise<Record<string, ReadSheet>> {
    const { bytes } = await service.app
      .get(WriteWorkbook)
      .ofCluster(scope, slug, { language: 'en', asOf: now });
    const book = readSpreadsheet(bytes);
    expect(book.elements).not.toContain('f');
    return Object.fromEntries(book.sheets.map((sheet) => [sheet.name, sheet]));
  }

  it('lists members and calls both ways, with the same figures and a reason for every pair', async () => {
    const book = await sheets('afil');
    const forCalls = tableOf(book['Best members per call']!);
    const forMembers = tableOf(book['Best calls per member']!);
    const quoted = new Set(tableOf(book['Reasons']!).map((row) => `${row['Organisation']} ${row['Call']}`));
    const fits = new Map(
      forMembers.map((row) => [`${row['Organisation']} ${row['Call']}`, row['Competence fit']]),
    );
    expect(forCalls.length).toBeGreaterThan(50);
    for (const row of forCalls) {
      const pair = `${row['Organisation']} ${row['Call']}`;
      expect(quoted).toContain(pair);
      if (fits.has(pair)) expect(row['Competence fit']).toBe(fits.get(pair));
      expect(row['Invented?']).toBe('INVENTED');
    }
    expect(forCalls.find((row) => row['Call'] === topic && row['Rank'] === '1')?.['Competence fit']).toBe(
      'strong',
    );
  });

  it('ranks as the list of one organisation does', async () => {
    const book = await sheets('afil');
    const scopeOfAfil = await afil();
    const one = await service.app.get(SuggestCalls).forOrganisation(scopeOfAfil, 'Rigentra S.r.l.', {
      limit: 5,
      asOf: now,
      all: false,
    });
    const rows = tableOf(book['Best calls per member']!).filter(
      (row) => row['Organisation'] === 'Rigentra S.r.l.',
    );
    expect(rows.slice(0, 5).map((row) => row['Call'])).toEqual(
      one.suggestions.map(({ opportunity }) => opportunity.identifier),
    );
  });

  it('tells the ecosystems of members by their words', async () => {
    const rows = tableOf((await sheets('afil'))['Coverage rows']!);
    const rigentra = rows.filter((row) => row['Organisation'] === 'Rigentra S.r.l.');
    expect(rigentra.map((row) => row['Ecosystem'])).toContain('Advanced Manufacturing');
    expect(
      rigentra.every((row) => row['Ecosystem'] === 'No ecosystem told' || row['Told by the words']),
    ).toBe(true);
  });

  it('leaves invented members out as soon as there is a real one, and says how many', async () => {
    await tellCluster(service.app, {
      cluster: 'lgca',
      name: '=Vera Chimica Verde S.p.A.',
      text: 'Fermentation of agricultural waste into biopolymers, with a pilot plant for bio-based packaging.',
      invented: false,
    });
    const book = await sheets('lgca');
    const rows = tableOf(book['Best calls per member']!);
    expect(new Set(rows.map((row) => row['Organisation']))).toEqual(new Set(['=Vera Chimica Verde S.p.A.']));
    const cell = [...book['Best calls per member']!.cells.values()].find(({ value }) =>
      value.startsWith('=Vera'),
    );
    expect(cell).toMatchObject({ type: 'inlineStr', guarded: true });
    const about = Object.fromEntries(tableOf(book['About']!).map(({ What, Says }) => [What, Says]));
    expect(Number(about['Invented members left out because there are real ones'])).toBeGreaterThan(0);
    expect(JSON.stringify([...book['Reasons']!.cells.values()])).not.toContain('INVENTED');
  });

  it('quotes nothing that only another cluster was told, although the asker may read it', async () => {
    const told = { name: 'Doppia Appartenenza S.r.l.', invented: true };
    const text = 'Robots with adaptive grippers take used gearboxes apart for remanufacturing.';
    await tellCluster(service.app, { ...told, cluster: 'afil', text });
    const canary =
      'Segretissimo robots sort used products for remanufacturing whose wear and fasteners vary.';
    await tellCluster(service.app, { ...told, cluster: 'scc', text: canary });
    const quotes = async (slug: string): Promise<string> => {
      const rows = tableOf((await sheets(slug))['Reasons']!);
      return rows
        .filter((row) => row['Organisation'] === told.name)
        .map((row) => row['Its record says'])
        .join('\n');
    };
    expect(await quotes('scc')).toContain('Segretissimo');
    expect(await quotes('afil')).toContain('gearboxes');
    expect(await quotes('afil')).not.toContain('Segretissimo');
  });

  it('is written down, by ids alone', async () => {
    await sheets('afil');
    const [entry] = await service.app
      .get(UnitOfWork)
      .run(systemScope(), (unit) =>
        unit.manager.query<{ subject: object }[]>(
          "select subject from audit_entry where action = 'workbook.written' order by at desc limit 1",
        ),
      );
    expect(JSON.stringify(entry?.subject)).toMatch(
      /^\{("about":"members",)?"(organisation|cluster)":"[0-9a-f-]{36}"\}$/,
    );
  });

  it('says which clusters there are when asked for another', async () => {
    await expect(sheets('atlantis')).rejects.toMatchObject({
      code: 'accounts.cluster-not-found',
      message: expect.stringContaining('afil, catal') as unknown,
    });
  });

  it('says that a cluster without members has none', async () => {
    await service.app
      .get(UnitOfWork)
      .run(systemScope([await idOf('llsc')]), (unit) =>
        unit.manager.query('delete from membership where cluster_id = $1', [unit.scope.clusters[0]]),
      );
    await expect(sheets('llsc')).rejects.toMatchObject({ code: 'insights.no-members' });
  });

  function idOf(slug: string): Promise<string> {
    return service.app.get(UnitOfWork).run(systemScope(), async (unit) => {
      const cluster = await service.app.get(ClusterReadModel).bySlug(unit, slug);
      return cluster.id;
    });
  }

  async function afil(): Promise<Scope> {
    return { role: 'officer', clusters: [await idOf('afil')], user: 'test' };
  }
});
