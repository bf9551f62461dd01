import { Logger } from '@nestjs/common';

import { mailServer, type MailServerFaults } from '../../../test/support/mail-server.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { lyingMailServer, type Lies } from '../../../test/support/lying-mail-server.js';
import { SystemClock } from '../clock/clock.js';
import { systemScope } from '../database/scope.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { defineMail, type MailClass } from './define-mail.js';
import { serviceBrand, type Letter } from './letter.js';
import { Letters } from './letters.js';
import { claimDue } from './mail-delivery.store.js';
import { MailDirectory, type Addressee, type Recipient } from './mail-directory.js';
import { holdMail, releaseHold } from './mail-hold.store.js';
import { MailSender } from './mail-sender.js';
import { recordBounce } from './mail-suppression.store.js';
import { Mailer, PublicAddress, type Mail, type SendOutcome } from './mailer.js';
import { MailboxMailer } from './mailbox-mailer.js';
import { putMail, putMails } from './put-mail.store.js';
import { SmtpMailer } from './smtp-mailer.js';

interface Content {
  readonly stop?: boolean;
}

const mails = {
  account: defineMail<Content>({ name: 'test-account', catalogue: 'M15', class: 'account' }),
  service: defineMail<Content>({ name: 'test-service', catalogue: 'M01', class: 'service' }),
  subscribed: defineMail<Content>({ name: 'test-subscribed', catalogue: 'M09', class: 'subscribed' }),
};

const letter: Letter = {
  subject: 'A test',
  preheader: 'of mail',
  greeting: 'Dear reader,',
  blocks: [{ kind: 'paragraph', text: 'Nothing else.' }],
  why: 'You are a test.',
  footerLinks: [],
  unsubscribe: null,
};

/** Everybody is known by their address, except those who are gone. */
class AllKnown extends MailDirectory {
  readonly gone = new Set<string>();

  find(_unit: unknown, recipient: Recipient): Promise<Addressee | null> {
    const address = 'address' in recipient ? recipient.address : 'somebody@reader.example';
    const found = { name: 'A reader', address, language: null, mark: Buffer.from(address) };
    return Promise.resolve(this.gone.has(address) ? null : found);
  }

  leave(): Promise<null> {
    return Promise.resolve(null);
  }

  brand(): Promise<typeof serviceBrand> {
    return Promise.resolve(serviceBrand);
  }
}

const message = { from: 'tessera@tessera.example', bounces: null, dkim: null };
const clock = new SystemClock();
const never = new AbortController().signal;

