import type { Clock } from '../clock/clock.js';
import { systemScope } from '../database/scope.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { keepMessage, keptMessage, trimMailbox } from './mailbox.store.js';
import { Mailer, type Mail, type SendOutcome } from './mailer.js';
import { MessageBuilder, type MessageSettings } from './message.js';

/** Looking for what is too old with every message would cost more than keeping some too many. */
const sentBetweenTrims = 100;

/** Keeps what would be sent in the database, to be looked at: where there is no mail server, and outside production. */
export class MailboxMailer extends Mailer {
  readonly #unitOfWork: UnitOfWork;
  readonly #builder: MessageBuilder;
  readonly #clock: Clock;
  #sent = 0;

  constructor(unitOfWork: UnitOfWork, settings: MessageSettings, clock: Clock) {
    super();
    this.#unitOfWork = unitOfWork;
    this.#builder = new MessageBuilder(settings);
    this.#clock = clock;
  }

  async send(mail: Mail): Promise<SendOutcome> {
    const at = this.#clock.now();
    const { raw } = await this.#builder.build(mail, at);
    await this.#unitOfWork.run(systemScope(), (unit) => keepMessage(unit, mail, raw.toString('utf8'), at));
    this.#sent += 1;
    if (this.#sent % sentBetweenTrims === 0) await this.#unitOfWork.run(systemScope(), trimMailbox);
    return { result: 'sent' };
  }

  knows(id: string): Promise<boolean> {
    return this.#unitOfWork.run(systemScope(), (unit) => keptMessage(unit, id));
  }

  close(): void {
    // nothing is held open
  }
}
