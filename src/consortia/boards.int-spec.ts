import { systemScope } from '../platform/database/scope.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';

const now = new Date('2026-11-22T09:00:00Z');
const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

interface Board {
  id: string;
  title: string;
  state: string;
  version: number;
  needs: {
    id: string;
    role: string;
    text: string;
    state: string;
    version: number;
    approvedBy: string | null;
    cites: { section: number; start: number; text: string }[];
  }[];
  seats: {
    id: string;
    participation: string;
    state: string;
    version: number;
    organisation: { id: string; name: string; country: string | null } | null;
  }[];
}
interface Check {
  result: string;
  rules: { id: string; result: string; found: string }[];
  leftOut: { seat: string; because: string }[];
  changed: string[];
  ruleSetName: string | null;
  findings: { kind: string; source: string }[];
  apply: {
    verdict: string;
    against: { kind: string; weight: string; rules: string[] }[];
    success: { percent: number; document: string; date: string } | null;
  } | null;
}

describe('a board', () => {
  let service: ServedService;
  beforeAll(async () => {
    service = await serveDemonstration(now);
  }, 120_000);
  afterAll(() => service.close());

  const send = async (
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${service.address}/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
  const started = async (body: object): Promise<Board> => {
    const { status, body: made } = await send('POST', '/consortia', body);
    expect(status).toBe(201);
    return board((made as { id: string }).id);
  };
  const board = async (id: string): Promise<Board> => (await send('GET', `/consortia/${id}`)).body as Board;
  const added = async (id: string, body: object): Promise<string> =>
    ((await send('POST', `/consortia/${id}/seats`, body)).body as { id: string }).id;
  const named = async (count: number): Promise<{ id: string; name: string }[]> =>
    ((await send('GET', `/organisations?limit=${count}`)).body as { items: { id: string; name: string }[] })
      .items;

  it('B-11: starts from a call with the needs its text speaks for, each with its sentences, as drafts', async () => {
    const { title, state, needs, seats } = await started({ opportunity: topic });
    expect(state).toBe('sketch');
    expect(title).not.toBe('');
    expect(seats).toEqual([]);
    expect(needs.length).toBeGreaterThan(0);
    for (const need of needs) {
      expect(need.state).toBe('drafted');
      expect(need.approvedBy).toBeNull();
      expect(need.cites[0]?.text).toBe(need.text);
    }
  });

  it('starts from an idea too, and from nothing not at all', async () => {
    const idea =
      'We want to involve hospitals and first responders; proposals should develop a novel tool for both.';
    const { needs, title } = await started({ idea });
    expect(needs.map(({ role }) => role)).toEqual(expect.arrayContaining(['clinical', 'practitioner']));
    expect(title.length).toBeLessThanOrEqual(80);
    expect((await send('POST', '/consortia', {})).status).toBe(422);
    expect((await send('POST', '/consortia', { idea, opportunity: topic })).status).toBe(422);
    expect((await send('POST', '/consortia', { opportunity: 'HORIZON-NO-SUCH' })).status).toBe(404);
  });

  it('B-11: notes who approved a need, and makes it a draft again when its words change', async () => {
    const { id, needs } = await started({ opportunity: topic });
    const path = `/consortia/${id}/needs/${needs[0]?.id ?? ''}`;
    const approved = (await send('PATCH', path, { version: 1, state: 'approved' })).body as Board;
    expect(approved.needs[0]).toMatchObject({ state: 'approved', version: 2 });
    expect(approved.needs[0]?.approvedBy).not.toBeNull();
    const changed = (await send('PATCH', path, { version: 2, text: 'A test bench for worn gearboxes.' }))
      .body as Board;
    expect(changed.needs[0]).toMatchObject({
      state: 'drafted',
      approvedBy: null,
      text: 'A test bench for worn gearboxes.',
    });
  });

  it('shows the text it starts from, with the sentences of its needs where they say they stand', async () => {
    const { id, needs } = await started({ opportunity: topic });
    const { passages, url } = (await send('GET', `/consortia/${id}/call-text`)).body as {
      passages: { kind: string; sentences: { section: number; start: number; text: string }[] }[];
      url: string | null;
    };
    expect(passages.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['outcome', 'scope']));
    expect(url).not.toBe('');
    const said = new Map(
      passages.flatMap(({ sentences }) => sentences.map((one) => [`${one.section} ${one.start}`, one.text])),
    );
    const cites = needs.flatMap((need) => need.cites);
    expect(cites.length).toBeGreaterThan(0);
    for (const { section, start, text } of cites) expect(said.get(`${section} ${start}`)).toBe(text);
  });

  it('keeps what a partner starts from and hands on, and says which states may follow', async () => {
    const { id, needs } = await started({ opportunity: topic });
    const changed = (
      await send('PATCH', `/consortia/${id}/needs/${needs[0]?.id ?? ''}`, {
        version: 1,
        input: 'Worn gearboxes',
        output: null,
      })
    ).body as Board & { next: string[]; needs: { next: string[] }[] };
    expect(changed.needs[0]).toMatchObject({ input: 'Worn gearboxes', output: null });
    expect(changed.next).toEqual(['forming', 'dropped']);
    expect(changed.needs[0]?.next).toEqual(['approved', 'closed']);
  });

  it('lets nobody overwrite what somebody else changed meanwhile', async () => {
    const { id, needs } = await started({ opportunity: topic });
    const path = `/consortia/${id}/needs/${needs[0]?.id ?? ''}`;
    const answers = await Promise.all(
      ['One way.', 'Another way.', 'A third way.'].map((text) => send('PATCH', path, { version: 1, text })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const won = (answers.find(({ status }) => status === 200)?.body as Board).needs[0]?.text;
    expect((await board(id)).needs[0]?.text).toBe(won);
    expect((await send('DELETE', `${path}?version=1`)).status).toBe(409);
    expect((await send('DELETE', `${path}?version=2`)).status).toBe(204);
  });

  it('moves a seat as its table says and in no other way, and writes each move down', async () => {
    const { id } = await started({ opportunity: topic });
    const [organisation] = await named(1);
    const seat = await added(id, { participation: 'coordinator', organisation: organisation?.id });
    const path = `/consortia/${id}/seats/${seat}`;
    let version = 1;
    for (const [state, status] of [
      ['confirmed', 409],
      ['asked', 200],
      ['accepted', 200],
      ['open', 409],
      ['confirmed', 200],
      ['withdrawn', 200],
      ['open', 200],
    ] as const) {
      expect((await send('PATCH', path, { version, state })).status).toBe(status);
      if (status === 200) version += 1;
    }
    expect((await board(id)).seats[0]).toMatchObject({ state: 'open', organisation: null });
    expect((await send('PATCH', path, { version, state: 'to-ask' })).status).toBe(422);
    const history = (await send('GET', `/consortia/${id}/changes`)).body as {
      deed: string;
      stateFrom: string;
      stateTo: string;
    }[];
    expect(history.map(({ deed, stateFrom, stateTo }) => `${deed} ${stateFrom} ${stateTo}`)).toEqual([
      'moved withdrawn open',
      'moved confirmed withdrawn',
      'moved accepted confirmed',
      'moved asked accepted',
      'moved to-ask asked',
      'added null to-ask',
      'added null sketch',
    ]);
  });

  it('seats nobody twice, and gives nobody the answer of whoever sat there before', async () => {
    const { id } = await started({ opportunity: topic });
    const [one, other] = await named(2);
    const seat = await added(id, { participation: 'beneficiary', organisation: one?.id });
    expect(
      (await send('POST', `/consortia/${id}/seats`, { participation: 'beneficiary', organisation: one?.id }))
        .status,
    ).toBe(409);
    await send('PATCH', `/consortia/${id}/seats/${seat}`, { version: 1, state: 'asked' });
    await send('PATCH', `/consortia/${id}/seats/${seat}`, { version: 2, state: 'accepted' });
    const replaced = (
      await send('PATCH', `/consortia/${id}/seats/${seat}`, { version: 3, organisation: other?.id })
    ).body as Board;
    expect(replaced.seats[0]).toMatchObject({ state: 'to-ask', organisation: { id: other?.id } });
  });

  it('has one winner of a seat, however many accept at once', async () => {
    const { id } = await started({ opportunity: topic });
    const [organisation] = await named(1);
    for (let round = 0; round < 5; round += 1) {
      const seat = await added(id, { participation: 'beneficiary', organisation: organisation?.id });
      const path = `/consortia/${id}/seats/${seat}`;
      await send('PATCH', path, { version: 1, state: 'asked' });
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => send('PATCH', path, { version: 2, state: 'accepted' })),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
      await send('DELETE', `${path}?version=3`);
    }
  });

  it('is checked rule by rule, without those who are not in, and says what somebody more would change', async () => {
    const { id } = await started({ opportunity: topic });
    const all = await named(40);
    const countryOf = async (one: { id: string }): Promise<string> => {
      const seat = await added(id, { participation: 'beneficiary', organisation: one.id });
      const found = (await board(id)).seats.find((place) => place.id === seat);
      await send('DELETE', `/consortia/${id}/seats/${seat}?version=1`);
      return found?.organisation?.country ?? '';
    };
    const byCountry = new Map<string, string>();
    for (const one of all) {
      const country = await countryOf(one);
      if (['IT', 'FR', 'DE', 'ES', 'FI', 'BE', 'PT', 'AT', 'NL', 'SE', 'SI', 'PL'].includes(country))
        byCountry.set(country, one.id);
      if (byCountry.size === 3) break;
    }
    const [first, second, third] = [...byCountry.values()];
    expect(third).toBeDefined();
    await added(id, { participation: 'coordinator', organisation: first });
    await added(id, { participation: 'beneficiary', organisation: second });
    const open = await added(id, { participation: 'beneficiary' });
    const now_ = (await send('GET', `/consortia/${id}/eligibility`)).body as Check;
    expect(now_.result).toBe('fail');
    expect(now_.leftOut).toEqual([{ seat: open, because: 'open' }]);
    expect(now_.ruleSetName).toMatch(/^Horizon Europe, /);
    expect(now_.apply).toMatchObject({
      verdict: 'not-as-it-stands',
      against: [{ kind: 'not-eligible', weight: 'mend' }],
      success: { percent: 16, date: '2025-04-30' },
    });
    expect(now_.apply?.against[0]?.rules).not.toEqual([]);
    const then = (await send('POST', `/consortia/${id}/eligibility?language=it`, { add: [third] }))
      .body as Check;
    expect(then.result).not.toBe('fail');
    expect(then.changed.length).toBeGreaterThan(0);
    expect(then.apply?.against).toEqual([]);
    expect((await send('GET', `/consortia/${id}/eligibility`)).body).toEqual(now_);
  });

  it('B-30: lists apart what no rule forbids, from what is held of the partners and of the call, and decides the same', async () => {
    const { id } = await started({ opportunity: topic });
    const [one, other] = (
      (await send('GET', '/organisations?limit=2&members=own')).body as { items: { id: string }[] }
    ).items;
    await added(id, { participation: 'coordinator', organisation: one!.id });
    await added(id, { participation: 'beneficiary', organisation: other!.id });
    const check = async (): Promise<Check> =>
      (await send('GET', `/consortia/${id}/eligibility`)).body as Check;
    const asSystem = <T>(clusters: readonly string[], sql: string, values: readonly string[]): Promise<T> =>
      service.database.unitOfWork.run(systemScope(clusters), ({ manager }) =>
        manager.query(sql, [...values]),
      );
    const clusters = await asSystem<{ id: string }[]>([], 'select id from cluster', []);
    const change = (sql: string, value: string): Promise<unknown> =>
      asSystem(
        clusters.map((cluster) => cluster.id),
        sql,
        [value],
      );
    const kinds = ({ findings }: Check): string[] => findings.map(({ kind }) => kind);
    // one of them has a site where things are used
    expect(kinds(await check())).not.toContain('no-end-user');
    for (const member of [one!, other!])
      await change(
        `update evidence set competence_kind = 'offer' where organisation_id = $1 and competence_kind = 'end-user-site'`,
        member.id,
      );
    const before = await check();
    expect(kinds(before)).toContain('no-end-user');
    expect(before.findings.filter(({ source }) => !/, \d{4}-\d\d-\d\d, https:/.test(source))).toEqual([]);
    await change(
      `insert into organisation_preference (organisation_id, roles) values ($1, '{end-user}')`,
      other!.id,
    );
    await change(
      `update opportunity set flags = flags || '{"lessDevelopedRegion": true}' where identifier = $1`,
      topic,
    );
    const after = await check();
    expect(kinds(after)).toEqual([
      ...kinds(before).filter((kind) => kind !== 'no-end-user'),
      'no-less-developed-region',
    ]);
    expect([after.result, after.rules]).toEqual([before.result, before.rules]);
  });

  it('refuses what is wrong, and says what', async () => {
    const { id } = await started({ opportunity: topic });
    for (const [path, body, status] of [
      [`/consortia/${id}/seats`, { participation: 'king' }, 400],
      [`/consortia/${id}/seats`, { participation: 'beneficiary', budgetShare: 101 }, 400],
      [
        `/consortia/${id}/seats`,
        { participation: 'beneficiary', needs: ['01890000-0000-7000-8000-000000000000'] },
        422,
      ],
      [`/consortia/${id}/seats`, { participation: 'beneficiary', organisation: 'Nobody & Sons' }, 404],
      [`/consortia/${id}/needs`, { role: 'research', text: '' }, 400],
      [`/consortia/${id}/needs`, { role: 'research', text: 'x', colour: 'red' }, 400],
      ['/consortia/01890000-0000-7000-8000-000000000000/needs', { role: 'research', text: 'x' }, 404],
    ] as const) {
      const answer = await send('POST', path, body);
      expect([path, answer.status]).toEqual([path, status]);
      expect((answer.body as { detail: string }).detail).not.toBe('');
    }
    expect((await send('PATCH', `/consortia/${id}`, { version: 99, title: 'x' })).status).toBe(409);
    expect((await send('PATCH', `/consortia/${id}`, { version: 1, state: 'funded' })).status).toBe(409);
  });
});
