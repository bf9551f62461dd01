import { HttpClient } from '../../test/support/http-client.js';
import { accept, ask, decline, RequestDesk } from '../../test/support/request-desk.js';
import { openSession } from '../../test/support/signed-in.js';
import { twoClusters, type Firm, type TwoClusters } from '../../test/support/two-clusters.js';

/** A Monday. */
const monday = new Date('2026-11-02T09:00:00Z');

describe('the two sides of a request', () => {
  let world: TwoClusters;
  let desk: RequestDesk;
  beforeEach(() => void (world.clock.moment = new Date(monday)));
  beforeAll(async () => {
    world = await twoClusters(monday);
    desk = new RequestDesk(world);
  }, 120_000);
  afterAll(() => world.close());

  const browserOf = async ({ asker }: Pick<Firm, 'asker'>): Promise<HttpClient> => {
    const client = new HttpClient(world.service.address);
    client.setCookie('sid', await openSession(world.service, asker.scope.user ?? ''));
    return client;
  };
  const strike = async (iso: string): Promise<void> => {
    world.clock.moment = new Date(iso);
    await desk.clocks.run();
    await world.sendMails();
  };

  it('A-31 keeps to itself whatever says who is behind a mask, and tells the sender what it took out', async () => {
    const [a, b] = [world.firms[1], await desk.newFirm(1)];
    const told = {
      name: `${a.canary} Meccanica`,
      address: a.email,
      link: `https://www.${a.canary}.it/logo.png`,
      patent: 'EP 3456789 B1',
      phone: '+39 030 123 4567',
      number: 'PIC 999888777',
    };
    const id = await desk.drafts.draft(a.asker, desk.request({ ...desk.to(b, true), role: 'cells' }));
    const text = `We open cells. ${Object.values(told).join(' and ')}.`;
    await desk.write.change(a.asker, id, { version: 1, parts: [{ key: 'bring', text, source: null }] });
    const browser = await browserOf(a);
    const draft = (await browser.get(`/api/v1/introductions/${id}`)).body as { removed: { text: string }[] };
    const removed = draft.removed.map((one) => one.text).join(' ');
    await desk.write.send(a.asker, id);
    await world.sendMails();
    await world.mails.mailTo(b.email, 'organisation of another cluster');
    const reader = await browserOf(b);
    const seen = [
      ...desk.inboxOf(b.email),
      (await reader.get(`/api/v1/introductions/${id}`)).text,
      (await reader.get(`/api/v1/introductions/${id}/export`)).text,
    ].join('\n');
    expect(seen).toContain('We open cells.');
    for (const [kind, one] of Object.entries(told)) {
      const digits = /\d{3}.*\d{3}/.exec(one)?.[0] ?? one;
      expect([kind, removed.includes(digits)]).toEqual([kind, true]);
      expect([kind, seen.toLowerCase().includes(one.toLowerCase())]).toEqual([kind, false]);
      expect([kind, seen.includes(digits)]).toEqual([kind, false]);
    }
    expect(seen).not.toContain(a.canary);
  });

  it('A-38 are told who the other is at the same moment, which is written down twice; before it nothing says so', async () => {
    const [a, b] = [world.firms[1], await desk.newFirm(1)];
    const id = await desk.sent(a.asker, desk.to(b, true));
    await desk.answers.answer(b.asker, id, ask);
    const [one, two] = [await browserOf(a), await browserOf(b)];
    const read = async (by: HttpClient): Promise<string> => {
      const base = '/api/v1/introductions';
      const answers = await Promise.all(
        [base, `${base}/${id}`, `${base}/${id}/export`].map((path) => by.get(path)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      return answers.map(({ text }) => text).join('\n');
    };
    for (const [reader, other] of [
      [one, b],
      [two, a],
    ] as const)
      for (const secret of [other.canary, other.id, other.email])
        expect((await read(reader)).includes(secret)).toBe(false);
    await desk.answers.answer(b.asker, id, accept);
    for (const [reader, other] of [
      [one, b],
      [two, a],
    ] as const)
      for (const secret of [other.canary, other.id, other.email])
        expect((await read(reader)).includes(secret)).toBe(true);
    const revealed = await desk.rows<{ organisation: string; at: Date }>(
      `select organisation_id as organisation, at from audit_entry
       where action = 'contact.revealed' and subject ->> 'introduction' = $1`,
      [id],
    );
    expect(revealed.map(({ organisation }) => organisation).sort()).toEqual([a.id, b.id].sort());
    expect(new Set(revealed.map(({ at }) => at.toISOString())).size).toBe(1);
  });

  it('take no message with another’s identity, nor one of somebody who is no side of it', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const id = await desk.sent(a.asker, desk.to(b));
    await desk.answers.answer(b.asker, id, accept);
    const path = `/api/v1/introductions/${id}/messages`;
    const browser = await browserOf(a);
    const forged = [
      { side: 'recipient' },
      { author: b.asker.scope.user },
      { by: `Ada ${b.canary}` },
      { organisation: b.id },
    ];
    for (const more of forged)
      expect((await browser.post(path, { text: 'I am them', ...more })).status).toBe(400);
    for (const stranger of [world.firms[1], world.firms[3]])
      expect((await (await browserOf(stranger)).post(path, { text: 'I am them' })).status).toBe(404);
    // staff read what their members ask for, and write in nobody’s name
    const officer = await browserOf(world.officers[0]);
    expect((await officer.post(path, { text: 'I am them' })).status).toBe(403);
    expect((await browser.post(path, { text: 'It is us' })).status).toBe(200);
    const { messages } = await desk.show.one(b.asker, id);
    expect(messages.map(({ side, text, by }) => [side, text, by])).toEqual([
      ['sender', 'It is us', `Ada ${a.canary}`],
    ]);
  });

  it('B-22 silence is told to officers of the recipient’s cluster alone, who read no name of a masked sender', async () => {
    const [a, b] = [world.firms[1], await desk.newFirm(1)];
    const id = await desk.sent(a.asker, { ...desk.to(b, true), role: 'cells across' });
    await strike('2026-11-09T08:00:00Z');
    const told = ({ email }: { email: string }): string =>
      desk
        .inboxOf(email)
        .filter((text) => text.includes('No answer for five working days') && text.includes('cells across'))
        .join('\n');
    const [own, theirs] = world.officers;
    expect([told(own), told(theirs) === '']).toEqual(['', false]);
    expect(told(theirs)).not.toContain(a.canary);
    await expect(desk.answers.call(own.asker, id)).rejects.toThrow('calling');
    await desk.answers.call(theirs.asker, id);
    const { introduction } = await desk.show.one(theirs.asker, id);
    // the call on Monday stops the clock until Thursday; expiry moves by as many working days
    expect(introduction.expireAt?.toISOString()).toBe('2026-11-19T08:00:00.000Z');
  });

  it.each([accept, decline, ask])(
    'A-32 hear no step of the clock any more after "$answer"',
    async (answer) => {
      const [a, b] = [world.firms[0], await desk.newFirm(0)];
      const role = `clock of ${answer.answer}`;
      const id = await desk.sent(a.asker, { ...desk.to(b), role });
      await desk.answers.answer(b.asker, id, answer);
      for (const at of ['2026-11-05T08:00:00Z', '2026-11-09T08:00:00Z', '2026-11-13T08:00:00Z'])
        await strike(at);
      const { introduction, changes } = await desk.show.one(a.asker, id);
      expect(introduction).toMatchObject({ state: answer.answer, remindAt: null, escalateAt: null });
      expect(changes.map(({ deed }) => deed)).not.toContain('reminded');
      const mails = [b, world.officers[0]].flatMap(({ email }) => desk.inboxOf(email));
      const late = mails.filter((text) => text.includes(role) && /Reminder|five working days/.test(text));
      expect(late).toEqual([]);
    },
  );

  it('A-34 of all clusters together ask one organisation three times in a week, and no more', async () => {
    const b = await desk.newFirm(0);
    const states: string[] = [];
    for (const from of [0, 2, 1, 3] as const) {
      const { asker } = world.firms[from];
      states.push(await desk.state(asker, await desk.sent(asker, desk.to(b, from >= 2))));
    }
    expect(states).toEqual(['sent', 'sent', 'sent', 'draft']);
  });

  it('A-36 read how they answer themselves: nobody reads it of somebody behind a mask', async () => {
    const b = await desk.newFirm(0);
    let last = '';
    for (let count = 0; count < 5; count += 1) {
      const { asker } = world.firms[2];
      last = await desk.sent(asker, desk.to(b, true));
      world.clock.forward(7 * 24);
      await desk.clocks.run();
      await desk.answers.answer(b.asker, last, decline);
    }
    expect((await desk.show.one(b.asker, last)).band).toBe('nearly-always');
    expect((await desk.show.one(world.firms[2].asker, last)).band).toBeNull();
  });

  it('B-21 have a status and a next date in every state', async () => {
    const a = await desk.newFirm(0);
    const made = async (): Promise<{ id: string; b: Firm }> => {
      const b = await desk.newFirm(0);
      return { id: await desk.sent(a.asker, { ...desk.to(b), role: b.canary }), b };
    };
    await desk.drafts.draft(a.asker, desk.request(desk.to(await desk.newFirm(0))));
    for (const answer of [accept, decline, ask]) {
      const { id, b } = await made();
      await desk.answers.answer(b.asker, id, answer);
    }
    const { id, b } = await made();
    await desk.answers.read(b.asker, id);
    await desk.write.withdraw(a.asker, (await made()).id);
    await made();
    const browser = await browserOf(a);
    const rows = async (): Promise<{ state: string; column: string; nextAt: string }[]> =>
      ((await browser.get('/api/v1/introductions')).body as { items: never[] }).items;
    const seen = new Set<string>();
    for (const at of ['2026-11-02T09:00:00Z', '2026-11-09T08:00:00Z', '2026-11-30T08:00:00Z']) {
      await strike(at);
      for (const { state, column, nextAt } of await rows()) {
        seen.add(state);
        expect([state, column === '', Number.isNaN(Date.parse(nextAt))]).toEqual([state, false, false]);
      }
    }
    expect([...seen].sort()).toEqual([
      'accepted',
      'declined',
      'draft',
      'escalated',
      'expired',
      'more-information',
      'read',
      'sent',
      'withdrawn',
    ]);
  });

  it('M14, B-24 a guest reads what is asked, by whom and how data are used, and declines without an account', async () => {
    const officer = world.officers[0];
    const guest = { name: 'Gaspare Ospite', email: 'gaspare@guest.example' };
    const whom = { organisation: null, mask: null, guest, outside: false };
    const id = await desk.sent(officer.asker, { whom, role: 'owner of fleet data' });
    await world.sendMails();
    const mail = await world.mails.mailTo(guest.email);
    for (const said of [
      'owner of fleet data',
      'Cluster uno',
      'used for nothing',
      '.accept',
      '.ask',
      '.decline',
    ])
      expect([said, mail.includes(said)]).toEqual([said, true]);
    const token = /answer#([\w-]{43})\.decline/.exec(mail)?.[1] ?? '';
    const link = new HttpClient(world.service.address);
    const declined = await link.post('/api/v1/introduction-links/answer', {
      token,
      answer: 'declined',
      reason: 'timing',
    });
    expect([declined.status, declined.body.state]).toEqual([200, 'declined']);
    expect(await desk.state(officer.asker, id)).toBe('declined');
  });
});
