import { HttpClient, type Answer } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { systemScope } from '../platform/database/scope.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

describe('ideas that want the same', () => {
  let service: HttpService;
  let afil: HttpClient;
  let catal: HttpClient;
  let member: HttpClient;
  let second: HttpClient;
  beforeAll(async () => {
    service = await openHttpService({ demo: true });
    await service.app.get(DemoPeople).ensure();
    [afil, catal, member, second] = (await Promise.all(
      [
        'officer@afil.example',
        'officer@catal.example',
        'editor@member.example',
        'committer@second.example',
      ].map(signIn),
    )) as [HttpClient, HttpClient, HttpClient, HttpClient];
    const sisters = { with: 'catal', kind: 'sisters', from: '2026-01-01' };
    done(await afil.post('/api/v1/federation/agreements', sisters));
    const { agreements } = (await catal.get('/api/v1/federation')).body as {
      agreements: { id: string; state: string }[];
    };
    const waiting = agreements.find(({ state }) => state === 'to-accept');
    done(await catal.post(`/api/v1/federation/agreements/${waiting?.id ?? ''}/accept`));
  }, 120_000);
  afterAll(() => service.close());

  async function signIn(email: string): Promise<HttpClient> {
    const client = new HttpClient(service.address);
    await client.post('/api/v1/sessions', { email, password: demoPassword });
    return client;
  }

  const done = (answer: Answer): void => expect([answer.status, answer.text]).toEqual([204, '']);

  it('brings those who want the same together: found, asked, and on a board with those who agree', async () => {
    const [ours, theirs] = await Promise.all(['afil', 'catal'].map((slug) => idOf(slug)));
    const ids = [1, 2, 3, 4].map((last) => `00000000-0000-4000-8000-00000000de1${last}`);
    const [one = '', two = '', three = '', other = ''] = ids;
    const keep = async (by: HttpClient, id: string, [title, text]: [string, string], cluster?: string) => {
      const to =
        cluster === undefined ? { audience: 'officer' } : { audience: 'clusters', clusters: [cluster] };
      expect((await by.send('PUT', `/api/v1/kept-ideas/${id}`, { title, text, ...to })).status).toBe(200);
    };
    const robots =
      'We want to take battery packs of electric cars apart with robots, so that good cells get a second life.';
    await keep(member, one, ['Robots for packs', robots]);
    await keep(second, two, [
      'Smontaggio di batterie',
      'Smontaggio con robot dei pacchi batteria delle auto elettriche, per dare una seconda vita alle celle buone.',
    ]);
    await keep(
      catal,
      three,
      [
        'Second life',
        'A robot cell for the disassembly of electric vehicle battery packs: good cells are reused. Write to me@secret.example.',
      ],
      ours,
    );
    await keep(second, other, [
      'Whey films',
      'Whey from small dairies goes to waste: we would turn it into protein films that wrap cheese.',
    ]);
    const ofOfficer = async (by = afil) =>
      (await by.get('/api/v1/same-ideas')).body as {
        groups: {
          sides: number;
          clusters: number;
          shared: string[];
          items: { id: string; organisationName: string | null; from: string | null; asked: string | null }[];
        }[];
        rounds: {
          id: string;
          board: string | null;
          asks: { idea: string; name: string | null; state: string }[];
        }[];
      };
    const groupOf = async (by = afil) =>
      (await ofOfficer(by)).groups.filter(({ items }) => items.some(({ id }) => ids.includes(id)));

    const [group, ...more] = await groupOf();
    expect(more).toEqual([]);
    expect(group).toMatchObject({ sides: 3, clusters: 2 });
    expect(group!.items.map(({ id }) => id).sort()).toEqual([one, two, three]);
    expect(group!.shared.join(' ')).toMatch(/robot/i);
    const line = (id: string) => group!.items.find((item) => item.id === id);
    expect(line(three)).toMatchObject({ organisationName: null, from: theirs });
    expect(line(one)?.organisationName).toBeTruthy();
    expect((await afil.get('/api/v1/same-ideas')).text).not.toContain('secret.example');
    expect((await member.get('/api/v1/same-ideas')).status).toBe(403);
    // what a cluster may not read is in none of its groups
    expect(await groupOf(catal)).toEqual([]);

    // organisations that keep apart are not brought together, and nobody is told
    const authors = await asSystem(
      'select organisation_id as id from kept_idea where id = any ($1) order by id',
      [[one, two]],
    );
    await asSystem('insert into exclusion (organisation_id, other_id, kind) values ($1, $2, $3)', [
      authors[0]?.id,
      authors[1]?.id,
      'never-match',
    ]);
    const apart = (await groupOf()).flatMap(({ items }) => items.map(({ id }) => id));
    expect([one, two].every((id) => apart.includes(id))).toBe(false);
    await asSystem('delete from exclusion where organisation_id = $1', [authors[0]?.id]);

    const ask = (ideas: string[]) => afil.post('/api/v1/same-ideas', { ideas });
    expect((await ask([one, other])).body.code).toBe('ideas.no-such-group');
    const asked = await ask([one, two, three]);
    expect(asked.status).toBe(201);
    const round = String(asked.body.id);
    expect((await ask([one])).body.code).toBe('ideas.asked-before');
    const mails = await asSystem(`select id from mail_delivery where mail = 'same-idea' and cause like $1`, [
      `${round}:%`,
    ]);
    expect(mails).toHaveLength(3);
    // officers of the cluster that asks do not find the author of a masked idea among its mails
    const filed = await asSystem(
      `select unnest(clusters) as id from mail_delivery where mail = 'same-idea' and cause = $1`,
      [`${round}:${three}`],
    );
    expect(filed.map(({ id }) => id)).toEqual([theirs]);

    const questions = async (by: HttpClient) =>
      (
        (await by.get('/api/v1/idea-questions')).body as {
          items: { round: string; idea: string; state: string }[];
        }
      ).items;
    expect(await questions(catal)).toMatchObject([
      { round, idea: three, sides: 3, clusters: 2, state: 'asked' },
    ]);
    expect(await questions(afil)).toEqual([]);
    const answer = (by: HttpClient, idea: string, agrees: boolean) =>
      by.send('PUT', `/api/v1/idea-questions/${round}/${idea}`, { agrees });
    const names = async () =>
      (await ofOfficer()).rounds.find(({ id }) => id === round)?.asks.find(({ idea }) => idea === three)
        ?.name;
    const board = () => afil.post(`/api/v1/same-ideas/${round}/board`);
    expect((await answer(member, three, true)).status).toBe(404);
    done(await answer(member, one, true));
    expect((await board()).body.code).toBe('ideas.too-few-agreed');
    expect(await names()).toBeNull();
    done(await answer(catal, three, true));
    done(await answer(second, two, false));
    expect(await names()).toBeTruthy();

    // another cluster's officers read nothing of it
    const officer = { role: 'officer' as const, clusters: [theirs ?? ''] };
    const rows = await service.database.unitOfWork.run(officer, ({ manager }) =>
      manager.query<object[]>('select id from same_idea union all select same_idea_id from idea_ask'),
    );
    expect(rows).toEqual([]);
    expect((await catal.post(`/api/v1/same-ideas/${round}/board`)).status).toBe(404);

    // an idea that is no longer shown leaves the question, and its author's name the officers
    const sharedNow = (cluster: string) =>
      asSystem('update shared_idea set cluster_id = $2 where idea_id = $1', [three, cluster]);
    await sharedNow(theirs ?? '');
    expect(await questions(catal)).toEqual([]);
    expect((await answer(catal, three, true)).status).toBe(404);
    expect(await names()).toBeNull();
    expect((await board()).body.code).toBe('ideas.too-few-agreed');
    await sharedNow(ours ?? '');

    const [opened, again] = await Promise.all([board(), board()]);
    expect(opened.status).toBe(200);
    expect(again.body).toEqual(opened.body);
    const shown = await afil.get(`/api/v1/consortia/${String(opened.body.id)}`);
    expect(shown.text).toContain(robots);
    expect(shown.text).toContain('A robot cell');
    for (const secret of ['Smontaggio', 'secret.example']) expect(shown.text).not.toContain(secret);
    for (const [by, id] of [
      [member, one],
      [second, two],
      [catal, three],
      [second, other],
    ] as const)
      done(await by.send('DELETE', `/api/v1/kept-ideas/${id}`));
    expect(await questions(catal)).toEqual([]);
  });

  async function idOf(slug: string): Promise<string> {
    const rows = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ id: string }[]>('select id from cluster where slug = $1', [slug]),
    );
    return rows[0]!.id;
  }

  async function asSystem(sql: string, values: unknown[]): Promise<{ id: string }[]> {
    const all = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query<{ id: string }[]>('select id from cluster'),
    );
    return service.database.unitOfWork.run(systemScope(all.map(({ id }) => id)), ({ manager }) =>
      manager.query<{ id: string }[]>(sql, values),
    );
  }
});
