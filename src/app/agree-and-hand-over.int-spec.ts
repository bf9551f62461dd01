import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { unzipSync, strFromU8 } from 'fflate';

import type { Grant } from '../accounts/index.js';
import { systemScope } from '../platform/database/scope.js';
import { TellPartners } from '../consortia/index.js';
import { SeatRequests } from '../introductions/index.js';
import { Letters } from '../platform/mail/index.js';
import { ImportCordis, ImportOpportunities } from '../ingest/index.js';
import { MovableClock } from '../../test/support/movable-clock.js';
import { readRealCordis, type RealCordis } from '../../test/support/real-cordis.js';
import { signedIn } from '../../test/support/signed-in.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';

const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

interface Readiness {
  ready: boolean;
  eligibility: string;
  items: {
    item: string;
    kind: string;
    blocks: boolean;
    waivable: boolean;
    waiver: { reason: string } | null;
  }[];
}
interface Outcome {
  state: string;
  ask: string | null;
  fundedGrant: string | null;
  proposals: { grantId: string; shared: { pic: string }[]; topic: string }[];
}
interface Board {
  version: number;
  state: string;
  needs: { id: string; version: number; text: string }[];
  seats: { id: string; version: number }[];
}

describe('a consortium that is agreed and handed over', () => {
  let service: ServedService;
  let officer: string;
  let id: string;
  const clock = new MovableClock(new Date('2026-11-22T09:00:00Z'));
  const pics = ['955500001', '955500002', '955500003'];
  const names = ['Łódzka Sp. z o.o.', 'Hôpital <b>Saint-Jean</b> & Fils', 'Αθήνα Robotics'];

  beforeAll(async () => {
    service = await serveDemonstration(clock, { open: false });
    const afil = await service.database.unitOfWork.run(systemScope(), async ({ manager }) => {
      const [row] = await manager.query<{ id: string }[]>(`select id from cluster where slug = 'afil'`);
      return row?.id ?? '';
    });
    const grant: Grant = { role: 'officer', cluster: afil, organisation: null };
    officer = await signedIn(service, grant);
    await plant();
    id = (await send<{ id: string }>('POST', '/consortia', { opportunity: topic })).body.id;
  }, 120_000);
  afterAll(() => service.close());

  /** Three invented organisations in three countries, and a project that they won together. */
  async function plant(): Promise<void> {
    await service.database.unitOfWork.run(systemScope(), async ({ manager }) => {
      for (const [at, pic] of pics.entries()) {
        await manager.query(
          `insert into organisation (id, pic, listed, invented) values ($1, $2, true, true)`,
          [organisationId(at), pic],
        );
        await manager.query(
          `insert into organisation_record (id, organisation_id, source, observed_on, legal_name, folded_name, country, nuts, type, sme)
           values (gen_random_uuid(), $1, 'demo', '2026-01-01', $2, lower($2), $3, $4, 'PRC', true)`,
          [organisationId(at), names[at], ['PL', 'FR', null][at], ['PL71', 'FRK2', 'EL30'][at]],
        );
      }
      await manager.query(
        `insert into project (id, framework, grant_id, acronym, title, topic, observed_on, invented)
         values ($1, 'HORIZON', '999000111', 'PLANTED', 'A planted project', $2, '2027-09-01', true)`,
        [organisationId(9), topic.toLowerCase()],
      );
      for (const at of pics.keys())
        await manager.query(
          `insert into participation (project_id, organisation_id, role, position, ended)
           values ($1, $2, $3, $4, false)`,
          [organisationId(9), organisationId(at), at === 0 ? 'coordinator' : 'participant', at + 1],
        );
    });
  }
  const organisationId = (at: number): string => `01890000-0000-7000-8000-00000000010${at}`;

  const send = async <T>(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: T }> => {
    const answer = await raw(method, path, body);
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T };
  };
  const raw = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${service.address}/api/v1${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: officer,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const board = async (): Promise<Board> => (await send<Board>('GET', `/consortia/${id}`)).body;
  const kinds = ({ items }: Readiness): string[] =>
    items.filter(({ blocks, waiver }) => blocks && waiver === null).map(({ kind }) => kind);
  const readiness = async (): Promise<Readiness> =>
    (await send<Readiness>('GET', `/consortia/${id}/readiness`)).body;
  const move = async (seat: string, states: readonly string[]): Promise<void> => {
    for (const state of states) {
      const version = (await board()).seats.find((one) => one.id === seat)?.version;
      expect((await send('PATCH', `/consortia/${id}/seats/${seat}`, { version, state })).status).toBe(200);
    }
  };
  const agree = async (): Promise<{ status: number; body: { code: string; detail: string } }> =>
    send('POST', `/consortia/${id}/agreement`, { version: (await board()).version });

  it('B-31, B-32: is refused with the item named, until every required seat is confirmed and every rule passed or waived', async () => {
    const seats: string[] = [];
    for (const at of pics.keys())
      seats.push(
        (
          await send<{ id: string }>('POST', `/consortia/${id}/seats`, {
            participation: at === 0 ? 'coordinator' : 'beneficiary',
            organisation: pics[at],
            effortMonths: 12,
          })
        ).body.id,
      );
    const spare = (
      await send<{ id: string }>('POST', `/consortia/${id}/seats`, { participation: 'beneficiary' })
    ).body.id;
    for (const seat of seats) await move(seat, ['asked', 'accepted']);
    expect(kinds(await readiness())).toEqual(
      expect.arrayContaining(['no-coordinator', 'seat-not-confirmed']),
    );
    for (const seat of seats) await move(seat, ['confirmed']);
    const refused = await agree();
    expect([refused.status, refused.body.code]).toEqual([409, 'consortia.not-ready']);
    expect(refused.body.detail).toContain(`seat:${spare}`);
    // it can be done without
    await send('PATCH', `/consortia/${id}/seats/${spare}`, { version: 1, required: false });
    const left = (await readiness()).items.filter(({ blocks }) => blocks);
    expect(left.every(({ kind, waivable }) => kind === 'rule' && waivable)).toBe(true);
    expect(
      (await send('PUT', `/consortia/${id}/waivers`, { item: 'coordinator', reason: 'No need.' })).status,
    ).toBe(409);
    for (const { item } of left)
      await send('PUT', `/consortia/${id}/waivers`, {
        item,
        reason: 'Statements on owners are in our files.',
      });
    expect(await readiness()).toMatchObject({ ready: true });
    // public data are not asked before there is anything to find out
    expect((await send<Outcome>('GET', `/consortia/${id}/outcome`)).body.proposals).toEqual([]);
    const contact = {
      pic: pics[1],
      legalName: names[1],
      contactName: 'Grete',
      contactEmail: 'grete@prova.example',
    };
    await send('PUT', `/consortia/${id}/seats/${seats[1]}/party`, contact);
    expect((await agree()).status).toBe(200);
    expect((await board()).state).toBe('agreed');
  });

  it('A-44, M07: is told to every partner who can be reached, each the same sheet, once', async () => {
    const system = systemScope([await afilId()]);
    const queued = await service.database.unitOfWork.run(system, ({ manager }) =>
      manager.query<{ payload: { news: 'agreed'; id: string; mark: string } }[]>(
        `select payload from outbox where payload->>'news' = 'agreed'`,
      ),
    );
    expect(queued.map(({ payload }) => payload.id)).toEqual([id]);
    for (const { payload } of [...queued, ...queued]) await service.app.get(TellPartners).tell(payload);
    const put = await service.database.unitOfWork.run(system, ({ manager }) =>
      manager.query<{ organisation: string; content: { consortium: string } }[]>(
        `select organisation_id as organisation, content from mail_delivery where mail = 'consortium-agreed'`,
      ),
    );
    // of the others nobody knows an address
    expect(put).toEqual([{ organisation: organisationId(1), content: { consortium: id } }]);
    const letter = await service.database.unitOfWork.run(system, (unit) =>
      service.app
        .get(Letters)
        .writer('consortium-agreed')!
        .compose(unit, {
          id,
          content: { consortium: id },
          language: 'it',
          to: { name: 'Grete', address: 'grete@prova.example' },
          clusters: system.clusters,
          organisation: null,
          base: 'https://tessera.example',
        }),
    );
    const told = JSON.stringify(letter);
    const parties = [...pics, ...names, 'Grete, grete@prova.example', 'Polonia', 'Beneficiario'];
    const call = [topic, '2 febbraio 2027', `["Coordinatore","${names[0]}"]`];
    const check = ['Da verificare', 'edizione del 11 dicembre 2025', 'riferita al 22 novembre 2026'];
    for (const said of [...parties, ...call, ...check, 'Statements on owners']) expect(told).toContain(said);
  });

  it('hears of requests for its seats', async () => {
    const other = (await send<{ id: string }>('POST', '/consortia', { opportunity: topic })).body.id;
    const seat = await send<{ id: string }>('POST', `/consortia/${other}/seats`, {
      participation: 'beneficiary',
    });
    const said = {
      seat: seat.body.id,
      organisation: organisationId(0),
      introduction: other,
      now: clock.now(),
    };
    await service.database.unitOfWork.run(systemScope([await afilId()]), (unit) =>
      service.app.get(SeatRequests).moved(unit, { ...said, from: 'read', to: 'accepted' }),
    );
    const { seats } = (await send<{ seats: { state: string }[] }>('GET', `/consortia/${other}`)).body;
    expect(seats).toMatchObject([{ state: 'asked' }]);
  });

  it('is not agreed by the back door', async () => {
    const other = (await send<{ id: string }>('POST', '/consortia', { opportunity: topic })).body.id;
    for (const [version, state] of [
      [1, 'forming'],
      [2, 'checked'],
    ] as const)
      await send('PATCH', `/consortia/${other}`, { version, state });
    const refused = await send<{ code: string }>('PATCH', `/consortia/${other}`, {
      version: 3,
      state: 'agreed',
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'consortia.agree-first']);
  });

  it('A-45, B-32, B-33: gives a sheet in three formats, in the order of Part A, with what was waived and by whom, in both languages', async () => {
    const word = async (lang: string): Promise<string> => {
      const answer = await raw('GET', `/consortia/${id}/handover/docx?lang=${lang}`);
      expect(answer.headers.get('content-type')).toContain('wordprocessingml');
      const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      return strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    };
    const en = await word('en');
    const escaped = 'Hôpital &lt;b&gt;Saint-Jean&lt;/b&gt; &amp; Fils';
    // in the order in which the portal asks: who it is, from where, in what role, whom to write to
    const cells = en.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
    expect(cells).toContain('|PIC|Legal name|Country|Type|SME|Role|Contact|');
    expect(cells).toContain(`|2|${pics[1]}|${escaped}|FR|PRC|yes|beneficiary|Grete, grete@prova.example|`);
    const parties = [...pics, names[0]!, escaped, names[2]!];
    const told = ['Statements on owners', 'Ada Bianchi', 'coordinator', topic];
    expect([...parties, ...told].filter((text) => !en.includes(text))).toEqual([]);
    const it_ = await word('it');
    expect(it_).toContain('Scheda di consegna');
    // what was waived stands there in words
    expect([en, it_].filter((text) => /rule:[a-z]/.test(text))).toEqual([]);
    const pdf = await (await raw('GET', `/consortia/${id}/handover/pdf?lang=it`)).text();
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    const book = unzipSync(
      new Uint8Array(await (await raw('GET', `/consortia/${id}/handover/xlsx`)).arrayBuffer()),
    );
    expect(strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).includes(pics[1] ?? '-')).toBe(
      true,
    );
    expect((await raw('GET', `/consortia/${id}/handover/exe`)).status).toBe(400);
  });

  it('B-20: has texts of an approved need for four places, with nobody of the board in them', async () => {
    const need = (await board()).needs[0]!;
    const path = `/consortia/${id}/needs/${need.id}`;
    expect((await send('GET', `${path}/texts`)).status).toBe(409);
    await send('PATCH', path, { version: need.version, state: 'approved' });
    const texts = (await send<Record<string, string>>('GET', `${path}/texts`)).body;
    expect(Object.keys(texts).sort()).toEqual(['eccp', 'een', 'news', 'portal']);
    for (const text of Object.values(texts)) {
      expect(text).toContain(need.text);
      for (const secret of [...pics, ...names]) expect(text).not.toContain(secret);
    }
    expect(texts['news']).toContain('cerca un partner');
    expect(texts['portal']!.length).toBeLessThanOrEqual(2_000);
  });

  it('B-35, C-14: is asked about after the deadline, and proposed as funded by public data until somebody confirms it', async () => {
    clock.set(new Date('2028-01-10T09:00:00Z'));
    officer = await signedIn(service, { role: 'officer', cluster: await afilId(), organisation: null });
    const { body } = await send<{ items: Outcome[] }>('GET', '/outcomes');
    expect(body.items).toMatchObject([{ ask: 'submitted', proposals: [{ grantId: '999000111' }] }]);
    expect(body.items[0]?.proposals[0]?.shared.map(({ pic }) => pic)).toEqual(pics);
    expect((await board()).state).toBe('agreed');
    const said = await send<Outcome>('POST', `/consortia/${id}/outcome`, {
      version: (await board()).version,
      state: 'funded',
      grant: '999000111',
    });
    expect(said.body).toMatchObject({ state: 'funded', ask: null, fundedGrant: '999000111', proposals: [] });
    const again = await send('POST', `/consortia/${id}/outcome`, {
      version: (await board()).version,
      state: 'dropped',
    });
    expect(again.status).toBe(409);
  });

  describe('of 2022, from the real rows of CORDIS', () => {
    const call = 'HORIZON-CL6-2022-FARM2FORK-01-03';
    const won = '101084097';
    const cluster = '911398518';
    /** partners of it who were in one project before */
    const together = ['999513803', '999991722', '999993080'];
    const real = readRealCordis();
    const it = real === undefined ? test.skip : test;

    /** What was signed before November 2022, and the call: nothing of the project that came of it. */
    const known = async (cordis: RealCordis, partners: readonly string[]): Promise<void> => {
      await cordis.withExport(
        cordis.before('2022-11-01', partners).filter((grant) => grant !== won),
        (folder) => service.app.get(ImportCordis).run(folder),
      );
      const folder = await mkdtemp(join(tmpdir(), 'tessera-topics-'));
      const row = `CL6,HORIZON-CL6-2022-FARM2FORK-01,${call},Enhancing biosecurity in terrestrial livestock production,RIA,2021-10-28,2022-02-23`;
      await writeFile(
        join(folder, 'topics.csv'),
        `part,callId,topicId,title,typeOfAction,opening,deadline1\n${row}\n`,
      );
      await service.app.get(ImportOpportunities).topics(join(folder, 'topics.csv'));
      await rm(folder, { recursive: true });
    };

    it('is proposed as grant 101084097, with the cluster in it, and funded once an officer says so', async () => {
      const cordis = real!;
      clock.set(new Date('2022-10-31T09:00:00Z'));
      officer = await signedIn(service, { role: 'officer', cluster: await afilId(), organisation: null });
      const partners = cordis.participants(won).map((row) => row['organisationID'] ?? '');
      expect(partners).toContain(cluster);
      await known(cordis, partners);
      id = (await send<{ id: string }>('POST', '/consortia', { opportunity: call })).body.id;
      // four whom open data knew by then, and the cluster, which they did not: Part A says who it is
      const seats = [await seated({ participation: 'coordinator', organisation: partners[0] })];
      for (const organisation of together)
        seats.push(await seated({ participation: 'beneficiary', organisation }));
      const own = await seated({ participation: 'beneficiary' });
      seats.push(own);
      const party = {
        pic: cluster,
        legalName: 'Cluster agrifood',
        country: 'IT',
        type: 'OTH',
        contactName: 'Ada',
      };
      await send('PUT', `/consortia/${id}/seats/${own}/party`, party);
      await move(own, ['to-ask']);
      for (const seat of seats) await move(seat, ['asked', 'accepted', 'confirmed']);
      for (const { item, blocks } of (await readiness()).items)
        if (blocks)
          await send('PUT', `/consortia/${id}/waivers`, {
            item,
            reason: 'Replayed by rules of a later year.',
          });
      expect((await agree()).status).toBe(200);
      const outcome = async (): Promise<Outcome> =>
        (await send<Outcome>('GET', `/consortia/${id}/outcome`)).body;
      // three of them were in another project before; its topic is another
      expect((await outcome()).proposals).toEqual([]);

      clock.set(new Date('2025-11-20T09:00:00Z'));
      officer = await signedIn(service, { role: 'officer', cluster: await afilId(), organisation: null });
      const ofTopic = cordis.ofTopic(call);
      expect(ofTopic.length).toBeGreaterThan(1);
      await cordis.withExport(ofTopic, (folder) => service.app.get(ImportCordis).run(folder));
      const { proposals, state } = await outcome();
      expect(state).toBe('agreed');
      // the other project of the topic is somebody else's
      expect(proposals.map(({ grantId }) => grantId)).toEqual([won]);
      expect(proposals[0]?.shared.map(({ pic }) => pic)).toEqual([cluster, partners[0], ...together].sort());
      const { version } = await board();
      const said = await send<Outcome>('POST', `/consortia/${id}/outcome`, {
        version,
        state: 'funded',
        grant: won,
      });
      expect(said.body).toMatchObject({ state: 'funded', fundedGrant: won, proposals: [] });
    }, 120_000);

    const seated = async (facts: object): Promise<string> =>
      (await send<{ id: string }>('POST', `/consortia/${id}/seats`, facts)).body.id;
  });

  const afilId = async (): Promise<string> =>
    service.database.unitOfWork.run(systemScope(), async ({ manager }) => {
      const [row] = await manager.query<{ id: string }[]>(`select id from cluster where slug = 'afil'`);
      return row?.id ?? '';
    });
});
