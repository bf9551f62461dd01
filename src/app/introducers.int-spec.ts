import { HttpClient, type Answer } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import { PublishShared } from '../federation/index.js';
import { systemScope } from '../platform/database/scope.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

/** An invented firm that only `catal` knows. */
const welder = 'Turboweld Saldature Srl';

interface Way {
  readonly introducers: readonly { readonly name: string; readonly mask: string | null }[];
  readonly masked: boolean;
}

describe('who of another cluster can introduce us', () => {
  let service: HttpService;
  let afil: HttpClient;
  let catal: HttpClient;
  let organisation: string;
  let outside: string;
  beforeAll(async () => {
    service = await openHttpService({ demo: true });
    await service.app.get(DemoPeople).ensure();
    organisation = await tellCluster(service.app, {
      cluster: 'catal',
      name: welder,
      text: 'Welding of battery modules with robots.',
      invented: true,
    });
    outside = await workedWith(organisation);
    [afil, catal] = (await Promise.all(
      ['officer@afil.example', 'officer@catal.example'].map(async (email) => {
        const client = new HttpClient(service.address);
        await client.post('/api/v1/sessions', { email, password: demoPassword });
        return client;
      }),
    )) as [HttpClient, HttpClient];
  }, 120_000);
  afterAll(() => service.close());

  const ask = () => ({ introducer: true, about: outside, purpose: 'introduce', subject: 'Battery modules' });
  const done = (answer: Answer): void => expect([answer.status, answer.text]).toEqual([204, '']);

  it('A-30: nobody is offered between clusters that agreed on nothing', async () => {
    expect(await wayTo(afil)).toMatchObject({ introducers: [], masked: false });
    expect((await afil.post('/api/v1/introductions', ask())).body.code).toBe('introductions.nobody-to-ask');
    const own = await wayTo(catal);
    expect([own.introducers.map(({ name }) => name), own.masked]).toEqual([[welder], false]);
  });

  it('A-30: a masked member can be asked, and neither its name nor their project is told', async () => {
    await agree();
    const way = await wayTo(afil);
    expect(way).toMatchObject({ introducers: [], masked: true });
    const drafted = await afil.post('/api/v1/introductions', ask());
    expect(drafted.status).toBe(201);
    const { id } = drafted.body as { id: string };
    const request = await afil.get(`/api/v1/introductions/${id}`);
    expect((request.body as { recipient: object }).recipient).toMatchObject({
      ...{ masked: true, organisation: null, name: null },
      ...{ country: null, region: null, type: null, sme: null },
    });
    const told = JSON.stringify([way, request.body]);
    expect(/turboweld|weldtogether/i.exec(told)?.[0]).toBeUndefined();
    expect(told).not.toContain(organisation);
    const [meant] = await rows('select recipient_organisation_id as id from introduction where id = $1', [
      id,
    ]);
    expect(meant?.id).toBe(organisation);
  });

  it('A-30: whoever does not want to meet the one outside, or shows nothing, is not offered', async () => {
    await rows(`insert into exclusion (organisation_id, other_id, kind) values ($1, $2, 'hide-from')`, [
      organisation,
      outside,
    ]);
    expect((await wayTo(afil)).masked).toBe(false);
    expect((await afil.post('/api/v1/introductions', ask())).body.code).toBe('introductions.nobody-to-ask');
    await rows('delete from exclusion where organisation_id = $1', [organisation]);
    expect((await wayTo(afil)).masked).toBe(true);
    const rule = `/api/v1/federation/sharing/${encodeURIComponent(welder)}`;
    done(await catal.send('PUT', rule, { level: 'counts', withheld: [] }));
    expect((await wayTo(afil)).masked).toBe(false);
    done(await catal.send('DELETE', rule));
  });

  it('A-30: who chose to be visible is offered by name', async () => {
    done(await catal.send('PUT', '/api/v1/federation/sharing', { level: 'full', withheld: [] }));
    await rows(
      `insert into sharing_choice (organisation_id, level, withheld) values ($1, 'full', array[]::text[])`,
      [organisation],
    );
    await publish();
    const { introducers, masked } = await wayTo(afil);
    expect([introducers.map(({ name }) => name), masked]).toEqual([[welder], false]);
    const { mask } = introducers[0]!;
    const drafted = await afil.post('/api/v1/introductions', { ...ask(), introducer: false, mask });
    expect(drafted.status).toBe(201);
  });

  const wayTo = async (by: HttpClient): Promise<Way> =>
    (await by.get(`/api/v1/outside/${outside}`)).body as Way;

  async function agree(): Promise<void> {
    const terms = { with: 'catal', kind: 'sisters', from: '2026-01-01' };
    done(await afil.post('/api/v1/federation/agreements', terms));
    const { agreements } = (await catal.get('/api/v1/federation')).body as {
      agreements: { id: string; state: string }[];
    };
    const waiting = agreements.find(({ state }) => state === 'to-accept');
    done(await catal.post(`/api/v1/federation/agreements/${waiting!.id}/accept`));
    await publish();
  }

  async function publish(): Promise<void> {
    const [cluster] = await rows(`select id from cluster where slug = 'catal'`, []);
    await service.app.get(PublishShared).cluster(cluster!.id);
  }

  /** @returns the id of an organisation outside that took part in an invented project with this one */
  async function workedWith(id: string): Promise<string> {
    const [other] = await rows(
      `with o as (insert into organisation (id, listed) values (gen_random_uuid(), true) returning id)
       insert into organisation_record (id, organisation_id, source, observed_on, legal_name, folded_name)
       select gen_random_uuid(), id, 'demo', '2026-01-01', 'Fuori Srl', 'fuori srl' from o
       returning organisation_id as id`,
      [],
    );
    await rows(
      `with p as (insert into project (id, framework, grant_id, acronym, title, observed_on, invented)
         values (gen_random_uuid(), 'DEMO', 'WELDTOGETHER', 'WELDTOGETHER', 'Made together', '2026-01-01', true)
         returning id)
       insert into participation (project_id, organisation_id, role, position, ended)
       select p.id, one::uuid, 'participant', n, false from p, unnest($1::text[]) with ordinality as o (one, n)`,
      [[id, other!.id]],
    );
    return other!.id;
  }

  async function rows(sql: string, values: unknown[]): Promise<{ id: string }[]> {
    const { unitOfWork } = service.database;
    const all = await unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ id: string }[]>('select id from cluster'),
    );
    return unitOfWork.run(systemScope(all.map(({ id }) => id)), ({ manager }) =>
      manager.query<{ id: string }[]>(sql, values),
    );
  }
});
