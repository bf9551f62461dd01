import { randomUUID } from 'node:crypto';

import { scoreAll } from '../../test/support/score-all.js';
import { tellCluster } from '../../test/support/told-to-cluster.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';
import { CurrentScope, IdentifyCaller } from '../accounts/index.js';
import { Agreements, DecideSharing } from '../federation/index.js';
import { MatchOrganisations } from '../matching/index.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import type { CoverageListResponse, CoverageResponse } from './coverage/coverage.dto.js';
import type { FairnessResponse } from './fairness/fairness.dto.js';
import type { MemberPageResponse, MembersResponse } from './members/members.dto.js';
import type { OutcomeChainsResponse } from './outcomes/outcomes.dto.js';
import type { RadarCallResponse, RadarResponse } from './radar/radar.dto.js';
import type { ManagementReportResponse } from './reports/report.dto.js';
import { ReadRadar } from './radar/read-radar.js';

const now = new Date('2026-11-22T09:00:00Z');

describe('what officers of a cluster of the demonstration set see', () => {
  let service: ServedService;
  let officer: Scope;
  beforeAll(async () => {
    service = await serveDemonstration(now, { work: true });
    officer = (await service.app.get(IdentifyCaller).identify({ session: undefined })).scope;
    await tellCluster(service.app, {
      cluster: 'afil',
      name: '=Formula S.r.l.',
      text: 'Robots with adaptive grippers take used gearboxes apart for remanufacturing.',
      invented: true,
    });
    await scoreAll(service.app, now);
  }, 120_000);
  afterAll(() => service.close());

  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${service.address}/api/v1/insights/${path}`);
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const all = (query = ''): Promise<RadarResponse> => get(`radar?limit=200${query}`);

  it('B-08 counts what a live ranking of the members counts, and lists on the page behind whom it counted', async () => {
    const radar = await all();
    expect(radar.items).toHaveLength(radar.total);
    const members = (await get<RadarCallResponse>(`radar/${radar.items[0]!.id}`)).members;
    expect(members.length).toBeGreaterThan(2);
    const { app } = service;
    const ids = [...(await membersOf())];
    const live = await app.get(MatchOrganisations).rank(officer, ids, now);
    const counts = new Map<string, { strong: number; good: number }>();
    for (const { opportunity, fit } of [...live.byOrganisation.values()].flat()) {
      const count = counts.get(opportunity) ?? { strong: 0, good: 0 };
      counts.set(opportunity, count);
      if (fit.band === 'strong' || fit.band === 'good') count[fit.band] += 1;
    }
    expect(radar.items.map(({ id, strong, good }) => [id, strong, good])).toEqual(
      radar.items.map(({ id }) => [id, counts.get(id)?.strong ?? 0, counts.get(id)?.good ?? 0]),
    );
    for (const row of radar.items.slice(0, 20)) {
      const behind = await get<RadarCallResponse>(`radar/${row.id}`);
      expect(behind.members.filter(({ fit }) => fit === 'strong')).toHaveLength(row.strong);
      expect(behind.members.filter(({ fit }) => fit === 'good')).toHaveLength(row.good);
    }
  });

  it('C-04 has all eight ecosystems, and counts a member by its list and by its own words', async () => {
    const coverage = await get<CoverageResponse>('coverage?lang=en');
    expect(coverage.ecosystems.filter(({ code }) => code !== '')).toHaveLength(8);
    expect(coverage.cells).toHaveLength(coverage.ecosystems.length * coverage.parts.length);
    expect(coverage.parts.reduce((sum, { count }) => sum + count, 0)).toBe((await all()).total);
  });

  it('C-05 says in a cell what the list behind it and the radar say, counted anew for three of them', async () => {
    const coverage = await get<CoverageResponse>('coverage?lang=en');
    const filled = coverage.cells.filter(({ cover }) => cover !== 'none').slice(0, 3);
    expect(filled).toHaveLength(3);
    for (const { ecosystem, part, members, calls, cover } of filled) {
      const query = new URLSearchParams({ ecosystem, part, lang: 'en' });
      const list = await get<CoverageListResponse>(`coverage/cell?${query.toString()}`);
      expect(list.members).toHaveLength(members);
      expect(list.calls.filter((call) => call.members > 0)).toHaveLength(calls);
      expect(list.cover).toBe(cover);
      const within = new Set(list.members.map(({ id }) => id));
      const byRadar = new Set<string>();
      for (const call of list.calls) {
        const behind = await get<RadarCallResponse>(`radar/${call.id}`);
        const fitting = behind.members.filter(({ id }) => within.has(id));
        expect([call.identifier, call.members]).toEqual([call.identifier, fitting.length]);
        for (const { id } of fitting) byRadar.add(id);
      }
      expect(byRadar).toEqual(within);
    }
  });

  it('C-06 is exported as a table and as a text, in both of which no organisation is named', async () => {
    const names = (await get<MembersResponse>('members?limit=200')).items.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(5);
    const table = await (await fetch(`${service.address}/api/v1/insights/coverage.csv?lang=it`)).text();
    expect(table.split('\n').length).toBeGreaterThan(9);
    const { text } = await get<{ text: string }>('coverage/annex?lang=it');
    expect(text).toContain('meno di 5');
    for (const name of names) expect(`${table}${text}`).not.toContain(name);
  });

  it('compares coverage only with a date that lists were counted on', async () => {
    const answer = await fetch(`${service.address}/api/v1/insights/coverage?compare=${randomUUID()}`);
    expect(answer.status).toBe(404);
  });

  it('sorts the radar, filters with exact counts, and pages without a gap', async () => {
    const radar = await all();
    const strong = radar.items.filter(({ cover }) => cover === 'strong');
    expect((await all('&cover=strong')).total).toBe(strong.length);
    const topics = await all('&cover=strong&kind=topic');
    expect(topics.items.map(({ id }) => id)).toEqual(
      strong.filter(({ kind }) => kind === 'topic').map(({ id }) => id),
    );
    expect(topics.all).toBe(radar.all);
    const [part] = radar.parts;
    expect((await all(`&part=${encodeURIComponent(part?.code ?? '')}`)).total).toBe(part?.calls);
    expect(radar.parts.reduce((sum, { calls }) => sum + calls, 0)).toBe(radar.all);

    const soonest = (await all('&sort=deadline')).items.flatMap(({ deadlines }) => deadlines[0]?.at ?? []);
    expect(soonest).toEqual([...soonest].sort());
    const pages: string[] = [];
    for (let after = ''; ;) {
      const page = await get<RadarResponse>(`radar?limit=7&sort=title${after}`);
      pages.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(pages).toEqual((await all('&sort=title')).items.map(({ id }) => id));
    await expect(get('radar?after=nowhere')).rejects.toThrow('insights.no-such-place');
  });

  it('leaves out of the radar what the asker refused, and counts it again when that is taken back', async () => {
    const [row] = (await all()).items;
    const { members } = await get<RadarCallResponse>(`radar/${row!.id}`);
    const path = `${service.address}/api/v1/opportunities/${row!.id}/suggestions/${members[0]!.id}/feedback`;
    const judge = (init: RequestInit): Promise<Response> => fetch(path, init);
    const told = await judge({
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verdict: 'not-for-us' }),
    });
    expect(told.status).toBeLessThan(300);
    const without = await get<RadarCallResponse>(`radar/${row!.id}`);
    expect(without.members).toHaveLength(members.length - 1);
    expect(without.strong + without.good).toBe(members.length - 1);
    await judge({ method: 'DELETE' });
    expect((await get<RadarCallResponse>(`radar/${row!.id}`)).members).toEqual(members);
  });

  it('counts nobody of a cluster without an agreement in force, and of one with it only whom it lets be counted', async () => {
    const theirs = await officerOf('lgca');
    const fitting = await fitsBeyondOurs(theirs);
    expect([...fitting.values()].some((count) => count > 0)).toBe(true);
    const sisters = async (): Promise<Map<string, number | null>> =>
      new Map((await all()).items.map(({ id, sisters: { count } }) => [id, count]));
    const nobody = new Map([...fitting.keys()].map((id) => [id, 0]));
    const masked = new Map(
      [...fitting].map(([id, count]) => [id, count > 0 && count < 5 ? null : count] as const),
    );
    const agreements = service.app.get(Agreements);
    const terms = { kind: 'sisters', from: '2026-01-01', until: null } as const;
    expect(await sisters()).toEqual(nobody);

    await agreements.propose(officer, undefined, { ...terms, with: 'lgca' });
    expect(await sisters()).toEqual(nobody);
    const [proposed] = (await agreements.list(theirs, undefined)).agreements;
    await agreements.accept(theirs, undefined, proposed!.id);
    expect(await sisters()).toEqual(masked);

    const decide = service.app.get(DecideSharing);
    for (const [level, seen] of [
      ['nothing', nobody],
      ['counts', masked],
    ] as const) {
      await decide.rule(theirs, undefined, null, { level, withheld: [] });
      expect(await sisters()).toEqual(seen);
    }
    await agreements.end(theirs, undefined, proposed!.id);
    expect(await sisters()).toEqual(nobody);

    // figures of ours go to a parent, and none of its come back
    await agreements.propose(officer, undefined, { ...terms, kind: 'parent', with: 'lgca' });
    const parent = (await agreements.list(theirs, undefined)).agreements.find(
      ({ kind }) => kind === 'parent',
    );
    await agreements.accept(theirs, undefined, parent!.id);
    expect(await sisters()).toEqual(nobody);
    await agreements.end(officer, undefined, parent!.id);
    await expect(get('radar?cluster=lgca')).rejects.toThrow('404');
  });

  it('is a table that no spreadsheet takes for formulas', async () => {
    const response = await fetch(`${service.address}/api/v1/insights/radar.csv?lang=it&cover=strong`);
    const lines = (await response.text()).trim().split('\r\n');
    expect(response.headers.get('content-disposition')).toMatch(/tessera-radar-afil-2026-11-22\.csv/);
    expect(lines[0]).toContain('Bando,Titolo');
    expect(lines).toHaveLength((await all('&cover=strong')).total + 1);
  });

  it('lists members with what fits them, as many as their own pages list', async () => {
    const members = await get<MembersResponse>('members?limit=200&sort=matches');
    expect(members.total).toBe((await membersOf()).size);
    expect(members.states).toMatchObject({ imported: members.total, left: 0 });
    for (const row of members.items.slice(0, 3)) {
      const page = await get<MemberPageResponse>(`members/${row.id}`);
      expect(page.calls.filter(({ fit }) => fit === 'strong')).toHaveLength(row.strong);
      expect(page.calls.filter(({ fit }) => fit === 'good')).toHaveLength(row.good);
      expect(page.evidence).toHaveLength(row.texts);
    }
    const without = await get<MembersResponse>('members?lacks=matches');
    expect(without.total).toBe(members.items.filter(({ strong, good }) => strong + good === 0).length);
  });

  it('keeps notes and next steps about members: written, done, taken away and put back', async () => {
    const [member] = (await get<MembersResponse>('members')).items;
    const id = '0198f000-0000-7000-8000-000000000001';
    const path = `${service.address}/api/v1/organisations/${member!.id}/notes/${id}`;
    const note = {
      step: 'digital-innovation-hub',
      text: 'Ask the hub for a test before investing',
      dueOn: '2026-12-01',
    };
    const write = (body: object, to = path): Promise<Response> =>
      fetch(to, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await write(note)).status).toBe(200);
    const listed = async (): Promise<unknown> =>
      (await get<MembersResponse>('members?sort=next')).items[0]?.nextStep;
    expect(await listed()).toMatchObject({ id, ...note, doneAt: null });
    await write({ ...note, done: true });
    expect(await listed()).toBeNull();
    expect((await get<MemberPageResponse>(`members/${member!.id}`)).notes).toMatchObject([
      { id, step: note.step },
    ]);
    expect((await fetch(path, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(path, { method: 'DELETE' })).status).toBe(404);
    expect((await write(note)).status).toBe(200);
    const other = path.replace(member!.id, (await get<MembersResponse>('members')).items[1]!.id);
    expect((await write(note, other)).status).toBe(409);
    const seen = await service.database.unitOfWork.run(
      { role: 'member', clusters: officer.clusters },
      ({ manager }) => manager.query('select * from member_note'),
    );
    expect(seen).toEqual([]);

    // so many about one member and no more; one that is there can still be written anew
    const asOfficer = (sql: string, values: unknown[] = []): Promise<unknown> =>
      service.database.unitOfWork.run(officer, ({ manager }) => manager.query(sql, values));
    await asOfficer(
      `insert into member_note (id, cluster_id, organisation_id, text, author)
       select gen_random_uuid(), cluster_id, organisation_id, 'One of many', 'test'
       from member_note, generate_series(1, 199) where id = $1`,
      [id],
    );
    const more = await write(note, path.replace(id, '0198f000-0000-7000-8000-000000000002'));
    expect([more.status, (await write(note)).status]).toEqual([409, 200]);
    await asOfficer(`delete from member_note where text = 'One of many'`);
  });

  it('writes a mail for one member and a block for the newsletter, in both languages', async () => {
    for (const [lang, greeting, heading] of [
      ['it', 'Buongiorno', 'Bandi adatti'],
      ['en', 'Good morning', 'Calls our members'],
    ] as const) {
      const path = `${service.address}/api/v1/organisations/Rigentra%20S.r.l./letter?lang=${lang}`;
      const letter = (await (await fetch(path)).json()) as { subject: string; text: string };
      expect(letter.text).toContain(greeting);
      expect(letter.text).toMatch(/1\. .+\n/);
      const block = await get<{ html: string; text: string; calls: number }>(
        `newsletter?lang=${lang}&within=900`,
      );
      expect(block.text).toContain(heading);
      expect(block.calls).toBeGreaterThan(0);
      expect(block.html.match(/<li>/g)).toHaveLength(block.calls);
      expect(block.html).not.toContain('Rigentra');
    }
  });

  it('C-13 counts each member and call once, in parts that add up, and C-14 as funded what staff confirmed', async () => {
    const [first, second] = (await get<MembersResponse>('members?limit=200')).items.map(({ id }) => id);
    const [cluster] = officer.clusters;
    const calls = (await all()).items.map(({ id }) => id);
    const before = await get<OutcomeChainsResponse>('outcomes?lang=en');
    const board = async (
      call: string,
      state: string,
      members: readonly (string | undefined)[],
    ): Promise<void> => {
      const id = randomUUID();
      await service.database.unitOfWork.run(systemScope([cluster ?? '']), async ({ manager }) => {
        await manager.query(
          `insert into consortium (id, cluster_id, opportunity_id, title, state, version, created_by, created_at, changed_at)
           values ($1, $2, $3, 'Grippers', $4, 1, 'test', $5, $5)`,
          [id, cluster, call, state, now],
        );
        for (const [position, member] of members.entries())
          await manager.query(
            `insert into consortium_seat (id, consortium_id, cluster_id, participation, organisation_id, need_ids, state,
               required, position, version) values ($1, $2, $3, $4, $5, '{}', 'confirmed', true, $6, 1)`,
            [randomUUID(), id, cluster, position === 0 ? 'coordinator' : 'beneficiary', member, position],
          );
      });
    };
    await board(calls[0]!, 'funded', [first, second]);
    await board(calls[1]!, 'submitted', [first]);
    // the same pair again, not so far: it counts once, as far as it came
    await board(calls[1]!, 'agreed', [first]);
    const after = await get<OutcomeChainsResponse>('outcomes?lang=en');
    const more = (stage: keyof OutcomeChainsResponse['whole']): number =>
      after.whole[stage] - before.whole[stage];
    expect([more('agreed'), more('submitted'), more('funded')]).toEqual([3, 3, 2]);
    expect([after.members.funded, after.calls.funded, after.led]).toEqual([2, 1, 2]);
    expect(after.fundedBoards).toMatchObject([{ title: 'Grippers', grant: null }]);
    for (const parts of [after.byProgramme, after.byEcosystem, after.byKind])
      for (const stage of ['suggested', 'asked', 'accepted', 'agreed', 'submitted', 'funded'] as const)
        expect(parts.reduce((sum, { counts }) => sum + counts[stage], 0)).toBe(after.whole[stage]);
    expect((await get<OutcomeChainsResponse>('outcomes?span=year')).whole).toEqual(after.whole);
  });

  it('C-07, C-08 moves newcomers up by a lever that is logged and taken back, and touches no score', async () => {
    const fairness = (): Promise<FairnessResponse> => get('fairness');
    const call = (await all()).items[0]!.id;
    const partners = async (): Promise<Map<string, string>> => {
      const answer = await fetch(`${service.address}/api/v1/opportunities/${call}/suggestions?limit=50`);
      const { suggestions } = (await answer.json()) as {
        suggestions: { organisation: { id: string }; fit: { score: number } }[];
      };
      return new Map(suggestions.map(({ organisation, fit }) => [organisation.id, String(fit.score)]));
    };
    const turn = async (init: RequestInit): Promise<number> =>
      (await fetch(`${service.address}/api/v1/insights/fairness/newcomer-share`, init)).status;
    const set = (body: object): Promise<number> =>
      turn({ method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const usual = await fairness();
    const order = await partners();
    expect(usual.changes).toEqual([]);
    expect(await turn({ method: 'DELETE' })).toBe(409);
    expect(await set({ share: 0.6, reason: 'too much' })).toBe(400);
    expect(await set({ share: 0.5, reason: 'Newcomers are few among those we ask' })).toBe(204);
    const changed = await fairness();
    expect(changed.newcomerShare).toBe(0.5);
    expect(changed.changes).toMatchObject([{ share: 0.5, undo: false }]);
    expect(changed.suggestions).toBe(usual.suggestions);
    const newcomers = ({ byExperience }: FairnessResponse): number =>
      byExperience.find(({ code }) => code === 'newcomer')?.suggestions ?? 0;
    expect(newcomers(changed)).toBeGreaterThanOrEqual(newcomers(usual));
    const reordered = await partners();
    for (const [id, score] of reordered) if (order.has(id)) expect(score).toBe(order.get(id));
    expect(await turn({ method: 'DELETE' })).toBe(204);
    const back = await fairness();
    expect([back.newcomerShare, back.changes.length]).toEqual([usual.newcomerShare, 2]);
    expect([...(await partners()).keys()]).toEqual([...order.keys()]);
    for (const groups of [back.byExperience, back.byKind, back.byProvince])
      expect(groups.reduce((sum, { suggestions }) => sum + suggestions, 0)).toBe(back.suggestions);
  });

  it('reports a month in counts, as its mail does', async () => {
    const report = await get<ManagementReportResponse>('report');
    expect(report.month).toBe('2026-11');
    expect(report.figures).toMatchObject({ calls: (await all()).total, members: (await membersOf()).size });
    await expect(get('report?month=2026-13')).rejects.toThrow('400');
  });

  async function officerOf(slug: string): Promise<Scope> {
    const operator = await service.app.get(CurrentScope).operator();
    const { cluster } = await service.app.get(ReadRadar).all(operator, { cluster: slug, asOf: now });
    return { role: 'officer', clusters: [cluster.id] };
  }

  /** Listed call → how many of another cluster's members fit it that are not ours as well. */
  async function fitsBeyondOurs(theirs: Scope): Promise<Map<string, number>> {
    const own = await membersOf();
    const radar = service.app.get(ReadRadar);
    const found = new Map<string, number>();
    for (const { call } of (await radar.all(theirs, { asOf: now })).rows) {
      const { members } = await radar.one(theirs, call.id, { asOf: now });
      found.set(call.id, members.filter(({ member }) => !own.has(member.id)).length);
    }
    return found;
  }

  async function membersOf(): Promise<Set<string>> {
    const rows = await service.database.unitOfWork.run(officer, ({ manager }) =>
      manager.query<{ id: string }[]>('select organisation_id as id from membership'),
    );
    return new Set(rows.map(({ id }) => id));
  }
});
