import { openHttpService, type HttpService } from '../../../test/support/http-service.js';
import { AccessSettings } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { DemoPeople } from './demo-people.js';

describe('what a visitor is told', () => {
  let service: HttpService;
  beforeAll(async () => {
    service = await openHttpService({ demo: true, platform: { access: new AccessSettings(true) } });
    await service.app.get(DemoPeople).ensure();
  }, 60_000);
  afterAll(() => service.close());

  const ask = async () => (await fetch(`${service.address}/api/v1/welcome`)).json() as Promise<Answer>;

  interface Answer {
    readonly clusters: readonly { readonly slug: string }[];
    readonly listed: number | null;
    readonly demonstration: {
      readonly password: string;
      readonly people: readonly {
        readonly email: string;
        readonly role: string;
        readonly cluster: string | null;
      }[];
    } | null;
  }

  const rows = <T>(sql: string): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(), ({ manager }) => manager.query<T[]>(sql));

  it('A-01 names the clusters, and no member', async () => {
    const answer = await ask();
    expect(answer.clusters.map(({ slug }) => slug)).toContain('afil');
    const text = JSON.stringify(answer);
    // a cluster may itself be an organisation of open data: it is named as what it runs
    const members = await rows<{ name: string }>(
      'select legal_name as name from organisation_record where legal_name not in (select name_it from cluster)',
    );
    expect(members.length).toBeGreaterThan(50);
    expect(members.filter(({ name }) => text.includes(name)).map(({ name }) => name)).toEqual([]);
  });

  it('A-01 keeps a figure below five to itself', async () => {
    const before = await ask();
    expect(before.listed === null || before.listed >= 5).toBe(true);
    await rows("update opportunity set stated_status = 'withdrawn'");
    expect((await ask()).listed).toBeNull();
  });

  it('offers the demonstration’s people, who can sign in', async () => {
    const { demonstration } = await ask();
    expect(demonstration?.people).toContainEqual(
      expect.objectContaining({ email: 'manager@afil.example', role: 'manager', cluster: 'afil' }),
    );
    for (const { email } of demonstration?.people ?? []) {
      const body = JSON.stringify({ email, password: demonstration?.password });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${service.address}/api/v1/sessions`, { method: 'POST', body, headers });
      expect(answer.status).toBe(201);
    }
  });

  it('offers nobody where the service is in earnest, though they be left over', async () => {
    const earnest = await openHttpService();
    const { demonstration } = (await (await fetch(`${earnest.address}/api/v1/welcome`)).json()) as Answer;
    expect(demonstration).toBeNull();
    await earnest.close();
    await service.app.get(DemoPeople).remove();
    expect((await ask()).demonstration).toBeNull();
  });
});