describe('mail', () => {
  let database: TestDatabase;
  let unitOfWork: UnitOfWork;
  const directory = new AllKnown();
  const letters = new Letters();
  for (const mail of Object.values(mails))
    letters.write(mail, {
      compose: (_unit, { content }) => Promise.resolve(content.stop ? { stop: 'opted-out' } : letter),
    });
  let count = 0;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await openTestDatabase();
    ({ unitOfWork } = database);
  });
  afterAll(() => database.close());
  beforeEach(() => run('delete from mail_delivery'));
  afterEach(() => run(`update mail_hold set released_at = now()`));

  const run = <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    unitOfWork.run(systemScope(), ({ manager }) => manager.query<T[]>(sql, values));
  const put = async (kind: MailClass, content: Content = {}, address?: string): Promise<string> => {
    count += 1;
    const to = { name: 'A reader', address: address ?? `reader${count}@reader.example` };
    const request = { to, language: 'en', content, cause: `${count}` } as const;
    await unitOfWork.run(systemScope(), (unit) => putMail(unit, mails[kind], request));
    return to.address;
  };
  const senderTo = (mailer: Mailer): MailSender =>
    new MailSender(unitOfWork, letters, mailer, directory, new PublicAddress('https://tessera.example'));
  const states = async (): Promise<string[]> => {
    const rows = await run<{ state: string; reason: string | null }>(
      'select state, reason from mail_delivery order by created_at, id',
    );
    return rows.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`));
  };
  const through = async (
    faults: MailServerFaults,
    work: (
      sender: MailSender,
      inbox: readonly { readonly id: string; readonly to: readonly string[] }[],
    ) => Promise<void>,
    longestMs = 5_000,
  ): Promise<void> => {
    const server = await mailServer(faults);
    const mailer = new SmtpMailer({ ...message, url: server.url, longestMs }, clock);
    try {
      await work(senderTo(mailer), server.inbox);
    } finally {
      mailer.close();
      await server.close();
    }
  };
  /** As if the time of a mail had come. */
  const makeDue = () => run(`update mail_delivery set available_at = now() where state = 'due'`);
  const expireLeases = () => run(`update mail_delivery set lease_until = now() - interval '1 second'`);

  it('goes once to whom it is for, and forgets what it was made from', async () => {
    const address = await put('service');
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      await sender.sendDue(never);
      expect(inbox.map(({ to }) => to)).toEqual([[address]]);
    });
    expect(await states()).toEqual(['sent']);
    expect(await run('select * from mail_address')).toEqual([]);
    expect(await run('select id from mail_delivery where content is not null')).toEqual([]);
  });

  it('is put once for a recipient and a cause', async () => {
    const request = {
      to: { user: '00000000-0000-4000-8000-000000000001' },
      language: 'it',
      content: {},
      cause: 'x',
    } as const;
    const putting = () =>
      unitOfWork.run(systemScope(), (unit) => putMails(unit, mails.service, [request, request]));
    expect(await putting()).toBe(1);
    expect(await putting()).toBe(0);
  });

  it('goes once when two senders work at the same time', async () => {
    for (let n = 0; n < 60; n += 1) await put('service');
    await through({}, async (sender, inbox) => {
      await Promise.all([sender.sendDue(never), sender.sendDue(never), sender.sendDue(never)]);
      expect(new Set(inbox.map(({ id }) => id)).size).toBe(60);
      expect(inbox).toHaveLength(60);
    });
  });

  it('waits while the server refuses connections, and goes when it is back', async () => {
    await put('subscribed');
    const away = new SmtpMailer({ ...message, url: 'smtp://127.0.0.1:1' }, clock);
    await senderTo(away).sendDue(never);
    expect((await states())[0]).toMatch(/^due: e/);
    await makeDue();
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(1);
    });
    expect(await states()).toEqual(['sent']);
  });

  it('comes again to a server that greylists, and is given up when it is stale', async () => {
    await put('subscribed');
    await through({ recipient: () => '451 4.7.1 try again later' }, (sender) =>
      sender.sendDue(never).then(() => undefined),
    );
    expect(await states()).toEqual(['due: 451 4.7.1']);
    await run(`update mail_delivery set available_at = now(), stale_at = now() - interval '1 second'`);
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(0);
    });
    expect(await states()).toEqual(['failed: stale']);
  });

  it('is given up where the server refuses it for good, before or after the message', async () => {
    await put('service');
    await through({ recipient: () => '552 5.2.2 mailbox full' }, (sender) =>
      sender.sendDue(never).then(() => undefined),
    );
    await put('service');
    await through({ message: () => '554 5.6.0 not this message' }, (sender) =>
      sender.sendDue(never).then(() => undefined),
    );
    expect(await states()).toEqual(['failed: 552 5.2.2', 'failed: 554 5.6.0']);
  });

  it('is never sent again where the connection is cut after the message, and is listed as unknown', async () => {
    await put('subscribed');
    await through({ cut: () => true }, async (sender, inbox) => {
      await sender.sendDue(never);
      await makeDue();
      await expireLeases();
      await sender.sendDue(never);
      expect(inbox).toHaveLength(1);
    });
    expect((await states())[0]).toMatch(/^unknown: /);
  });

  it('is sent once more, as the same message, where somebody waits for it', async () => {
    await put('account');
    await through({ cut: () => true }, async (sender, inbox) => {
      await sender.sendDue(never);
      expect((await states())[0]).toMatch(/^due: /);
      await makeDue();
      await sender.sendDue(never);
      await makeDue();
      await sender.sendDue(never);
      expect(inbox).toHaveLength(2);
      expect(new Set(inbox.map(({ id }) => id)).size).toBe(1);
    });
    expect((await states())[0]).toMatch(/^unknown: /);
  });

  it('is unknown where a slow server never answers in time', async () => {
    await put('subscribed');
    await through({ slowMs: 2_000 }, (sender) => sender.sendDue(never).then(() => undefined), 300);
    expect((await states())[0]).toMatch(/^unknown: /);
  });

  it.each<[string, Lies, RegExp, number]>([
    ['greets with nonsense', { greeting: 'good day' }, /^due: e/, 0],
    ['answers DATA with a code that there is not', { DATA: '999 what' }, /^due: 999/, 0],
    ['refuses by name', { RCPT: '550 5.1.1 <her@reader.example> is not here' }, /^failed: 550 5\.1\.1$/, 0],
    ['answers the message with a code that there is not', { '.': '999 her@reader.example' }, /^unknown: /, 1],
    ['answers the message with words', { '.': 'thank you, her@reader.example' }, /^unknown: /, 1],
    ['answers the message without an end', { '.': null }, /^unknown: /, 1],
  ])(
    'never goes twice, and keeps nobody’s name, where a server lies and %s',
    async (_how, lies, state, times) => {
      await put('subscribed', {}, 'her@reader.example');
      const server = await lyingMailServer(lies);
      const mailer = new SmtpMailer({ ...message, url: server.url, longestMs: 500 }, clock);
      try {
        for (let round = 0; round < 3; round += 1) {
          await makeDue();
          await expireLeases();
          await senderTo(mailer).sendDue(never);
        }
        expect(server.taken()).toBe(times);
        const [ended = ''] = await states();
        expect(ended).toMatch(state);
        expect(ended).not.toMatch(/her|@|thank/);
      } finally {
        mailer.close();
        await server.close();
      }
    },
  );

  /** Hands nothing over and dies, as a process that is killed. */
  class Dying extends Mailer {
    send(): Promise<SendOutcome> {
      return Promise.reject(new Error('killed'));
    }
    knows(): Promise<null> {
      return Promise.resolve(null);
    }
    close(): void {}
  }

  it('is unknown, not sent again, where its sender vanished and the server cannot be asked', async () => {
    await put('subscribed');
    await expect(senderTo(new Dying()).sendDue(never)).rejects.toThrow('killed');
    expect(await states()).toEqual(['sending']);
    await expireLeases();
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(0);
    });
    expect(await states()).toEqual(['unknown: sender-vanished']);
  });

  it('is what the server knows, where it can be asked', async () => {
    const mailbox = new MailboxMailer(unitOfWork, message, clock);
    await put('subscribed');
    await expect(senderTo(new Dying()).sendDue(never)).rejects.toThrow('killed');
    await expireLeases();
    await senderTo(mailbox).sendDue(never);
    expect((await states())[0]).toMatch(/^due: /);
    await makeDue();
    /** Takes the message, and dies before it says so. */
    class Forgetful extends MailboxMailer {
      override async send(mail: Mail): Promise<SendOutcome> {
        await super.send(mail);
        throw new Error('killed');
      }
    }
    const forgetful = senderTo(new Forgetful(unitOfWork, message, clock));
    await expect(forgetful.sendDue(never)).rejects.toThrow('killed');
    await expireLeases();
    await senderTo(mailbox).sendDue(never);
    expect(await states()).toEqual(['sent']);
  });

  it('goes by another sender where the first vanished before it began', async () => {
    await put('service');
    await unitOfWork.run(systemScope(), (unit) => claimDue(unit, 10));
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(0);
      await expireLeases();
      await sender.sendDue(never);
      expect(inbox).toHaveLength(1);
    });
  });

  it('does not go to somebody who is gone or has opted out meanwhile', async () => {
    directory.gone.add(await put('service'));
    await put('subscribed', { stop: true });
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(0);
    });
    expect(await states()).toEqual(['failed: gone', 'failed: opted-out']);
  });

  it('M-02 comes by itself at most 3 times in 7 days', async () => {
    for (let n = 0; n < 5; n += 1) await put('subscribed', {}, 'busy@reader.example');
    await put('service', {}, 'busy@reader.example');
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(4);
    });
    expect((await states()).filter((state) => state === 'due: enough-this-week')).toHaveLength(2);
  });

  it('stands still while it is held, unless somebody waits for it', async () => {
    await put('subscribed');
    await put('account');
    const hold = await unitOfWork.run(systemScope(), (unit) =>
      holdMail(unit, { cluster: null, organisation: null, reason: 'a test', by: null }),
    );
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(1);
      await unitOfWork.run(systemScope(), (unit) => releaseHold(unit, hold));
      await sender.sendDue(never);
      expect(inbox).toHaveLength(2);
    });
  });

  it('is not sent to an address that bounced twice', async () => {
    const unknownUser = { recipient: () => '550 5.1.1 no such user' };
    for (let n = 0; n < 2; n += 1) {
      await put('service', {}, 'nobody@reader.example');
      await through(unknownUser, (sender) => sender.sendDue(never).then(() => undefined));
    }
    await put('account', {}, 'nobody@reader.example');
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(0);
    });
    expect(await states()).toEqual(['failed: 550 5.1.1', 'failed: 550 5.1.1', 'failed: bounced']);
  });

  it('comes no more by itself after a complaint', async () => {
    await put('subscribed', {}, 'annoyed@reader.example');
    await through({}, (sender) => sender.sendDue(never).then(() => undefined));
    const [sent] = await run<{ id: string }>('select id from mail_delivery');
    await unitOfWork.run(systemScope(), (unit) =>
      recordBounce(unit, sent?.id ?? '', { kind: 'complaint', status: null }),
    );
    await put('subscribed', {}, 'annoyed@reader.example');
    await put('account', {}, 'annoyed@reader.example');
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(1);
    });
    expect(await states()).toEqual(['sent', 'failed: complained', 'sent']);
  });

  it('halts where the server refuses mail after mail by policy', async () => {
    for (let n = 0; n < 5; n += 1) await put('service');
    await through({ recipient: () => '550 5.7.515 sender not allowed' }, (sender) =>
      sender.sendDue(never).then(() => undefined),
    );
    await put('service');
    await through({}, async (sender, inbox) => {
      await sender.sendDue(never);
      expect(inbox).toHaveLength(0);
    });
    expect((await states()).at(-1)).toBe('due');
  });
});
