import { HttpClient } from '../../test/support/http-client.js';
import { openHttpService, type HttpService } from '../../test/support/http-service.js';
import { openSession } from '../../test/support/signed-in.js';
import { CreateUser, reachEveryCluster, type Grant } from '../accounts/index.js';
import { systemScope } from '../platform/database/scope.js';

describe('A-12: two entries that are one organisation', () => {
  let service: HttpService;
  type Entry = Record<'id' | 'legalName', string> & { readonly hasPeople: boolean };
  interface Proposals {
    readonly items: { readonly kept: Entry; readonly other: Entry; readonly reasons: string[] }[];
    readonly decisions: Record<'id' | 'decision', string>[];
  }
  const list = Buffer.from(
    [
      'Ragione sociale,Comune,Partita IVA,Attività',
      'H3CUBE,Milano,IT09999900989,Scansione di forme libere',
      'H3 Cube srl,,,Stampa di gusci in ceramica',
      'Altrove Srl,Milano,,Fusione di leghe leggere',
      'Altrove,,,Trattamento di acque',
    ].join('\n'),
  );
  let officer: HttpClient;
  let stranger: HttpClient;
  let operator: HttpClient;
  let run: string;
  const decisions = '/api/v1/merge-proposals/decisions';
  const proposals = async (): Promise<Proposals> =>
    (await officer.get('/api/v1/merge-proposals')).body as Proposals;
  const named = (name: string) => async () =>
    (await proposals()).items.find(({ kept }) => kept.legalName === name)!;
  const cube = named('H3CUBE');
  const members = async (search: string): Promise<string[]> =>
    (
      (await officer.get(`/api/v1/organisations?members=own&search=${search}`)).body as {
        items: { legalName: string }[];
      }
    ).items
      .map(({ legalName }) => legalName)
      .sort();
  const texts = async (id: string): Promise<string> =>
    (await officer.get(`/api/v1/organisations/${id}`)).text;
  const asSystem = <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> =>
    service.database.unitOfWork.run(systemScope(), async (unit) => {
      await reachEveryCluster(unit);
      return unit.manager.query<T[]>(sql, [...values]);
    });
  const importList = async (): Promise<{ id: string; counts: Record<string, number> }> =>
    (await officer.upload('POST', '/api/v1/imports', 'doppi.csv', list)).body as never;
  beforeAll(async () => {
    service = await openHttpService({ demo: true });
    const [ours, theirs] = await Promise.all(['clm', 'afil'].map(idOf));
    officer = await person('addetta@clm.example', { role: 'officer', cluster: ours!, organisation: null });
    stranger = await person('estranea@afil.example', {
      role: 'officer',
      cluster: theirs!,
      organisation: null,
    });
    operator = await person('operatrice@prova.example', {
      role: 'operator',
      cluster: null,
      organisation: null,
    });
    ({ id: run } = await importList());
    expect((await officer.post(`/api/v1/imports/${run}/apply`, {})).status).toBe(200);
  }, 120_000);
  afterAll(() => service.close());

  const idOf = async (slug: string): Promise<string> =>
    (await asSystem<{ id: string }>('select id from cluster where slug = $1', [slug]))[0]!.id;
  const person = async (email: string, grant: Grant): Promise<HttpClient> => {
    const { id } = await service.app.get(CreateUser).create('proof', {
      email,
      name: 'Persona Prova',
      language: 'it',
      password: null,
      grants: [grant],
      demo: false,
    });
    const client = new HttpClient(service.address);
    client.setCookie('sid', await openSession(service, id));
    return client;
  };

  it('are proposed with the reason, and never merged by themselves', async () => {
    expect(await members('H3')).toEqual(['H3 Cube srl', 'H3CUBE']);
    expect(await cube()).toMatchObject({ other: { legalName: 'H3 Cube srl' }, reasons: ['name'] });
    expect((await operator.get('/api/v1/merge-proposals')).status).toBe(403);
    const { kept, other } = await cube();
    for (const decision of ['same', 'different'])
      expect((await stranger.post(decisions, { kept: kept.id, other: other.id, decision })).status).not.toBe(
        201,
      );
    const made = await officer.post(decisions, { kept: other.id, other: kept.id, decision: 'same' });
    expect(made.body.code).toBe('organisations.no-such-proposal');
    expect(await members('H3')).toHaveLength(2);
  });

  it('become one once an officer says so, with all that is kept about both, and two again', async () => {
    const { kept, other } = await cube();
    const note = `/api/v1/organisations/${other.id}/notes/00000000-0000-4000-8000-00000000a012`;
    expect((await officer.send('PUT', note, { text: 'Chiamare in primavera.' })).status).toBe(200);
    const invited = { organisation: other.id, name: 'Carla Cubo', email: 'carla@h3cube.example' };
    expect((await officer.post('/api/v1/invitations', invited)).status).toBe(202);
    const excluding = await asSystem<{ id: string }>(
      `select organisation_id as id from membership where organisation_id not in ($1, $2) limit 1`,
      [kept.id, other.id],
    );
    await asSystem(`insert into exclusion (organisation_id, other_id, kind) values ($1, $2, 'hide-from')`, [
      excluding[0]?.id,
      other.id,
    ]);
    const before = await everything(kept.id, other.id);

    const merged = await officer.post(decisions, { kept: kept.id, other: other.id, decision: 'same' });
    expect([merged.status, merged.text.slice(0, 6)]).toEqual([201, '{"id":']);
    expect(await members('H3')).toEqual(['H3CUBE']);
    const text = await texts(kept.id);
    expect(text).toContain('Scansione di forme libere');
    expect(text).toContain('Stampa di gusci in ceramica');
    const moved = await everything(kept.id, other.id);
    expect(moved.filter(([, organisation]) => organisation === other.id)).toEqual([['exclusion', other.id]]);
    for (const table of [
      'contact',
      'invitation',
      'member_note',
      'evidence',
      'exclusion',
      'organisation_record',
    ])
      expect(moved).toContainEqual([table, kept.id]);
    expect((await cube()) ?? null).toBeNull();
    const again = await officer.post(decisions, { kept: kept.id, other: other.id, decision: 'same' });
    expect(again.body.code).toBe('organisations.no-such-proposal');

    // the same list again changes nothing, and brings nobody back
    const { counts } = await importList();
    expect([counts['new'], counts['changed'], counts['suspected']]).toEqual([0, 0, 0]);
    // what the list wrote cannot be taken back over it
    const undone = await officer.post(`/api/v1/imports/${run}/undo`, {});
    expect(undone.body.code).toBe('ingest.undo-of-merged');

    const decision = `${decisions}/${(merged.body as { id: string }).id}`;
    expect((await stranger.send('DELETE', decision)).status).toBe(404);
    expect((await officer.send('DELETE', decision)).status).toBe(204);
    expect((await officer.send('DELETE', decision)).status).toBe(404);
    expect(await everything(kept.id, other.id)).toEqual(before);
    expect(await members('H3')).toEqual(['H3 Cube srl', 'H3CUBE']);
    expect(await texts(kept.id)).not.toContain('Stampa di gusci');
    const trail = (await officer.get('/api/v1/cluster/trail?kind=imports')).text;
    for (const said of ['joined another entry', 'took back what was said']) expect(trail).toContain(said);
  });

  it('are not proposed again once somebody says that they are two, until that is taken back', async () => {
    const pair = named('Altrove Srl');
    const { kept, other } = await pair();
    const said = await officer.post(decisions, { kept: kept.id, other: other.id, decision: 'different' });
    expect(said.status).toBe(201);
    expect((await pair()) ?? null).toBeNull();
    expect(await members('Altrove')).toHaveLength(2);
    expect((await proposals()).decisions[0]).toMatchObject({ decision: 'different', undoUntil: null });
    await officer.send('DELETE', `${decisions}/${(said.body as { id: string }).id}`);
    expect(await pair()).toBeTruthy();
  });

  it('stay two where people of both look after them, or something is under way', async () => {
    const { kept, other } = await named('Altrove Srl')();
    const join = { kept: kept.id, other: other.id, decision: 'same' };
    await asSystem('insert into organisation_preference (organisation_id) values ($1)', [other.id]);
    expect((await officer.post(decisions, join)).body.code).toBe('organisations.merge-in-use');
    await asSystem('delete from organisation_preference where organisation_id = $1', [other.id]);
    for (const [at, { id }] of [kept, other].entries())
      await person(`persona${at}@altrove.example`, { role: 'editor', cluster: null, organisation: id });
    expect((await named('Altrove Srl')()).other.hasPeople).toBe(true);
    expect((await officer.post(decisions, join)).body.code).toBe('organisations.merge-spoken-for');
    expect(await members('Altrove')).toHaveLength(2);
  });

  /** Which rows are about which of the two, table by table. */
  async function everything(...ids: string[]): Promise<[string, string][]> {
    const tables = ['membership', 'organisation_record', 'evidence', 'contact', 'invitation', 'exclusion'];
    const rows = await asSystem<{ of: string; organisation: string }>(
      [
        ...tables.map((table) => `select '${table}' as of, organisation_id as organisation from ${table}`),
        `select 'exclusion', other_id from exclusion`,
        `select 'member_note', organisation_id from member_note`,
      ]
        .map((sql) => `select * from (${sql}) t (of, organisation) where organisation = any ($1::uuid[])`)
        .join(' union all ') + ' order by 1, 2',
      [ids],
    );
    return rows.map(({ of, organisation }) => [of, organisation]);
  }
});
