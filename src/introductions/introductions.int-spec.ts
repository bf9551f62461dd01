import { accept, ask, decline, RequestDesk } from '../../test/support/request-desk.js';
import { twoClusters, type TwoClusters } from '../../test/support/two-clusters.js';
import { Removals } from '../accounts/index.js';
import { systemScope } from '../platform/database/scope.js';

/** A Monday. */
const monday = new Date('2026-11-02T09:00:00Z');

describe('a request', () => {
  let world: TwoClusters;
  let desk: RequestDesk;
  beforeEach(() => void (world.clock.moment = new Date(monday)));
  beforeAll(async () => {
    world = await twoClusters(monday);
    desk = new RequestDesk(world);
  }, 120_000);
  afterAll(() => world.close());

  it('goes from one firm to another of its cluster: asked, read, accepted, and each knows the other', async () => {
    const [a, b] = world.firms;
    const id = await desk.sent(a.asker, desk.to(b));
    await world.sendMails();
    const mail = await world.mails.mailTo(b.email, 'Recovery of cells');
    expect(mail).toMatch(/zaffiroquarzo Meccanica/i); // a sentence begins with it
    const browser = await world.signedIn(b);
    expect((await browser.send('POST', `/api/v1/introductions/${id}/read`)).status).toBe(200);
    expect(await desk.state(a.asker, id)).toBe('read');
    const accepted = await browser.send('POST', `/api/v1/introductions/${id}/answer`, { answer: 'accepted' });
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      sender: { name: 'zaffiroquarzo Meccanica S.r.l.', contact: { email: a.email } },
    });
    await world.sendMails();
    expect(await world.mails.mailTo(a.email, 'You can talk')).toContain(b.email);
    expect(await world.mails.mailTo(b.email, 'You can talk')).toContain(a.email);
  });

  it('gains no recipient and no header line by its subject, its role, a guest’s name or a message', async () => {
    const lines = '\r\nBcc: all@victim.example\r\n\r\nX-Spam: no\u2028Cc: x@victim.example';
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const id = await desk.sent(a.asker, {
      ...desk.to(b),
      subject: `Cells${lines}`,
      role: `partner${lines}`,
    });
    const guest = { name: `Gino${lines}`, email: 'gino-lines@guest.example' };
    const whom = { organisation: null, mask: null, guest, outside: false };
    await desk.sent(world.officers[0].asker, { whom, subject: `Cells${lines}` }).catch(() => undefined);
    await world.sendMails();
    await world.mails.mailTo(b.email);
    await desk.answers.answer(b.asker, id, { ...ask, note: `Which?${lines}` });
    await world.sendMails();
    await world.mails.mailTo(a.email, 'Which');
    const heads = world.mails.inbox.map(({ text, to }) => ({ head: text.split('\r\n\r\n', 1)[0] ?? '', to }));
    for (const { head, to } of heads) {
      expect(to).toHaveLength(1);
      expect(head).not.toMatch(/^(bcc|cc|x-spam):/im);
      expect(head.match(/^(to|subject):/gim)).toHaveLength(2);
    }
  });

  it('T-01 writes down who did what, when, from which state to which', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const id = await desk.sent(a.asker, desk.to(b));
    world.clock.forward(1);
    await desk.answers.answer(b.asker, id, decline);
    const changes = await desk.rows(
      'select actor, deed, state_from, state_to, at from introduction_change where introduction_id = $1 order by at',
      [id],
    );
    expect(changes).toEqual([
      { actor: a.asker.scope.user, deed: 'moved', state_from: 'draft', state_to: 'sent', at: monday },
      {
        actor: b.asker.scope.user,
        deed: 'moved',
        state_from: 'sent',
        state_to: 'declined',
        at: world.clock.now(),
      },
    ]);
    await expect(desk.rows('update introduction_change set actor = $1', ['x'])).rejects.toThrow(
      'permission denied',
    );
  });

  it('answers 409 to what does not follow, and 404 to whoever is no party', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0, true)];
    const id = await desk.sent(a.asker, desk.to(b));
    await desk.answers.answer(b.asker, id, decline);
    const browser = await world.signedIn(b);
    expect(
      (await browser.send('POST', `/api/v1/introductions/${id}/answer`, { ...accept, by: 'me' })).status,
    ).toBe(400);
    const again = await browser.send('POST', `/api/v1/introductions/${id}/answer`, { answer: 'accepted' });
    expect([again.status, again.body.code]).toEqual([409, 'introductions.no-such-move']);
    expect((await browser.send('POST', `/api/v1/introductions/${id}/withdraw`)).status).toBe(403);
    const stranger = await world.signedIn(world.firms[3]);
    for (const path of ['', '/calendar', '/export'])
      expect((await stranger.send('GET', `/api/v1/introductions/${id}${path}`)).status).toBe(404);
    expect(
      (await stranger.send('POST', `/api/v1/introductions/${id}/answer`, { answer: 'declined' })).status,
    ).toBe(404);
  });

  it('is accepted once, however many press at the same moment, and S-04 revealed by exactly two entries', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(1)];
    const id = await desk.sent(a.asker, desk.to(b, true));
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => desk.answers.answer(b.asker, id, accept)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const entries = await desk.rows(
      `select 1 from audit_entry where action = 'contact.revealed' and subject ->> 'introduction' = $1`,
      [id],
    );
    expect(entries).toHaveLength(2);
  });

  it('A-31 crosses clusters masked on both sides, in answers and mails, until it is accepted', async () => {
    const [a, b] = [world.firms[1], await desk.newFirm(1, true)];
    const id = await desk.drafts.draft(a.asker, desk.request(desk.to(b, true)));
    const draft = await desk.show.one(a.asker, id);
    expect(draft.removed.map(({ kind }) => kind).sort()).toEqual(['link', 'name']);
    await desk.write.send(a.asker, id);
    await world.sendMails();
    await world.mails.mailTo(b.email, 'organisation of another cluster');
    const seen = [
      ...desk.inboxOf(b.email),
      JSON.stringify((await (await world.signedIn(b)).send('GET', `/api/v1/introductions/${id}`)).body),
      JSON.stringify((await (await world.signedIn(b)).send('GET', '/api/v1/introductions')).body),
    ].join('\n');
    expect(seen).not.toContain(a.canary);
    expect(seen).not.toContain(a.id);
    await desk.answers.answer(b.asker, id, { ...ask, note: `We of ${b.canary} ask: which cells?` });
    await world.sendMails();
    const back =
      desk.inboxOf(a.email).join('\n') +
      JSON.stringify(await desk.show.one(a.asker, id), (key, value: unknown) =>
        key === 'introduction' ? undefined : value,
      );
    expect(back).toContain('which cells?');
    expect(back).not.toContain(b.canary);
    await desk.answers.answer(b.asker, id, accept);
    expect((await desk.show.one(a.asker, id)).recipient.name).toContain(b.canary);
    expect((await desk.show.one(b.asker, id)).sender.name).toContain(a.canary);
  });

  it('names no project that somebody behind a mask shared with another: who took part is public', async () => {
    const [a, b, about] = [world.firms[1], await desk.newFirm(1), world.firms[0]];
    await desk.shareProject('SHARED-ACRONYM', about.id, b.id);
    const id = await desk.drafts.draft(a.asker, desk.request({ ...desk.to(b, true), about: about.id }));
    expect(JSON.stringify(await desk.show.one(a.asker, id))).not.toContain('SHARED-ACRONYM');
  });

  it('shows a sender that wishes it, and not the recipient', async () => {
    const [a, b] = [world.firms[1], await desk.newFirm(1)];
    const id = await desk.drafts.draft(a.asker, desk.request(desk.to(b, true)));
    await desk.write.change(a.asker, id, { version: 1, showsSender: true });
    await desk.write.send(a.asker, id);
    expect((await desk.show.one(b.asker, id)).sender.name).toContain(a.canary);
    expect((await desk.show.one(a.asker, id)).recipient).toMatchObject({
      masked: true,
      name: null,
      organisation: null,
    });
  });

  it('is declined and asked by the link in the mail without signing in, never accepted, and not by looking', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const id = await desk.sent(a.asker, desk.to(b));
    await world.sendMails();
    const token =
      /answer#([\w-]{43})\.decline/.exec(await world.mails.mailTo(b.email, 'Recovery'))?.[1] ?? '';
    const { HttpClient } = await import('../../test/support/http-client.js');
    const browser = new HttpClient(world.service.address);
    const link = (what: string, more: object = {}) =>
      browser.send('POST', `/api/v1/introduction-links/${what}`, { token, ...more });
    expect((await link('open')).body).toMatchObject({
      state: 'sent',
      opened: false,
      parts: [],
      mayAccept: false,
    });
    expect(await desk.state(a.asker, id)).toBe('sent');
    expect((await link('read')).body).toMatchObject({ state: 'read', opened: true });
    expect((await link('answer', { answer: 'accepted' })).status).toBe(403);
    expect((await link('answer', { answer: 'more-information', note: 'Which cells?' })).status).toBe(200);
    await desk.talk.write(a.asker, id, 'Pouch cells.');
    expect((await link('answer', { answer: 'declined', reason: 'capacity' })).body).toMatchObject({
      state: 'declined',
    });
    await world.sendMails();
    expect(await world.mails.mailTo(a.email, 'no capacity')).toContain('Not this time');
  });

  it('A-32 is remembered on working day 3, escalated on day 5 and ended on day 10; B-22 a call gives three more', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const officer = world.officers[0];
    const id = await desk.sent(a.asker, desk.to(b));
    const other = await desk.sent(a.asker, desk.to(b));
    const at = async (iso: string): Promise<[string, string]> => {
      world.clock.moment = new Date(iso);
      await desk.clocks.run();
      await desk.clocks.run();
      return [await desk.state(a.asker, id), await desk.state(a.asker, other)];
    };
    expect(await at('2026-11-05T07:59:00Z')).toEqual(['sent', 'sent']);
    expect(await at('2026-11-05T08:00:00Z')).toEqual(['sent', 'sent']);
    await world.sendMails();
    expect(desk.inboxOf(b.email).filter((text) => text.includes('Reminder'))).toHaveLength(2);
    expect(await at('2026-11-09T08:00:00Z')).toEqual(['escalated', 'escalated']);
    await world.sendMails();
    expect(desk.inboxOf(officer.email).join()).toContain('No answer for five working days');
    await desk.answers.call(officer.asker, other);
    await expect(desk.answers.call(officer.asker, other)).rejects.toThrow('calling again');
    await expect(desk.answers.call(world.officers[1].asker, id)).rejects.toThrow('no request');
    expect(await at('2026-11-16T08:00:00Z')).toEqual(['expired', 'escalated']);
    expect(await at('2026-11-19T08:00:00Z')).toEqual(['expired', 'expired']);
    await expect(desk.answers.answer(b.asker, other, accept)).rejects.toThrow('expired');
  });

  it('A-32 waits on no day on which the cluster is closed, and asks at nine by the clock that it has set', async () => {
    const officer = world.officers[0];
    const { cluster } = world.firms[0];
    const guest = { name: 'Gina Ospite', email: 'gina@guest.example' };
    const whom = { organisation: null, mask: null, guest, outside: false };
    const remindAt = async (): Promise<string> => {
      const id = await desk.sent(officer.asker, { whom });
      const [row] = await desk.rows<{ at: Date }>(
        'select remind_at as at from introduction where id = $1',
        [id],
        [cluster],
      );
      return row?.at.toISOString() ?? '';
    };
    expect(await remindAt()).toBe('2026-11-05T08:00:00.000Z');
    await desk.rows(
      `insert into cluster_setting (cluster_id, time_zone, patron_saint, closed_on)
       values ($1, 'Europe/Helsinki', '11-03', '{2026-11-05}')`,
      [cluster],
      [cluster],
    );
    expect(await remindAt()).toBe('2026-11-09T07:00:00.000Z');
    await desk.rows('delete from cluster_setting where cluster_id = $1', [cluster], [cluster]);
  });

  it('A-32 stops its clock the moment an answer arrives, also when the reminder is due at that moment', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const id = await desk.sent(a.asker, desk.to(b));
    world.clock.moment = new Date('2026-11-05T08:00:00Z');
    await Promise.all([desk.answers.answer(b.asker, id, decline), desk.clocks.run()]);
    world.clock.moment = new Date('2026-12-20T08:00:00Z');
    await desk.clocks.run();
    await world.sendMails();
    expect(await desk.state(a.asker, id)).toBe('declined');
    expect(desk.inboxOf(b.email).filter((text) => text.includes('Reminder'))).toEqual([]);
  });

  it('A-34 lets the fourth in a week wait, says until when, and staff let it through by name', async () => {
    const b = await desk.newFirm(0);
    for (const from of [0, 1, 0] as const) {
      await desk.sent(world.firms[from].asker, desk.to(b));
      world.clock.forward(1);
    }
    const id = await desk.sent(world.firms[1].asker, desk.to(b));
    const { introduction, next } = await desk.show.one(world.firms[1].asker, id);
    expect(introduction.state).toBe('draft');
    expect(next).toEqual({ step: 'goes-by-itself', at: new Date('2026-11-09T09:00:00Z') });
    await expect(desk.show.one(b.asker, id)).rejects.toThrow('no request');
    world.clock.moment = new Date('2026-11-09T09:00:00Z');
    await desk.clocks.run();
    expect(await desk.state(b.asker, id)).toBe('sent');
    const fifth = await desk.sent(world.firms[0].asker, desk.to(b));
    expect(await desk.state(world.firms[0].asker, fifth)).toBe('draft');
    await expect(desk.write.release(world.officers[1].asker, fifth)).rejects.toThrow('no request');
    await desk.write.release(world.officers[0].asker, fifth);
    const released = (await desk.show.one(b.asker, fifth)).introduction;
    expect([released.state, released.releasedBy]).toEqual(['sent', world.officers[0].asker.scope.user]);
  });

  it('A-35 asks at most five for the same, and refuses a sixth copy of the same words', async () => {
    const a = await desk.newFirm(0);
    const subject = 'The same need';
    for (let i = 0; i < 5; i += 1) await desk.sent(a.asker, { ...desk.to(await desk.newFirm(0)), subject });
    await expect(desk.sent(a.asker, { ...desk.to(await desk.newFirm(0)), subject })).rejects.toThrow(
      '5 organisations',
    );
    const words = [{ key: 'role', text: 'Dear friends, join us!', source: null }] as const;
    const b = await desk.newFirm(0);
    const blast = async (i: number): Promise<void> => {
      const id = await desk.drafts.draft(
        b.asker,
        desk.request({ ...desk.to(await desk.newFirm(0)), subject: `Another ${i}` }),
      );
      await desk.write.change(b.asker, id, { version: 1, parts: words });
      await desk.write.send(b.asker, id);
    };
    for (let i = 0; i < 5; i += 1) await blast(i);
    await expect(blast(5)).rejects.toThrow('these very words');
    await world.sendMails();
    expect(desk.inboxOf(world.officers[0].email).join()).toContain('the very same words');
  });

  it('A-38 to A-41 is talked about: in one’s own name, at a time both see, with a calendar file, and forgotten by one side', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(1)];
    const id = await desk.sent(a.asker, desk.to(b, true));
    await desk.answers.answer(b.asker, id, accept);
    const browser = await world.signedIn(a);
    const forged = await browser.send('POST', `/api/v1/introductions/${id}/messages`, {
      text: 'Hello',
      side: 'recipient',
      author: b.asker.scope.user,
    });
    expect(forged.status).toBe(400);
    await browser.send('POST', `/api/v1/introductions/${id}/messages`, { text: 'Hello from us' });
    await desk.talk.write(b.asker, id, 'Hello from them');
    const { messages, agenda } = await desk.show.one(b.asker, id);
    expect(messages.map(({ side, text, by }) => [side, text, by])).toEqual([
      ['sender', 'Hello from us', `Ada ${a.canary}`],
      ['recipient', 'Hello from them', `Ada ${b.canary}`],
    ]);
    expect(agenda).toHaveLength(5);
    const times = ['2026-11-04T10:00:00+02:00', '2026-11-05T09:00:00Z', '2026-11-06T09:00:00Z'];
    expect(
      (await browser.send('PUT', `/api/v1/introductions/${id}/slots`, { times: ['2026-11-01T09:00:00Z'] }))
        .status,
    ).toBe(422);
    const { body } = await browser.send('PUT', `/api/v1/introductions/${id}/slots`, { times });
    await expect(desk.talk.choose(a.asker, id, body.slots[0].id)).rejects.toThrow('other side');
    await desk.talk.choose(b.asker, id, body.slots[0].id);
    const file = await browser.send('GET', `/api/v1/introductions/${id}/calendar`);
    expect(file.text).toContain('DTSTART:20261104T080000Z');
    expect(await desk.talk.forget(a.asker, id)).toBe(1);
    const left = await desk.show.one(b.asker, id);
    expect(left.messages.map(({ text }) => text)).toEqual(['Hello from them']);
    expect(left.parts).toEqual([]);
  });

  it('A-40 is nudged once after 14 days of silence', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(0)];
    const id = await desk.sent(a.asker, desk.to(b));
    await desk.answers.answer(b.asker, id, accept);
    for (const days of [13, 2, 20, 20]) {
      world.clock.forward(days * 24);
      await desk.clocks.run();
    }
    await world.sendMails();
    expect(desk.inboxOf(b.email).filter((text) => text.includes('Still of interest'))).toHaveLength(1);
  });

  it('B-24 reaches a guest at an address that an officer typed, who accepts without an account', async () => {
    const officer = world.officers[0];
    const guest = { name: 'Gino Ospite', email: 'gino@guest.example' };
    const whom = { organisation: null, mask: null, guest, outside: false };
    const id = await desk.sent(officer.asker, { whom });
    await expect(desk.sent(world.firms[0].asker, { whom })).rejects.toThrow('nobody');
    await world.sendMails();
    const token = /answer#([\w-]{43})\.accept/.exec(await world.mails.mailTo(guest.email))?.[1] ?? '';
    await desk.answers.answerByLink(token, accept);
    expect(await desk.state(officer.asker, id)).toBe('accepted');
    expect((await desk.show.one(officer.asker, id)).recipient).toMatchObject({
      name: 'Gino Ospite',
      contact: guest,
    });
  });

  it('goes on without a party who was erased: their words and contact are gone, the other side’s stand', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(1)];
    const id = await desk.sent(a.asker, desk.to(b, true));
    await desk.answers.answer(b.asker, id, ask);
    await desk.talk.write(a.asker, id, 'Pouch cells.');
    await desk.answers.answer(b.asker, id, accept);
    const seen = async (): Promise<string> => JSON.stringify(await desk.show.one(a.asker, id));
    expect(await seen()).toContain(b.email);
    await world.app.get(Removals).person({ email: b.email, name: `Ada ${b.canary}`, language: 'en' });
    const left = await seen();
    for (const gone of [b.email, `Ada ${b.canary}`, 'Which cells?']) expect(left).not.toContain(gone);
    expect(left).toContain('Pouch cells.');
    world.clock.forward(15 * 24);
    await desk.clocks.run();
    await world.sendMails();
    expect(desk.inboxOf(b.email).filter((text) => text.includes('Still of interest'))).toEqual([]);
  });

  it('ends where the recipient leaves the clusters, and is seen by none of theirs any more', async () => {
    const [a, b] = [world.firms[0], await desk.newFirm(1)];
    const id = await desk.sent(a.asker, desk.to(b, true));
    expect(await desk.state(world.officers[1].asker, id)).toBe('sent');
    await world.service.database.unitOfWork.run(systemScope([b.cluster]), ({ manager }) =>
      manager.query(`update membership set until = current_date - 1 where organisation_id = $1`, [b.id]),
    );
    await desk.clocks.run();
    expect(await desk.state(a.asker, id)).toBe('withdrawn');
    await expect(desk.state(world.officers[1].asker, id)).rejects.toThrow('no request');
  });

  it('lets nobody learn by a name that an organisation is a member elsewhere', async () => {
    const [a, , c] = world.firms;
    await expect(desk.drafts.draft(a.asker, desk.request(desk.to(c)))).rejects.toThrow('nobody of that id');
  });
});
