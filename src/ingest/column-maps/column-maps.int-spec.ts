import { MemberImportsUnderTest, verdictsOf } from '../../../test/support/member-imports.js';
import { readColumnMap } from '../members/column-map.js';

/** Files in the manner of what clusters get elsewhere, with made-up content, and the maps that read them. */
const files = {
  'e-scouting': {
    text:
      'Supplier,Site town,Company tax ref,Key processes,Certifications,Quality manager\n' +
      'Aero Inventata srl,Varese,9999900989,"Five-axis milling; Anodising",EN 9100,Anna Rossi\n',
    map: 'columns:\n  legalName: Supplier\n  city: Site town\n  vatNumber: Company tax ref\n  competences: Key processes\nfixed:\n  country: IT\n',
  },
  'event-participants': {
    text:
      'First name\tLast name\tJob title\tOrganization name\tCountry/Region\tE-mail\n' +
      'Anna\tRossi\tCTO\tBeta Inventata\tItaly\tanna@beta.example\n' +
      'Marco\tBianchi\tCEO\tBeta Inventata\tItaly\tmarco@beta.example\n' +
      'Jean\tDupont\tR&D\tGamma Inventée\tFrance\tjean@gamma.example\n',
    map: 'columns:\n  legalName: Organization name\n  country: Country/Region\nfixed:\n  category: participant of the innovation day\n',
  },
  marketplace: {
    text:
      'id|Participant|Organisation type|Offer title|Offer text|Looking for\n' +
      '17|Delta Inventata SRL|Company (SME)|Laser welding of battery cells|We weld copper to steel.|a test site\n',
    map: 'columns:\n  legalName: Participant\n  type: Organisation type\n  competences: Offer title\n  description: Offer text\nleaveOut: [id]\n',
  },
};

describe('column maps', () => {
  let imports: MemberImportsUnderTest;
  beforeAll(async () => {
    imports = await MemberImportsUnderTest.open();
  });
  afterAll(() => imports.close());

  const run = (source: keyof typeof files, map?: string, cluster: 'ours' | 'theirs' = 'ours') =>
    imports.runOf(files[source].text, {
      source,
      map: map === undefined ? undefined : readColumnMap(map, 'map.yaml'),
      cluster,
    });

  it.each<[keyof typeof files, string[]]>([
    ['e-scouting', ['new']],
    ['event-participants', ['new', 'duplicate', 'new']],
    ['marketplace', ['new']],
  ])('B-06 read a file of %s, are kept, and read the next one alone', async (source, verdicts) => {
    const first = await run(source, files[source].map);
    expect(verdictsOf(first)).toEqual(verdicts);
    expect(first.file.notes).toContain(`column map "${source}"`);
    expect(JSON.stringify(first.plan)).not.toMatch(/Rossi|Bianchi|Dupont|@beta|@gamma/);
    const again = await run(source);
    expect(verdictsOf(again)).toEqual(verdicts.map((verdict) => (verdict === 'new' ? 'same' : verdict)));
  });

  it('B-06 say what every row says though no column does', async () => {
    expect(
      await imports.query(`select r.legal_name, r.country, m.category, o.vat_number from organisation o
        join organisation_record r on r.organisation_id = o.id join membership m on m.organisation_id = o.id
        order by r.legal_name`),
    ).toEqual([
      { legal_name: 'Aero Inventata srl', country: 'IT', category: null, vat_number: 'IT09999900989' },
      {
        legal_name: 'Beta Inventata',
        country: 'IT',
        category: 'participant of the innovation day',
        vat_number: null,
      },
      { legal_name: 'Delta Inventata SRL', country: null, category: null, vat_number: null },
      {
        legal_name: 'Gamma Inventée',
        country: 'FR',
        category: 'participant of the innovation day',
        vat_number: null,
      },
    ]);
  });

  it('are each cluster’s own', async () => {
    await expect(run('e-scouting', undefined, 'theirs')).rejects.toMatchObject({
      code: 'ingest.column-map-not-found',
      kind: 'not-found',
      message: expect.stringContaining('this cluster has saved none'),
    });
    expect(await imports.query('select source from column_map', imports.stranger)).toEqual([]);
    expect(await imports.query('select source from column_map order by source', imports.officer)).toEqual([
      { source: 'e-scouting' },
      { source: 'event-participants' },
      { source: 'marketplace' },
    ]);
  });

  it('are not kept where nothing was imported, and replaced where one is given anew', async () => {
    const changed = files.marketplace.map.replace('leaveOut: [id]\n', '');
    const versions = () =>
      imports.query(`select version from column_map where source = 'marketplace'`, imports.officer);
    await imports.runOf(files.marketplace.text, {
      source: 'marketplace',
      map: readColumnMap(changed, 'map.yaml'),
      cluster: 'ours',
      dryRun: true,
    });
    expect(await versions()).toEqual([{ version: 1 }]);
    await run('marketplace', changed);
    await run('marketplace', changed);
    expect(await versions()).toEqual([{ version: 2 }]);
  });

  it('are asked for by a name that fits into an address', async () => {
    await expect(
      imports.runOf('legalName\nAlfa\n', { source: '../x y', map: undefined, cluster: 'ours' }),
    ).rejects.toMatchObject({ code: 'ingest.source-name-invalid' });
  });
});
