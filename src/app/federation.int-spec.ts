import { HttpClient, type Answer } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import { MaskedMembers, PublishShared } from '../federation/index.js';
import { SharedSegments } from '../matching/index.js';
import { systemScope } from '../platform/database/scope.js';
import { DemoPeople, demoPassword } from './demo/demo-people.js';

/** Invented firms: one that only `catal` knows, one in both clusters. */
const welder = 'Turboweld Saldature Srl';
const shared = 'Doppia Robotica Srl';
const statement =
  'Turboweld offers friction stir welding of battery modules with the BrightArc head, patent EP 1 234 567 B1, in Dalmine.';
const question = { text: 'friction stir welding of battery modules for electric buses', limit: 100 };

interface Place {
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly masked: { readonly named: boolean } | null;
  };
  readonly reasons: readonly { readonly evidenceQuote: string | null }[];
}

describe('what passes between clusters', () => {
  let service: HttpService;
  let afil: HttpClient;
  let catal: HttpClient;
  let member: HttpClient;
  let organisation: string;
  beforeAll(async () => {
    service = await openHttpService({ demo: true });
    await service.app.get(DemoPeople).ensure();
    const tell = { text: 'Welding of battery modules with robots.', invented: true };
    organisation = await tellCluster(service.app, {
      ...tell,
      cluster: 'catal',
      name: welder,
      competences: [statement],
    });
    for (const cluster of ['catal', 'afil'])
      await tellCluster(service.app, {
        ...tell,
        cluster,
        name: shared,
        competences: [`${shared} welds battery modules for electric buses with robots.`],
      });
    [afil, catal, member] = (await Promise.all(
      ['officer@afil.example', 'officer@catal.example', 'editor@member.example'].map(signIn),
    )) as [HttpClient, HttpClient, HttpClient];
  }, 120_000);
  afterAll(() => service.close());

  async function signIn(email: string): Promise<HttpClient> {
    const client = new HttpClient(service.address);
    await client.post('/api/v1/sessions', { email, password: demoPassword });
    return client;
  }

  const masked = async (by: HttpClient): Promise<Place[]> =>
    (await partners(by)).filter((place) => place.organisation.masked !== null);
  const partners = async (by: HttpClient): Promise<Place[]> => {
    const answer = await by.post('/api/v1/suggestions', question);
    expect(answer.status).toBe(200);
    return (answer.body as { suggestions: Place[] }).suggestions;
  };
  const done = (answer: Answer): void => expect([answer.status, answer.text]).toEqual([204, '']);
  const share = (by: HttpClient, path: string, level: string, withheld: string[] = []): Promise<Answer> =>
    by.send('PUT', `/api/v1${path}`, { level, withheld });
  const agreement = async (by: HttpClient): Promise<{ id: string; state: string }[]> =>
    ((await by.get('/api/v1/federation')).body as { agreements: { id: string; state: string }[] }).agreements;
  const rebuild = async (): Promise<void> => {
    for (const slug of ['afil', 'catal', 'clm'])
      await service.app.get(SharedSegments).refresh(await idOf(slug));
  };

  it('is nothing before both agreed, and nothing before the first day', async () => {
    expect(await masked(afil)).toEqual([]);
    done(
      await afil.post('/api/v1/federation/agreements', {
        with: 'catal',
        kind: 'sisters',
        from: '2026-01-01',
      }),
    );
    const [proposed] = await agreement(catal);
    expect(proposed?.state).toBe('to-accept');
    await rebuild();
    expect(await masked(afil)).toEqual([]);
    const again = { with: 'afil', kind: 'sisters', from: '2030-01-01' };
    expect((await catal.post('/api/v1/federation/agreements', again)).body.code).toBe(
      'federation.agreement-exists',
    );
    const own = await afil.post(`/api/v1/federation/agreements/${proposed!.id}/accept`);
    expect(own.body.code).toBe('federation.not-yours-to-accept');

    done(await catal.send('DELETE', `/api/v1/federation/agreements/${proposed!.id}`));
    done(await catal.post('/api/v1/federation/agreements', again));
    const later = (await agreement(afil)).find(({ state }) => state === 'to-accept');
    done(await afil.post(`/api/v1/federation/agreements/${later!.id}/accept`));
    expect((await agreement(afil)).map(({ state }) => state)).toContain('not-yet');
    await rebuild();
    expect(await masked(afil)).toEqual([]);
    done(await afil.send('DELETE', `/api/v1/federation/agreements/${later!.id}`));
  });

  it('A-28: members of a sister cluster appear masked, to staff and to members, with names taken out', async () => {
    await agree();
    for (const by of [afil, member]) {
      const places = await masked(by);
      const told = JSON.stringify(places);
      expect(/turboweld|brightarc|dalmine|1 ?234 ?567/i.exec(told)?.[0]).toBeUndefined();
      expect(told.includes(organisation)).toBe(false);
      const quotes = places.flatMap(({ reasons }) =>
        reasons.flatMap(({ evidenceQuote }) => evidenceQuote ?? []),
      );
      expect(quotes.some((quote) => quote.includes('friction stir welding of battery modules'))).toBe(true);
    }
    expect((await masked(afil))[0]!.organisation.masked).toEqual({ named: false, sizeBand: null, roles: [] });
    // who is behind a mask reads which cluster looked, not who there did; the cluster that looked reads nothing of it
    const trail = async (by: HttpClient): Promise<string> =>
      JSON.stringify((await by.get('/api/v1/cluster/trail?kind=seen')).body);
    const lines = JSON.parse(await trail(catal)) as {
      items: { organisation: object; by: object }[];
      total: number;
    };
    const name = (await afil.get('/api/v1/cluster')).body.nameEn as string;
    const seen = lines.items.filter((line) => JSON.stringify(line.organisation).includes(welder));
    expect(seen.map(({ by }) => by)).toEqual([{ kind: 'cluster', id: null, name }]);
    expect(await trail(afil)).not.toContain(organisation);

    // C-19: who receives what is in the records of processing, with the periods that the daily run applies
    const records = await afil.get('/api/v1/cluster/processing?lang=it');
    expect([records.status, (await member.get('/api/v1/cluster/processing')).status]).toEqual([200, 403]);
    expect(records.text).toContain((await catal.get('/api/v1/cluster')).body.nameIt);
    expect(records.text).toContain('| sessioni, dopo la fine | 30 giorni |');
    // every class of data has words
    expect(/\| [a-z]+[A-Z]\w* \|/.exec(records.text)?.[0]).toBeUndefined();

    // one that is among the asker's own members is not there a second time behind a mask
    const own = (await partners(afil)).filter(({ organisation: { name } }) => name === shared);
    expect(own).toHaveLength(1);
    const behind = await Promise.all((await masked(afil)).map(({ organisation: { id } }) => unmask(id)));
    expect(behind).toContain(organisation);
    expect(new Set(behind).size).toBe(behind.length);
    expect(behind).not.toContain(own[0]!.organisation.id);
  });

  it('shows a kept idea to whom its author says, and to another cluster without who it is', async () => {
    const lines = (await member.get('/api/v1/own-profile')).body.lines as { field: string; text: string }[];
    const name = lines.find(({ field }) => field === 'legalName')?.text ?? '';
    expect(name.length).toBeGreaterThan(3);
    const id = '00000000-0000-4000-8000-00000000de01';
    const path = `/api/v1/kept-ideas/${id}`;
    const text = `${name} wants to weld bus batteries with lasers; write to lasers@secret.example.`;
    const keep = (audience: string, clusters: string[] = [], by = member): Promise<Answer> =>
      by.send('PUT', path, { title: `Lasers of ${name}`, text, audience, clusters });
    const inReach = async (by: HttpClient): Promise<string> =>
      JSON.stringify(
        ((await by.get('/api/v1/kept-ideas')).body.shown as { id: string }[]).filter(
          (idea) => idea.id === id,
        ),
      );
    const [ours, theirs, third] = await Promise.all(['afil', 'catal', 'clm'].map((slug) => idOf(slug)));

    expect((await keep('private')).status).toBe(200);
    for (const by of [afil, catal]) expect(await inReach(by)).toBe('[]');
    await keep('officer');
    expect(await inReach(afil)).toContain(text);
    expect(await inReach(catal)).toBe('[]');

    const kept = (await keep('clusters', [theirs ?? ''])).body;
    expect(kept.removed).toContainEqual({ kind: 'mail', text: 'lasers@secret.example' });
    expect(kept.removed).toContainEqual({ kind: 'name', text: name });
    const masked = await inReach(catal);
    expect(masked).toContain('wants to weld bus batteries with lasers');
    for (const secret of [name, 'secret.example', 'organisationName":"'])
      expect(masked).not.toContain(secret);
    expect(masked).toContain(`"from":"${ours ?? ''}"`);
    expect(await inReach(afil)).toContain(text);

    // no agreement, somebody else's idea, nobody's: nothing
    expect((await keep('clusters', [third ?? ''])).body.code).toBe('ideas.no-such-clusters');
    expect((await keep('private', [], catal)).status).toBe(404);
    expect((await catal.send('DELETE', path)).status).toBe(404);
    const mine = async () =>
      (await member.get('/api/v1/kept-ideas')).body.own as { id: string; text: string }[];
    expect((await mine()).map((idea) => idea.text)).toEqual([text]);

    const [agreed] = (await agreement(catal)).filter(({ state }) => state === 'in-force');
    await asSystem('update federation_agreement set ended_at = now() where id = $1', [agreed?.id]);
    expect(await inReach(catal)).toBe('[]');
    await asSystem('update federation_agreement set ended_at = null where id = $1', [agreed?.id]);
    expect(await inReach(catal)).not.toBe('[]');

    expect((await member.get('/api/v1/me/data')).text).toContain('bus batteries');
    done(await member.send('DELETE', path));
    for (const by of [afil, catal]) expect(await inReach(by)).toBe('[]');
    expect(await mine()).toEqual([]);
    // taken away and put back
    await keep('clusters', [theirs ?? '']);
    expect(await mine()).toHaveLength(1);
    expect(await inReach(catal)).not.toBe('[]');
    done(await member.send('DELETE', path));
  });

  it('a mask leads nowhere: no route knows it, and the database tells no sister who is behind it', async () => {
    const [place] = await masked(afil);
    const { id } = place!.organisation;
    for (const path of [
      `organisations/${id}`,
      `organisations/${id}/brief`,
      `organisations/${id}/opportunities`,
    ])
      expect((await afil.get(`/api/v1/${path}`)).status).toBe(404);
    const officer = { role: 'officer' as const, clusters: [await idOf('afil')] };
    const rows = await service.database.unitOfWork.run(officer, async ({ manager }) => ({
      masks: await manager.query<object[]>('select * from mask'),
      members: await manager.query<object[]>('select * from shared_member'),
    }));
    expect(rows.masks).toEqual([]);
    expect(rows.members.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.members)).not.toContain(organisation);
  });

  it('C-10: the member decides, field by field: what it keeps back is not shown', async () => {
    done(await share(catal, `/federation/sharing/${encodeURIComponent(welder)}`, 'nothing'));
    expect((await behindMasks(afil)).has(organisation)).toBe(false);
    done(await catal.send('DELETE', `/api/v1/federation/sharing/${encodeURIComponent(welder)}`));
    await rebuild();
    expect((await behindMasks(afil)).has(organisation)).toBe(true);
    // by name only where the cluster and the member both say so
    done(await share(catal, '/federation/sharing', 'full'));
    await rebuild();
    expect((await partners(afil)).map(({ organisation: { name } }) => name)).not.toContain(welder);
    await choose(organisation, 'full');
    await rebuild();
    const named = (await partners(afil)).find(({ organisation: { name } }) => name === welder);
    expect(named?.organisation.masked?.named).toBe(true);
    await choose(organisation, 'full', ['competences']);
    await rebuild();
    expect((await partners(afil)).map(({ organisation: { name } }) => name)).not.toContain(welder);
    await choose(organisation, 'masked');
    done(await share(catal, '/federation/sharing', 'masked'));
    await rebuild();
  });

  it('C-11: a member in two clusters with different rules gets the stricter one', async () => {
    const third = await signedInFor('clm');
    const firm = {
      cluster: 'catal',
      name: 'Tripla Srl',
      text: 'Laser welding of battery modules.',
      invented: true,
    };
    const id = await tellCluster(service.app, firm);
    await tellCluster(service.app, { ...firm, cluster: 'clm' });
    await rebuild();
    expect((await behindMasks(afil)).has(id)).toBe(true);
    done(await share(third, '/federation/sharing?cluster=clm', 'counts'));
    expect((await behindMasks(afil)).has(id)).toBe(false);
    done(await share(third, '/federation/sharing?cluster=clm', 'full'));
    await rebuild();
    expect((await behindMasks(afil)).has(id)).toBe(true);
  });

  it('organisations kept apart do not meet behind a mask either', async () => {
    const [own] = await ownOrganisation();
    expect((await behindMasks(member)).has(organisation)).toBe(true);
    await asSystem('insert into exclusion (organisation_id, other_id, kind) values ($1, $2, $3)', [
      organisation,
      own,
      'hide-from',
    ]);
    expect((await behindMasks(member)).has(organisation)).toBe(false);
    expect((await behindMasks(afil)).has(organisation)).toBe(true);
    await asSystem('delete from exclusion where organisation_id = $1', [organisation]);
  });

  it('counts are given in tables of which no cell is under five', async () => {
    const { given } = (await afil.get('/api/v1/federation/figures')).body as {
      given: { cluster: { slug: string }; byKind: { cells: { count: number | null }[]; total: number } }[];
    };
    expect(given.map(({ cluster }) => cluster.slug)).toEqual(['catal']);
    const counts = given[0]!.byKind.cells.flatMap(({ count }) => count ?? []);
    expect(Math.min(...counts, 99)).toBeGreaterThanOrEqual(5);
    expect((await member.get('/api/v1/federation/figures')).status).toBe(403);
  });

  it('C-10: a cluster that leaves is gone from its sisters’ lists at once, before anything is built anew', async () => {
    expect((await masked(afil)).length).toBeGreaterThan(0);
    const left = await catal.post('/api/v1/federation/leave');
    expect(left.body).toEqual({ ended: 1 });
    expect(await masked(afil)).toEqual([]);
    expect(await masked(member)).toEqual([]);
    const officer = { role: 'officer' as const, clusters: [await idOf('afil')] };
    const gone = await idOf('catal');
    const rows = await service.database.unitOfWork.run(officer, ({ manager }) =>
      manager.query<object[]>(
        `select id::text from shared_evidence where cluster_id = $1
         union all select id::text from snapshot_segment where audience = $2`,
        [gone, `shared-${gone}`],
      ),
    );
    expect(rows).toEqual([]);
    // what nobody may see is not kept either
    const kept = await asSystem('select id from shared_member where cluster_id = $1', [await idOf('catal')]);
    expect(kept).toEqual([]);
    const trail = await asSystem(`select action from audit_entry where action like 'federation.%'`, []);
    expect(trail.length).toBeGreaterThan(5);
  });

  async function agree(): Promise<void> {
    done(
      await afil.post('/api/v1/federation/agreements', {
        with: 'catal',
        kind: 'sisters',
        from: '2026-01-01',
      }),
    );
    const waiting = (await agreement(catal)).find(({ state }) => state === 'to-accept');
    done(await catal.post(`/api/v1/federation/agreements/${waiting!.id}/accept`));
    await rebuild();
  }

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

  async function unmask(id: string): Promise<string | undefined> {
    const officer = { role: 'officer' as const, clusters: [await idOf('afil')] };
    return (await service.app.get(MaskedMembers).behind(officer, id))?.organisation;
  }

  async function behindMasks(by: HttpClient): Promise<Set<string | undefined>> {
    const ids = (await masked(by)).map(({ organisation: { id } }) => id);
    const rows = await asSystem('select organisation_id as id from mask where id = any ($1::uuid[])', [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  async function choose(id: string, level: string, withheld: string[] = []): Promise<void> {
    await asSystem(
      `insert into sharing_choice (organisation_id, level, withheld) values ($1, $2, $3)
       on conflict (organisation_id) do update set level = $2, withheld = $3, changed_at = clock_timestamp()`,
      [id, level, withheld],
    );
    await service.app.get(PublishShared).cluster(await idOf('catal'));
  }

  async function ownOrganisation(): Promise<string[]> {
    const { roles } = (await member.get('/api/v1/me')).body as { roles: object };
    expect(roles).toBeDefined();
    const rows = await asSystem(
      `select g.organisation_id as id from role_grant g join user_account u on u.id = g.user_id where u.email = $1`,
      ['editor@member.example'],
    );
    return rows.map(({ id }) => id);
  }

  /** The officer of catal, who helps another cluster for the while of a test. */
  async function signedInFor(slug: string): Promise<HttpClient> {
    await asSystem(
      `insert into role_grant (id, user_id, role, cluster_id)
       select gen_random_uuid(), u.id, 'officer', $1 from user_account u where u.email = 'operator@tessera.example'`,
      [await idOf(slug)],
    );
    return signIn('operator@tessera.example');
  }
});
