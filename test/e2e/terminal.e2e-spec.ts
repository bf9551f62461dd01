import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { projectFolder } from '../../src/platform/files/project-folder.js';
import {
  startService,
  stopAndRemove,
  temporaryData,
  tessera,
  type Finished,
  type RunningService,
} from '../support/running-service.js';

const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';
const sample = join(projectFolder, 'data', 'templates', 'members-sample.csv');

describe('the terminal beside a running service', () => {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  let service: RunningService;
  beforeAll(async () => {
    data = await temporaryData();
    service = await startService({ TESSERA_DATA: data.folder });
  }, 240_000);
  afterAll(async () => {
    await stopAndRemove(service, data);
  }, 60_000);

  const run = (...args: string[]): Promise<Finished> => tessera(args, { TESSERA_DATA: data.folder });
  const file = async (name: string, text: string | Buffer): Promise<string> => {
    const path = join(data.folder, name);
    await writeFile(path, text);
    return path;
  };

  it('prints ranked partners as JSON, and nothing else on standard output', async () => {
    const { code, stdout } = await run('suggest', topic.toLowerCase(), '--limit', '3', '--json');
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as {
      opportunity: { identifier: string };
      snapshot: string;
      suggestions: unknown[];
    };
    expect(found.opportunity.identifier).toBe(topic);
    expect(found.snapshot).toMatch(/^[0-9a-f]{12}$/);
    expect(found.suggestions).toHaveLength(3);
    expect(found.suggestions[0]).toMatchObject({
      rank: 1,
      organisation: { id: expect.any(String), name: expect.any(String), country: expect.any(String) },
      score: expect.any(Number),
      fit: { score: expect.any(Number), band: expect.any(String) },
      trackRecord: { score: expect.any(Number), band: expect.any(String) },
      reasons: expect.any(Array),
      missing: expect.any(Array),
    });
  }, 60_000);

  it('takes seeds and filters', async () => {
    const { code, stdout } = await run(
      'suggest',
      topic,
      '--seed',
      '933772732',
      '--country',
      'Germany',
      '--json',
    );
    expect(code).toBe(0);
    const { suggestions } = JSON.parse(stdout) as { suggestions: { organisation: { country: string } }[] };
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { organisation } of suggestions) expect(organisation.country).toBe('DE');
  }, 60_000);

  it('finds partners for the text of a file', async () => {
    const idea = await file(
      'idea.txt',
      'Robots that take used electric drives apart and sort the parts for remanufacturing.',
    );
    const { code, stdout } = await run('suggest', '--text', idea, '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { suggestions: unknown[] }).suggestions.length).toBeGreaterThan(0);
  }, 60_000);

  it('prints ranked calls for an organisation, by PIC', async () => {
    const { code, stdout } = await run('calls', '933772732', '--limit', '3', '--json');
    expect(code).toBe(0);
    const { organisation, suggestions } = JSON.parse(stdout) as {
      organisation: unknown;
      suggestions: unknown[];
    };
    expect(organisation).toMatchObject({ pic: '933772732', name: expect.any(String) });
    expect(suggestions[0]).toMatchObject({
      rank: 1,
      opportunity: { identifier: expect.any(String), kind: expect.any(String), status: expect.any(String) },
    });
  }, 60_000);

  it.each([
    ['an unknown opportunity', ['suggest', 'HORIZON-NOT-THERE'], 'no opportunity "HORIZON-NOT-THERE"'],
    ['an unknown seed', ['suggest', topic, '--seed', 'Nobody Ltd'], 'no organisation "Nobody Ltd"'],
    ['an unknown organisation', ['calls', '999999998'], 'no organisation "999999998"'],
    ['an unknown cluster', ['import', 'members', sample, '--cluster', 'nowhere'], 'nowhere'],
    [
      'a day that does not exist',
      ['calls', '933772732', '--as-of', '2026-02-30'],
      '"2026-02-30" is not a date',
    ],
    ['a file that is not there', ['import', 'topics', '/no/such/file.csv'], '/no/such/file.csv'],
    ['a folder for a file', ['import', 'members', '/', '--cluster', 'clm'], '/: this is a folder'],
    ['neither topic nor text', ['suggest'], 'name an opportunity'],
  ])(
    'refuses %s with one line that says what to do, and exit code 1',
    async (_what, args, message) => {
      const { code, stdout, stderr } = await run(...args);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('    at ');
      expect(stdout).toBe('');
      expect(code).toBe(1);
    },
    60_000,
  );

  it('imports a member file, and changes nothing the second time', async () => {
    const first = await run('import', 'members', sample, '--cluster', 'tav');
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('8 new');
    const second = await run('import', 'members', sample, '--cluster', 'tav');
    expect(second.stdout).toContain('0 new, 0 changed, 8 same');
  }, 60_000);

  it('keeps the column map of a kind of file, and reads the next one by it', async () => {
    const map = await file('map.yaml', 'columns: {legalName: Chi, city: Dove}\nfixed: {country: IT}\n');
    const first = await file('first.csv', 'Chi;Dove\nMappa Prova Srl;Lecco\n');
    const read = ['import', 'members', first, '--cluster', 'clm', '--source', 'e-scouting'];
    expect((await run(...read)).stderr).toContain('no saved column map for source "e-scouting"');
    expect((await run(...read, '--map', map)).stdout).toContain('1 new');
    expect((await run(...read)).stdout).toContain('0 new, 0 changed, 1 same');
    expect((await run('import', 'maps', '--cluster', 'clm')).stdout).toContain('e-scouting: city, legalName');
  }, 90_000);

  it('refuses a wrong row and takes the rest; with --strict it changes nothing and exits 2', async () => {
    const path = await file(
      'members.csv',
      'legalName;country;pic\nUno Prova Srl;IT;\nDue Prova Srl;IT;12345\nTre Prova Srl;Atlantis;\n',
    );
    const strict = await run('import', 'members', path, '--cluster', 'scc', '--strict');
    expect(strict.code).toBe(2);
    const lenient = await run('import', 'members', path, '--cluster', 'scc');
    expect(lenient.code).toBe(0);
    expect(lenient.stderr).toContain('2 rows refused');
    expect(lenient.stderr).toContain('"12345"');
    expect(lenient.stdout).toContain('1 new');
  }, 60_000);

  it.each([
    ['an HTML page', 'page.csv', '<!doctype html><html><body>Sign in</body></html>'],
    ['an empty file', 'empty.csv', ''],
    ['a file without a header we know', 'odd.csv', 'alpha;beta\n1;2\n'],
  ])(
    'refuses %s whole',
    async (_what, name, content) => {
      const { code, stderr } = await run('import', 'members', await file(name, content), '--cluster', 'scc');
      expect(code).toBe(1);
      expect(stderr).toContain(name);
    },
    60_000,
  );

  it('lists the candidates of an ambiguous name', async () => {
    const twins = await file(
      'twins.csv',
      'legalName;country;city;pic\nGemella Prova Srl;IT;Milano;888888881\nGemella Prova Srl;IT;Bari;888888882\n',
    );
    await run('import', 'members', twins, '--cluster', 'lac');
    const { code, stderr } = await run('calls', 'gemella prova srl');
    expect(code).toBe(1);
    expect(stderr).toContain('names 2 organisations');
    expect(stderr).toContain('888888881');
    expect(stderr).toContain('888888882');
  }, 60_000);

  it('previews, applies and undoes a member import over HTTP', async () => {
    const form = new FormData();
    form.set('file', new Blob(['legalName;country;city\nQuarta Prova Srl;IT;Lecco\n']), 'members.csv');
    const preview = await fetch(`${service.address}/api/v1/imports`, { method: 'POST', body: form });
    expect(preview.status).toBe(201);
    const { id } = (await preview.json()) as { id: string };
    const step = async (what: string): Promise<unknown> => {
      const response = await fetch(`${service.address}/api/v1/imports/${id}/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      return response.json();
    };
    expect(await step('apply')).toMatchObject({ state: 'applied', counts: { new: 1 } });
    const found = await fetch(`${service.address}/api/v1/organisations/Quarta%20Prova%20Srl`);
    expect(found.status).toBe(200);
    expect(await step('undo')).toMatchObject({ state: 'undone' });
    const gone = await fetch(`${service.address}/api/v1/organisations/Quarta%20Prova%20Srl`);
    expect(gone.status).toBe(404);
  }, 60_000);

  it('prints its settings without secrets', async () => {
    const { stdout } = await tessera(['config'], { REDIS_URL: 'redis://:hush@127.0.0.1:1' });
    expect(stdout).toContain('REDIS_URL=(set, not shown)');
    expect(stdout).not.toContain('hush');
  }, 60_000);

  it('takes the demonstration set away, and leaves what was imported', async () => {
    expect((await run('demo', 'remove')).code).toBe(0);
    const { code } = await run('suggest', topic, '--json');
    expect(code).toBe(1);
    const pilots = await fetch(`${service.address}/api/v1/opportunities?kind=pilot`);
    expect(((await pilots.json()) as { total: number }).total).toBe(8);
    const members = await fetch(`${service.address}/api/v1/organisations?search=prova`);
    expect(((await members.json()) as { total: number }).total).toBe(0); // of other clusters: not ours to see
  }, 60_000);
});

describe('a start that must not be', () => {
  it('is refused on an address that others can reach, saying why', async () => {
    const { code, stderr } = await tessera(['start'], { HOST: '0.0.0.0' });
    expect(code).toBe(1);
    expect(stderr).toContain('the service speaks plain http');
  }, 60_000);

  it('is refused as a worker without a database of its own', async () => {
    const { code, stderr } = await tessera(['start', '--role', 'worker'], {});
    expect(code).toBe(1);
    expect(stderr).toContain('set DATABASE_URL');
  }, 60_000);
});
