import { HttpClient } from '../../test/support/http-client.js';
import { accept, ask, decline, RequestDesk } from '../../test/support/request-desk.js';
import { openSession } from '../../test/support/signed-in.js';
import { twoClusters, type Firm, type TwoClusters } from '../../test/support/two-clusters.js';
import { Removals } from '../accounts/index.js';
import { newId } from '../platform/ids/uuid.js';

/** A Monday. */
const monday = new Date('2026-11-02T09:00:00Z');

describe('ways of a request', () => {
  let world: TwoClusters;
  let desk: RequestDesk;
  let officer: HttpClient;
  beforeEach(() => void (world.clock.moment = new Date(monday)));
  beforeAll(async () => {
    world = await twoClusters(monday);
    desk = new RequestDesk(world);
    officer = await clientOf(world.officers[0].asker.scope.user ?? '');
  }, 120_000);
  afterAll(() => world.close());

  async function clientOf(user: string): Promise<HttpClient> {
    const client = new HttpClient(world.service.address);
    client.setCookie('sid', await openSession(world.service, user));
    return client;
  }
  const firmClient = (firm: Firm): Promise<HttpClient> => clientOf(firm.asker.scope.user ?? '');
  const linkIn = (text: string, deed: string): string =>
    new RegExp(`answer#([\\w-]{43})\\.${deed}`).exec(text)?.[1] ?? '';
  const byLink = (what: string, token: string, more: object = {}) =>
    new HttpClient(world.service.address).send('POST', `/api/v1/introduction-links/${what}`, {
      token,
      ...more,
    });
  const mailed = (email: string, holding: string): string[] =>
    desk.inboxOf(email).filter((text) => text.includes(holding));
  /** A seat on a board of the first cluster. */
  const aSeat = async (): Promise<string> => {
    const board = await officer.send('POST', '/api/v1/consortia', {
      idea: 'Take battery packs apart again.',
    });
    const { id } = board.body as { id: string };
    const seat = await officer.send('POST', `/api/v1/consortia/${id}/seats`, {
      participation: 'beneficiary',
    });
    expect([board.status, seat.status]).toEqual([201, 201]);
    const [row] = await desk.rows<{ id: string }>(
      'select id from consortium_seat where consortium_id = $1 order by position desc limit 1',
      [id],
      [world.officers[0].cluster],
    );
    return row?.id ?? '';
  };
  /** An invented call that closes at that moment. */
  const aCall = async (at: string): Promise<string> => {
    const id = newId();
    await desk.rows(
      `insert into opportunity (id, kind, identifier, identifier_key, title, stated_status, observed_at, invented, deadlines)
       values ($1::uuid, 'topic', $1::text, $1::text, 'An invented call', 'open', now(), true, $2)`,
      [id, JSON.stringify([{ at, zone: 'Europe/Brussels', stage: 'single' }])],
    );
    return id;
  };

  it('M08, B-23 thanks whoever else was asked for a seat that is filled, once, and keeps those who wish it', async () => {
    const [b, c] = [await desk.newFirm(0), await desk.newFirm(0)];
    const seat = await aSeat();
    const whose = world.officers[0].asker;
    const id = await desk.sent(whose, { ...desk.to(b), seat });
    const winner = await desk.sent(whose, { ...desk.to(c), seat });
    await desk.answers.answer(c.asker, winner, accept);
    await desk.rows(
      `update consortium_seat set organisation_id = $2, state = 'confirmed' where id = $1`,
      [seat, c.id],
      [world.officers[0].cluster],
    );
    for (let run = 0; run < 2; run += 1) await desk.clocks.run();
    await world.sendMails();
    const thanks = mailed(b.email, 'The place is filled');
    expect([thanks.length, mailed(c.email, 'The place is filled').length]).toEqual([1, 0]);
    const token = linkIn(thanks[0] ?? '', 'keep');
    expect((await byLink('open', token)).body).toMatchObject({ state: 'withdrawn', keep: 'offered' });
    expect((await desk.show.one(whose, id)).column).toBe('declined');
    expect((await byLink('keep', token)).body).toMatchObject({ keep: 'kept' });
    expect((await byLink('keep', token)).status).toBe(200);
    expect((await desk.show.one(whose, id)).column).toBe('reserve');
    expect((await byLink('answer', token, { answer: 'declined' })).status).toBe(409);
  });

  it('tells whoever keeps the board of each step of a request for a seat, and takes no step that it refuses', async () => {
    const b = await desk.newFirm(0);
    const seat = await aSeat();
    const id = await desk.sent(world.officers[0].asker, { ...desk.to(b), seat });
    await desk.answers.read(b.asker, id);
    world.boards.refuses = true;
    await expect(desk.answers.answer(b.asker, id, accept)).rejects.toThrow('the board is gone');
    world.boards.refuses = false;
    expect(await desk.state(b.asker, id)).toBe('read');
    await desk.answers.answer(b.asker, id, accept);
    expect(
      world.boards.heard.filter(({ introduction }) => introduction === id).map(({ from, to }) => [from, to]),
    ).toEqual([
      ['draft', 'sent'],
      ['sent', 'read'],
      ['read', 'accepted'],
    ]);
    expect(world.boards.heard.at(-1)).toMatchObject({ seat, organisation: b.id });
  });

  it('B-24 lets a guest read, ask and accept without an account, and reminds once', async () => {
    const guest = { name: 'Gisella Ospite', email: 'gisella@guest.example' };
    const made = await officer.send('POST', '/api/v1/introductions', {
      guest,
      subject: 'Cells of buses',
      role: 'data holder',
      language: 'en',
    });
    const { id } = made.body as { id: string };
    expect((await officer.send('POST', `/api/v1/introductions/${id}/send`)).status).toBe(200);
    await world.sendMails();
    const token = linkIn(await world.mails.mailTo(guest.email), 'accept');
    expect((await byLink('read', token)).body).toMatchObject({ mayAccept: true, opened: true });
    expect((await byLink('answer', token, { answer: 'more-information', note: 'Whose data?' })).status).toBe(
      200,
    );
    const thread = await officer.send('POST', `/api/v1/introductions/${id}/messages`, {
      text: 'Those of fleets.',
    });
    expect(thread.body).toMatchObject({ state: 'read' });
    world.clock.moment = new Date('2026-11-06T09:00:00Z');
    for (let run = 0; run < 2; run += 1) await desk.clocks.run();
    await world.sendMails();
    expect(mailed(guest.email, 'Reminder')).toHaveLength(1);
    expect((await byLink('open', token)).body).toMatchObject({ sender: { contact: null } });
    expect((await byLink('answer', token, { answer: 'accepted' })).body).toMatchObject({
      state: 'accepted',
      // without an account there is no other place to read it
      sender: { contact: { email: world.officers[0].email } },
    });
    await world.sendMails();
    const [agreed = '', ...more] = mailed(guest.email, 'You can talk');
    expect([agreed.includes(world.officers[0].email), more]).toEqual([true, []]);
    const member = await firmClient(world.firms[0]);
    expect((await member.send('POST', '/api/v1/introductions', { guest, subject: 'x' })).status).toBe(404);
  });

  it('B-25 sends nothing but replacements within ten days of the deadline', async () => {
    const b = await desk.newFirm(0);
    const opportunity = await aCall('2026-11-11T16:00:00Z');
    const member = await firmClient(world.firms[0]);
    const made = await member.send('POST', '/api/v1/introductions', {
      organisation: b.id,
      opportunity,
      role: 'x',
    });
    const { id } = made.body as { id: string };
    const refused = await member.send('POST', `/api/v1/introductions/${id}/send`);
    expect([refused.status, refused.body.code]).toEqual([409, 'introductions.replacement-only']);
    const draft = await member.send('GET', `/api/v1/introductions/${id}`);
    expect(draft.body).toMatchObject({ replacementOnly: true });
    await member.send('PATCH', `/api/v1/introductions/${id}`, { version: 1, replacement: true });
    expect((await member.send('POST', `/api/v1/introductions/${id}/send`)).body).toMatchObject({
      state: 'sent',
      replacement: true,
    });
    await world.sendMails();
    expect(await world.mails.mailTo(b.email, 'An invented call')).toContain('Replacement of a partner');
  });

  it('A-37 makes a file for an adviser with the fields of an enquiry, and notes that it was handed over', async () => {
    const [a, b] = [world.firms[1], await desk.newFirm(1)];
    const id = await desk.sent(a.asker, desk.to(b, true));
    const member = await firmClient(a);
    const file = await member.send('POST', `/api/v1/introductions/${id}/een-enquiry`);
    expect(file.headers.get('content-type')).toContain('text/plain');
    for (const part of ['Kind of co-operation', 'partner sought', 'What is unclear', 'Who we are', a.canary])
      expect(file.text).toContain(part);
    expect(file.text).not.toContain(b.canary);
    const { body } = await member.send('GET', `/api/v1/introductions/${id}`);
    expect((body as { steps: { deed: string }[] }).steps.map(({ deed }) => deed)).toContain('handed-over');
  });

  it('A-36 says how an organisation answers once five were answered, and not before', async () => {
    const [b, reader] = [await desk.newFirm(0), world.firms[0]];
    const band = async (): Promise<unknown> => {
      const member = await firmClient(reader);
      const made = await member.send('POST', '/api/v1/introductions', {
        organisation: b.id,
        subject: `S ${newId()}`,
      });
      const { id } = made.body as { id: string };
      return ((await member.send('GET', `/api/v1/introductions/${id}`)).body as { answers: unknown }).answers;
    };
    for (let count = 0; count < 5; count += 1) {
      expect(await band()).toBeNull();
      const id = await desk.sent((await desk.newFirm(0)).asker, desk.to(b));
      // the fourth of a week waits
      world.clock.forward(7 * 24);
      await desk.clocks.run();
      await desk.answers.answer(b.asker, id, decline);
    }
    expect(await band()).toBe('nearly-always');
  });

  it('stands still while an organisation is closed, in its own word', async () => {
    const b = await desk.newFirm(0);
    const own = await firmClient(b);
    const days = [{ from: '2026-11-03', until: '2026-11-06' }];
    expect((await own.send('PUT', '/api/v1/closing-days', { days })).body).toEqual(days);
    for (const wrong of [
      { from: '2026-02-31', until: '2026-03-02' },
      { from: '2026-11-06', until: '2026-11-03' },
    ])
      expect((await own.send('PUT', '/api/v1/closing-days', { days: [wrong] })).status).toBe(422);
    const id = await desk.sent(world.firms[0].asker, desk.to(b));
    const { introduction } = await desk.show.one(b.asker, id);
    expect(introduction.remindAt?.toISOString()).toBe('2026-11-11T08:00:00.000Z');
  });

  it('says yes by the page only after a sign-in of the last day; no at any time', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const ids = [await desk.sent(a.asker, desk.to(b)), await desk.sent(a.asker, desk.to(b))];
    const browser = await firmClient(b);
    await desk.rows(`update user_session set proved_at = $2 where user_id = $1`, [
      b.asker.scope.user,
      new Date(monday.getTime() - 25 * 3_600_000),
    ]);
    const answer = (id: string | undefined, body: object) =>
      browser.send('POST', `/api/v1/introductions/${id}/answer`, body);
    const refused = await answer(ids[0], { answer: 'accepted' });
    expect([refused.status, refused.body.code]).toEqual([403, 'accounts.sign-in-again']);
    expect((await answer(ids[1], { answer: 'declined', reason: 'role' })).status).toBe(200);
    await desk.rows(`update user_session set proved_at = $2 where user_id = $1`, [
      b.asker.scope.user,
      monday,
    ]);
    expect((await answer(ids[0], { answer: 'accepted' })).status).toBe(200);
  });

  it('A-33 is declined by one press with any of five reasons, and the sender is told each kindly', async () => {
    const a = world.firms[0];
    const told = { topic: 'topic', role: 'role', timing: 'time', capacity: 'capacity', other: '' };
    for (const [reason, word] of Object.entries(told)) {
      const b = await desk.newFirm(0);
      const role = `bench for ${reason}`;
      const id = await desk.sent(a.asker, { ...desk.to(b), role });
      await world.sendMails();
      const token = linkIn(await world.mails.mailTo(b.email, role), 'decline');
      const declined = await byLink('answer', token, { answer: 'declined', reason });
      expect([declined.status, declined.body.state]).toEqual([200, 'declined']);
      expect((await byLink('answer', token, { answer: 'declined', reason })).status).toBe(409);
      await world.sendMails();
      const [mail = ''] = mailed(a.email, role).filter((text) => text.includes('Not this time'));
      expect(mail).toContain(word);
      expect(await desk.state(a.asker, id)).toBe('declined');
    }
    const [last] = [await desk.newFirm(0)];
    await desk.sent(a.asker, { ...desk.to(last), role: 'bench for none' });
    await world.sendMails();
    const token = linkIn(await world.mails.mailTo(last.email, 'bench for none'), 'decline');
    expect((await byLink('answer', token, { answer: 'declined', reason: 'rude' })).status).toBe(400);
  });

  it('A-35 refuses the sixth of one need and the sixth of the same words, and says what to do', async () => {
    const [a, b] = [await desk.newFirm(0), await desk.newFirm(0)];
    const ask = async (from: Firm, subject: string, text: string | null) => {
      const member = await firmClient(from);
      const made = await member.send('POST', '/api/v1/introductions', {
        organisation: (await desk.newFirm(0)).id,
        subject,
        role: 'partner',
      });
      const path = `/api/v1/introductions/${(made.body as { id: string }).id}`;
      const parts = [{ key: 'role', text, source: null }];
      if (text !== null) await member.send('PATCH', path, { version: 1, parts });
      return member.send('POST', `${path}/send`);
    };
    for (let sent = 0; sent < 5; sent += 1) {
      expect((await ask(a, 'One need', `Words of ${sent}`)).status).toBe(200);
      // spaces, case and punctuation make no other words
      expect((await ask(b, `Need ${sent}`, `Dear friends${'!'.repeat(sent)} JOIN us`)).status).toBe(200);
    }
    const need = await ask(a, 'One need', 'Words of another');
    expect([need.status, need.body.code]).toEqual([409, 'introductions.asked-enough']);
    const words = await ask(b, 'Need 6', 'dear FRIENDS, join us');
    expect([words.status, words.body.code]).toEqual([429, 'introductions.same-words']);
    await world.sendMails();
    expect(mailed(world.officers[0].email, 'the very same words').length).toBeGreaterThan(0);
  });

  it('A-40 nudges both once after 14 days of silence, which officers read, and no more after a word', async () => {
    const [a, b] = [await desk.newFirm(0), await desk.newFirm(0)];
    const id = await desk.sent(a.asker, desk.to(b));
    await desk.answers.answer(b.asker, id, accept);
    const deeds = async (): Promise<number> => {
      const seen = await officer.send('GET', `/api/v1/introductions/${id}`);
      const { steps } = seen.body as { steps: { deed: string }[] };
      return steps.filter(({ deed }) => deed === 'nudged').length;
    };
    const silent = async (days: number): Promise<number> => {
      world.clock.forward(days * 24);
      await desk.clocks.run();
      return deeds();
    };
    expect(await silent(13)).toBe(0);
    const spoken = await (
      await firmClient(a)
    ).send('POST', `/api/v1/introductions/${id}/messages`, {
      text: 'Shall we talk?',
    });
    expect(spoken.status).toBe(200);
    expect(await silent(13)).toBe(0);
    expect(await silent(2)).toBe(1);
    await desk.talk.write(b.asker, id, 'Sorry, yes.');
    expect(await silent(30)).toBe(1);
    await world.sendMails();
    for (const { email } of [a, b]) expect(mailed(email, 'Still of interest')).toHaveLength(1);
  });

  it('sends nothing to a guest who was erased, also where the request was written before', async () => {
    const { asker } = world.officers[0];
    const guest = { name: 'Gustavo Ospite', email: 'gustavo@guest.example' };
    const whom = { organisation: null, mask: null, guest, outside: false };
    const id = await desk.drafts.draft(asker, desk.request({ whom }));
    await world.app.get(Removals).person({ ...guest, language: 'en' });
    await expect(desk.write.send(asker, id)).rejects.toThrow('nobody of that id');
    expect(JSON.stringify(await desk.show.one(asker, id))).not.toContain('Gustavo');
  });

  it('A-41 exports what one may see, and takes one’s own words away without the other side’s', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const id = await desk.sent(a.asker, desk.to(b));
    await desk.answers.answer(b.asker, id, ask);
    await desk.talk.write(a.asker, id, 'Pouch cells.');
    const browser = await firmClient(b);
    const file = await browser.send('GET', `/api/v1/introductions/${id}/export`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.text).toContain('Pouch cells.');
    const taken = await desk.rows<{ side: string }>(
      `select subject ->> 'side' as side from audit_entry
       where action = 'introduction.exported' and subject ->> 'introduction' = $1 order by 1`,
      [id],
    );
    expect(taken).toEqual([{ side: 'recipient' }, { side: 'sender' }]);
    const gone = await browser.send('DELETE', `/api/v1/introductions/${id}/words`);
    expect(gone.body).toEqual({ messages: 1 });
    const left = await desk.show.one(a.asker, id);
    expect(left.messages.map(({ text }) => text)).toEqual(['Pouch cells.']);
    expect(left.parts.length).toBeGreaterThan(0);
  });

  it('brings nobody together who does not want to meet, also by a request that stands, and tells nobody why', async () => {
    const [a, b, c] = [world.firms[0], await desk.newFirm(0), await desk.newFirm(0)];
    const draft = await desk.drafts.draft(a.asker, desk.request(desk.to(b)));
    const standing = await desk.sent(a.asker, desk.to(c));
    for (const other of [b, c])
      await desk.rows(
        `insert into exclusion (organisation_id, other_id, kind) values ($1, $2, 'hide-from')`,
        [other.id, a.id],
      );
    await expect(desk.write.send(a.asker, draft)).rejects.toThrow('nobody of that id');
    await desk.clocks.run();
    const { introduction } = await desk.show.one(a.asker, standing);
    expect([introduction.state, introduction.reason]).toEqual(['withdrawn', 'party-gone']);
    await expect(desk.answers.answer(c.asker, standing, accept)).rejects.toThrow('withdrawn');
  });

  it('A-39 keeps the moment of a time proposed in Rome, Helsinki or Lisbon on both sides of the clock changes', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const id = await desk.sent(a.asker, desk.to(b));
    await desk.answers.answer(b.asker, id, accept);
    const member = await firmClient(a);
    const proposed = async (now: string, times: readonly string[]): Promise<string[]> => {
      world.clock.moment = new Date(now);
      const { body } = await member.send('PUT', `/api/v1/introductions/${id}/slots`, { times });
      return (body as { slots: { startsAt: string }[] }).slots.map(({ startsAt }) => startsAt);
    };
    // ten in the morning in each of the three, the day before and on the day of the change
    expect(
      await proposed('2027-03-01T09:00:00Z', [
        '2027-03-27T10:00:00+01:00',
        '2027-03-28T10:00:00+03:00',
        '2027-03-28T10:00:00+01:00',
      ]),
    ).toEqual(['2027-03-27T09:00:00.000Z', '2027-03-28T07:00:00.000Z', '2027-03-28T09:00:00.000Z']);
    expect(
      await proposed('2027-10-01T09:00:00Z', [
        '2027-10-30T10:00:00+02:00',
        '2027-10-31T10:00:00+01:00',
        '2027-10-31T10:00:00+00:00',
      ]),
    ).toEqual(['2027-10-30T08:00:00.000Z', '2027-10-31T09:00:00.000Z', '2027-10-31T10:00:00.000Z']);
    expect(
      (await member.send('PUT', `/api/v1/introductions/${id}/slots`, { times: ['2027-10-31T10:00:00'] }))
        .status,
    ).toBe(400);
  });
});
