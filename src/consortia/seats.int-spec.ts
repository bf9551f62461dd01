import type { Grant } from '../accounts/index.js';
import { FollowRequests } from './seats/follow-requests.js';
import { systemScope } from '../platform/database/scope.js';
import { signedIn } from '../../test/support/signed-in.js';
import { serveDemonstration, type ServedService } from '../../test/support/wired-service.js';
import { until } from '../../test/support/until.js';
import { FixedClock } from '../platform/clock/clock.js';

const topic = 'HORIZON-CL4-2027-01-MAT-PROD-03';

interface Offer {
  id: string;
  organisation: string;
  state: string;
  question: string | null;
  reply: string | null;
}
interface Board {
  needs: { id: string; state: string; version: number; shownTo: { cluster: string; state: string }[] }[];
  seats: {
    id: string;
    state: string;
    version: number;
    left: boolean;
    organisation: { id: string } | null;
    offers: Offer[];
    party: { pic: string | null; legalName: string | null; filledBy: string } | null;
  }[];
}
interface OwnSeat {
  id: string;
  state: string;
  open: boolean;
  needs: { text: string }[];
  partners: { name: string | null; country: string | null }[];
  missing: unknown[];
  eligibility: string;
  party: { legalName: string | null; pic: string | null; contactName: string | null };
  mayAnswer: boolean;
}
interface Problem {
  code: string;
  detail: string;
}

