import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import type { OrganisationId } from '../organisations/index.js';
import { systemScope } from '../platform/database/scope.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

/** What catal keeps of one of its members that open data knows too. */
const kept = {
  email: 'grete.kanarin@outside.example',
  person: 'Grete Kanarin',
  text: 'Battery disassembly with the secret gripper Falkenhorst.',
  url: 'https://kanarin-private.example',
};

describe('an organisation outside, known by open data', () => {
  let service: HttpService;
  let afil: HttpClient;
  let catal: HttpClient;
  let outside: { readonly id: OrganisationId; readonly name: string };

  beforeAll(async () => {
    service = await openHttpService({ demo: true });
    await service.app.get(DemoPeople).ensure();
    const [found] = await rows<typeof outside>(
      `select o.id, r.legal_name as name from organisation o
         join organisation_record r on r.organisation_id = o.id and r.cluster_id is null
       where o.listed and r.country <> 'IT' and exists (select from participation p where p.organisation_id = o.id)
         and not exists (select from membership m where m.organisation_id = o.id) order by o.id limit 1`,
    );
    outside = found!;
    const { id: known, name } = outside;
    await tellCluster(service.app, { cluster: 'catal', name, known, text: kept.text, invented: true });
    await rows(
      `insert into contact (id, cluster_id, organisation_id, name, email, source)
       select gen_random_uuid(), id, $1, $2, $3, 'officer' from cluster where slug = 'catal'`,
      [known, kept.person, kept.email],
    );
    await rows(`update organisation_record set url = $2 where organisation_id = $1 and source = 'members'`, [
      known,
      kept.url,
    ]);
    [afil, catal] = (await Promise.all(
      ['officer@afil.example', 'officer@catal.example'].map(async (email) => {
        const client = new HttpClient(service.address);
        await client.post('/api/v1/sessions', { email, password: demoPassword });
        return client;
      }),
    )) as [HttpClient, HttpClient];
  }, 120_000);
  afterAll(() => service.close());

  it('A-29: shows public facts, and what a cluster knows of it and its people to that cluster alone', async () => {
    const told = await everywhere(afil);
    expect(told).toContain(outside.name);
    for (const secret of Object.values(kept)) expect(told).not.toContain(secret);
    // who keeps it reads it: what is looked for can be found
    const own = await everywhere(catal);
    expect(Object.values(kept).filter((one) => !own.includes(one))).toEqual([]);
  });

  /** All that staff can read of it. */
  async function everywhere(who: HttpClient): Promise<string> {
    const paths = [
      `/organisations/${outside.id}`,
      `/organisations?search=${encodeURIComponent(outside.name)}`,
      `/opportunities/${topic}/suggestions?limit=50`,
      `/organisations/${outside.id}/opportunities?limit=5`,
      `/outside/${outside.id}`,
      `/insights/members/${outside.id}`,
    ];
    const answers = await Promise.all(paths.map((path) => who.get(`/api/v1${path}`)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, who === catal ? 200 : 404]);
    return answers.map(({ text }) => text).join('\n');
  }

  async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const { unitOfWork } = service.database;
    const all = await unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ id: string }[]>('select id from cluster'),
    );
    return unitOfWork.run(systemScope(all.map(({ id }) => id)), ({ manager }) =>
      manager.query<Row[]>(sql, values),
    );
  }
});