describe('a seat that is offered', () => {
  let service: ServedService;
  let clusters: Map<string, string>;
  let members: string[];
  let officer: string;
  let sister: string;

  beforeAll(async () => {
    service = await serveDemonstration(new FixedClock(new Date('2026-11-22T09:00:00Z')), {
      open: false,
      work: true,
    });
    await service.database.unitOfWork.run(systemScope(), async ({ manager }) => {
      const found = await manager.query<{ id: string; slug: string }[]>('select id, slug from cluster');
      clusters = new Map(found.map(({ id, slug }) => [slug, id]));
    });
    const afil = clusters.get('afil') ?? '';
    members = await service.database.unitOfWork.run(systemScope([afil]), async ({ manager }) => {
      const rows = await manager.query<{ id: string }[]>(
        `select m.organisation_id as id from membership m join organisation o on o.id = m.organisation_id
         where m.cluster_id = $1 and m.organisation_id not in (select organisation_id from role_grant where organisation_id is not null)
         order by 1 limit 14`,
        [afil],
      );
      return rows.map(({ id }) => id);
    });
    officer = await person({ role: 'officer', cluster: afil, organisation: null });
    sister = await person({ role: 'officer', cluster: clusters.get('catal') ?? '', organisation: null });
  }, 120_000);
  afterAll(() => service.close());

  const person = (grant: Grant): Promise<string> => signedIn(service, grant);
  const of = (role: 'member' | 'editor' | 'committer', organisation: string): Promise<string> =>
    person({ role, cluster: null, organisation });

  const send = async <T>(
    who: string | null,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: T }> => {
    const answer = await fetch(`${service.address}/api/v1${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(who === null ? {} : { cookie: who }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T };
  };
  const started = async (): Promise<string> =>
    (await send<{ id: string }>(officer, 'POST', '/consortia', { opportunity: topic })).body.id;
  const board = async (id: string): Promise<Board> =>
    (await send<Board>(officer, 'GET', `/consortia/${id}`)).body;
  const seated = async (id: string, body: object): Promise<string> =>
    (await send<{ id: string }>(officer, 'POST', `/consortia/${id}/seats`, body)).body.id;
  const offered = async (id: string, seat: string, organisation: string): Promise<string> => {
    const answer = await send<{ id: string }>(officer, 'POST', `/consortia/${id}/seats/${seat}/offers`, {
      organisation,
    });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };

  it('A-42: is prepared by editors and accepted by nobody but who may commit the organisation', async () => {
    const id = await started();
    const [one = ''] = members;
    const need = (await board(id)).needs[0]!;
    const seat = await seated(id, { participation: 'beneficiary', organisation: one, needs: [need.id] });
    const offer = await offered(id, seat, one);
    const [editor, committer] = [await of('editor', one), await of('committer', one)];

    const first = (await send<OwnSeat>(editor, 'GET', `/seat-offers/${offer}`)).body;
    expect(first).toMatchObject({ state: 'offered', mayAnswer: false, needs: [], open: false });
    await send(officer, 'PATCH', `/consortia/${id}/needs/${need.id}`, { version: 1, state: 'approved' });
    expect((await send<OwnSeat>(editor, 'GET', `/seat-offers/${offer}`)).body.needs).toHaveLength(1);

    const prepared = await send<OwnSeat>(editor, 'PATCH', `/seat-offers/${offer}`, {
      question: 'How many months?',
      party: { pic: '912345678', legalName: 'Robot Srl', contactName: 'Ada' },
    });
    expect(prepared.body.party).toMatchObject({ pic: '912345678', contactName: 'Ada' });
    expect((await send(editor, 'POST', `/seat-offers/${offer}/answer`, { answer: 'accepted' })).status).toBe(
      403,
    );
    expect((await send(officer, 'PATCH', `/consortia/${id}/offers/${offer}`, { reply: 'Six.' })).status).toBe(
      204,
    );
    // staff do not speak for those who have somebody to do it
    const version = (await board(id)).seats[0]!.version;
    const noted = await send<Problem>(officer, 'PATCH', `/consortia/${id}/seats/${seat}`, {
      version,
      state: 'accepted',
    });
    expect([noted.status, noted.body.code]).toEqual([403, 'consortia.committer-decides']);

    const accepted = await send<OwnSeat>(committer, 'POST', `/seat-offers/${offer}/answer`, {
      answer: 'accepted',
    });
    expect(accepted.body).toMatchObject({ state: 'accepted', mayAnswer: true, reply: 'Six.' });
    expect((await board(id)).seats[0]).toMatchObject({ state: 'accepted', party: { filledBy: 'member' } });
    // confirmed, its need is filled; given back, the need looks for somebody again
    await send(officer, 'PATCH', `/consortia/${id}/seats/${seat}`, {
      version: (await board(id)).seats[0]!.version,
      state: 'confirmed',
    });
    expect((await board(id)).needs[0]!.state).toBe('filled');
    await send(committer, 'POST', `/seat-offers/${offer}/answer`, { answer: 'withdrawn' });
    expect(await board(id)).toMatchObject({ seats: [{ state: 'withdrawn' }] });
    expect((await board(id)).needs[0]!.state).toBe('approved');
  });

  it('A-43: goes to one of two who accept at once, a hundred times, and the other is told so in words', async () => {
    const asked = members.slice(1, 3);
    const committers = await Promise.all(asked.map((organisation) => of('committer', organisation)));
    for (let round = 0; round < 100; round += 1) {
      const id = await started();
      const seat = await seated(id, { participation: 'beneficiary' });
      const offers: string[] = [];
      for (const organisation of asked) offers.push(await offered(id, seat, organisation));
      const answers = await Promise.all(
        offers.map((offer, at) =>
          send<Problem>(committers[at]!, 'POST', `/seat-offers/${offer}/answer`, { answer: 'accepted' }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const lost = answers.find(({ status }) => status === 409)?.body;
      expect(`${lost?.code} ${lost?.detail}`).toMatch(/^consortia\.seat-taken .*somebody else/);
      const [held] = (await board(id)).seats;
      expect(held?.organisation?.id).toBe(asked[answers.findIndex(({ status }) => status === 200)]);
      expect(held?.offers.map(({ state }) => state).sort()).toEqual(['accepted', 'taken']);
    }
  });

  it('M06, M08: is written of to whoever has it, once for each step, and to those who were not retained', async () => {
    const id = await started();
    const seat = await seated(id, { participation: 'beneficiary' });
    const asked = members.slice(9, 11);
    const offers: string[] = [];
    for (const organisation of asked) {
      await of('editor', organisation);
      offers.push(await offered(id, seat, organisation));
    }
    const [committer] = [await of('committer', asked[0] ?? '')];
    await send(committer, 'POST', `/seat-offers/${offers[0]}/answer`, { answer: 'accepted' });
    const change = async (to: object): Promise<void> => {
      const version = (await board(id)).seats.find((one) => one.id === seat)?.version;
      expect(
        (await send(officer, 'PATCH', `/consortia/${id}/seats/${seat}`, { version, ...to })).status,
      ).toBe(200);
    };
    await change({ effortMonths: 9 });
    // a note is staff's own
    await change({ note: 'Called on Monday.' });
    await change({ state: 'confirmed' });
    const put = (): Promise<string[]> =>
      service.database.unitOfWork.run(systemScope(), async ({ manager }) => {
        const rows = await manager.query<{ mail: string; organisation: string; cause: string }[]>(
          `select mail, organisation_id as organisation, cause from mail_delivery
           where split_part(cause, ':', 1) = any ($1::text[]) order by mail, cause`,
          [offers],
        );
        return rows
          .map(
            ({ mail, organisation, cause }) =>
              `${mail} ${cause.split(':')[1]} ${asked.indexOf(organisation)}`,
          )
          .sort();
      });
    const wanted = [
      'seat-news changed 0',
      'seat-news confirmed 0',
      'seat-news offered 0',
      'seat-news offered 1',
      'seat-taken taken 1',
    ];
    await until('the mails', async () => ((await put()).length >= wanted.length ? true : undefined));
    expect(await put()).toEqual(wanted);
    // what it says is read when it goes: one about the seat it names, in the words of its step
    const subjects = await until('a sent one', async () => {
      const rows = await service.database.unitOfWork.run(systemScope(), ({ manager }) =>
        manager.query<{ subject: string }[]>(
          `select subject from mailbox_message where subject like '%seat%' or subject like '%posto%'`,
        ),
      );
      return rows.length > 0 ? rows : undefined;
    });
    expect(subjects.every(({ subject }) => !subject.includes('undefined'))).toBe(true);
  });

  it('follows what is said to requests for it: meant for and offered to who agrees to talk, open to nobody else', async () => {
    const id = await started();
    const seat = await seated(id, { participation: 'beneficiary' });
    const [one = '', other = ''] = members.slice(12, 14);
    const reach = systemScope([...clusters.values()]);
    const moved = (organisation: string, to: 'accepted' | 'declined'): Promise<void> =>
      service.database.unitOfWork.run(reach, (unit) =>
        service.app.get(FollowRequests).moved(unit, {
          seat,
          organisation,
          to,
          now: new Date('2026-11-22T09:00:00Z'),
        }),
      );
    const held = async (): Promise<unknown> => (await board(id)).seats[0];
    await moved(one, 'accepted');
    expect(await held()).toMatchObject({
      state: 'asked',
      organisation: { id: one },
      offers: [{ state: 'offered' }],
    });
    // of two who agree to talk, the second is not put in the first one's place
    await moved(other, 'accepted');
    expect(await held()).toMatchObject({ state: 'asked', organisation: { id: one } });
    await moved(other, 'declined');
    expect(await held()).toMatchObject({ state: 'asked' });
    await moved(one, 'declined');
    expect(await held()).toMatchObject({ state: 'declined', offers: [{ state: 'declined' }] });
  });

  it('is in nobody else’s reach, and shows names of partners only to those who have a seat', async () => {
    const id = await started();
    const [, , , , one = '', other = ''] = members;
    const first = await seated(id, { participation: 'coordinator', organisation: other });
    await send(officer, 'PATCH', `/consortia/${id}/seats/${first}`, { version: 1, state: 'asked' });
    await send(officer, 'PATCH', `/consortia/${id}/seats/${first}`, { version: 2, state: 'accepted' });
    const seat = await seated(id, { participation: 'beneficiary' });
    const offer = await offered(id, seat, one);
    const [committer, stranger] = [await of('committer', one), await of('committer', members[6] ?? '')];
    expect((await send(stranger, 'GET', `/seat-offers/${offer}`)).status).toBe(404);
    expect(
      (await send(stranger, 'POST', `/seat-offers/${offer}/answer`, { answer: 'declined' })).status,
    ).toBe(404);
    expect((await send(sister, 'DELETE', `/consortia/${id}/offers/${offer}`)).status).toBe(404);
    const before = (await send<OwnSeat>(committer, 'GET', `/seat-offers/${offer}`)).body;
    expect(before.partners).toMatchObject([{ name: null }]);
    expect(before.party.legalName).not.toBeNull();
    await send(committer, 'POST', `/seat-offers/${offer}/answer`, { answer: 'accepted' });
    const after = (await send<OwnSeat>(committer, 'GET', `/seat-offers/${offer}`)).body;
    expect(after.partners[0]?.name).toEqual(expect.any(String));
    expect((await send<{ items: OwnSeat[] }>(committer, 'GET', '/seat-offers')).body.items).toHaveLength(1);
  });

  it('of somebody who left the cluster is marked, and not counted', async () => {
    const id = await started();
    const left = members[7] ?? '';
    await seated(id, { participation: 'beneficiary', organisation: left });
    expect((await board(id)).seats[0]?.left).toBe(false);
    await service.database.unitOfWork.run(systemScope([clusters.get('afil') ?? '']), ({ manager }) =>
      manager.query(`update membership set until = current_date - 1 where organisation_id = $1`, [left]),
    );
    expect((await board(id)).seats[0]?.left).toBe(true);
    const { leftOut } = (await send<{ leftOut: unknown[] }>(officer, 'GET', `/consortia/${id}/eligibility`))
      .body;
    expect(leftOut).toMatchObject([{ because: 'unknown' }]);
  });

  it('is read and filled in by a guest with a link, until it ends or is taken back', async () => {
    const id = await started();
    const need = (await board(id)).needs[0]!;
    await send(officer, 'PATCH', `/consortia/${id}/needs/${need.id}`, { version: 1, state: 'approved' });
    const seat = await seated(id, { participation: 'beneficiary', needs: [need.id] });
    const made = (
      await send<{ id: string; token: string; endsAt: string }>(
        officer,
        'POST',
        `/consortia/${id}/seats/${seat}/guest-links`,
        { days: 7 },
      )
    ).body;
    expect(made.endsAt).toBe('2026-11-29T09:00:00.000Z');
    const { token } = made;
    const seen = await send<{ needs: { text: string }[]; party: unknown }>(
      null,
      'POST',
      '/guest-seats/open',
      { token },
    );
    expect([seen.status, seen.body.needs.length, seen.body.party]).toEqual([200, 1, null]);
    for (const wrong of [{}, { party: null }, { party: { pic: '12345' } }])
      expect((await send(null, 'POST', '/guest-seats/party', { token, ...wrong })).status).toBe(400);
    const party = {
      pic: '912345679',
      legalName: 'Ghost GmbH',
      country: 'DE',
      type: 'PRC',
      contactName: 'Grete',
    };
    expect((await send(null, 'POST', '/guest-seats/party', { token, party })).status).toBe(200);
    await send(null, 'POST', '/guest-seats/answer', { token, answer: 'yes', words: 'Gladly.' });
    expect((await send<unknown[]>(officer, 'GET', `/consortia/${id}/guest-links`)).body).toMatchObject([
      { answer: 'yes', words: 'Gladly.', seat },
    ]);
    // nobody here knows them: staff seat them by what they filled in, and the check counts them
    for (const [version, state] of [
      [1, 'to-ask'],
      [2, 'asked'],
      [3, 'accepted'],
    ] as const)
      expect(
        (await send(officer, 'PATCH', `/consortia/${id}/seats/${seat}`, { version, state })).status,
      ).toBe(200);
    const { leftOut } = (await send<{ leftOut: unknown[] }>(officer, 'GET', `/consortia/${id}/eligibility`))
      .body;
    expect(leftOut).toEqual([]);
    expect((await send(officer, 'DELETE', `/consortia/${id}/guest-links/${made.id}`)).status).toBe(204);
    const ended = await send<Problem>(null, 'POST', '/guest-seats/open', { token });
    expect([ended.status, ended.body.code]).toEqual([409, 'consortia.guest-link-ended']);
    const unknown = await send<Problem>(null, 'POST', '/guest-seats/open', { token: 'B'.repeat(43) });
    expect(unknown.body.code).toBe('consortia.guest-link-not-found');
  });

  it('B-11, B-19: has needs that no member sees before they are approved and shown, and a sister cluster decides whom it tells', async () => {
    const id = await started();
    const need = (await board(id)).needs[0]!;
    const [afil = '', catal = ''] = [clusters.get('afil'), clusters.get('catal')];
    const member = await of('member', members[8] ?? '');
    const foreign = await service.database.unitOfWork.run(systemScope([catal]), async ({ manager }) => {
      const [row] = await manager.query<{ id: string }[]>(
        `select organisation_id as id from membership where cluster_id = $1 and organisation_id <> all ($2::uuid[]) limit 1`,
        [catal, members],
      );
      return row?.id ?? '';
    });
    const outsider = await of('member', foreign);
    const shown = async (who: string): Promise<{ id: string }[]> =>
      (await send<{ items: { id: string }[] }>(who, 'GET', '/needs')).body.items;
    const seen = async (who: string): Promise<string[]> => (await shown(who)).map((one) => one.id);
    const seenByAll = (): Promise<string[][]> => Promise.all([member, outsider, sister].map(seen));
    const audience = `/consortia/${id}/needs/${need.id}/audience`;
    const early = await send<Problem>(officer, 'PUT', audience, { clusters: [afil] });
    expect(early.body.code).toBe('consortia.need-not-approved');
    await send(officer, 'PATCH', `/consortia/${id}/needs/${need.id}`, { version: 1, state: 'approved' });
    expect(await seen(member)).toEqual([]);
    expect((await send(officer, 'PUT', audience, { clusters: [afil, catal] })).status).toBe(204);
    expect(await seenByAll()).toEqual([[need.id], [], [need.id]]);
    // the need, who asks and until when; of the board, and who is on it, nothing
    const facts =
      'cites cluster countries deadline id opportunity role sharedAt state text told trlFrom trlTo';
    expect(Object.keys((await shown(sister))[0]!).sort()).toEqual(facts.split(' '));
    expect((await send(sister, 'PUT', `/needs/${need.id}/telling`, { tell: false })).status).toBe(200);
    // who refused is not told from who has not answered
    expect((await board(id)).needs[0]?.shownTo.map(({ state }) => state).sort()).toEqual(['asked', 'told']);
    expect(await seen(outsider)).toEqual([]);
    await send(sister, 'PUT', `/needs/${need.id}/telling`, { tell: true, organisations: [foreign] });
    expect(await seen(outsider)).toEqual([need.id]);
    // its words change: it is a draft again, and nobody but staff sees it
    const { version } = (await board(id)).needs[0]!;
    await send(officer, 'PATCH', `/consortia/${id}/needs/${need.id}`, { version, text: 'Somebody else.' });
    expect(await seenByAll()).toEqual([[], [], []]);
  });
});
