import { Injectable, Logger } from '@nestjs/common';

import { systemScope } from '../database/scope.js';
import { isConnectionLoss, UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { AppError } from '../errors/app-error.js';
import { mailNamed } from './define-mail.js';
import { letterHtml } from './letter-html.js';
import { letterText } from './letter-text.js';
import type { Brand, Letter, LetterLink } from './letter.js';
import { Letters, type Stop } from './letters.js';
import {
  bareAddress,
  claimDoubtful,
  claimDue,
  endMail,
  holdsClaim,
  markSending,
  nextPlace,
  postponeMail,
  releaseClaims,
  type ClaimedMail,
} from './mail-delivery.store.js';
import { MailDirectory, type Addressee } from './mail-directory.js';
import { haltAfterPolicyRefusals } from './mail-hold.store.js';
import { recordBounce, suppressionOf } from './mail-suppression.store.js';
import { Mailer, PublicAddress, type Mail, type SendOutcome } from './mailer.js';

/** Mails claimed in one go, and how many of them are under way at a time. */
const batch = 40;
const atATime = 10;

/** Nobody gets more mails that come by themselves within 7 days. */
export const mostCountedInAWeek = 3;

/** After this many tries a mail that cannot be written is given up. */
const mostTriesToWrite = 5;

/** A letter with everything it takes to send it. */
interface Written {
  readonly letter: Letter;
  readonly brand: Brand;
  readonly to: Addressee;
  readonly language: 'en' | 'it';
}

/**
 * Sends what is due. Whether a mail still goes is decided in the transaction that marks it as being sent, which is
 * committed before the first byte leaves: whatever dies afterwards, nothing goes twice that nobody waits for.
 */
@Injectable()
export class MailSender {
  readonly #log = new Logger('mail');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: Letters,
    private readonly mailer: Mailer,
    private readonly directory: MailDirectory,
    private readonly address: PublicAddress,
  ) {}

  /** Until nothing is due or the process stops. @returns how many mails it dealt with */
  async sendDue(signal: AbortSignal): Promise<number> {
    await this.#settleDoubts();
    let handled = 0;
    while (!signal.aborted) {
      const claimed = await this.#run([], (unit) => claimDue(unit, batch));
      if (claimed.length === 0) break;
      const waiting = [...claimed];
      const lanes = Array.from({ length: atATime }, async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await this.#send(next);
      });
      await Promise.all(lanes);
      handled += claimed.length;
    }
    return handled;
  }

  /** What senders that vanished left behind: not begun, due again; begun, what the server knows, or unknown. */
  async #settleDoubts(): Promise<void> {
    await this.#run([], releaseClaims);
    for (;;) {
      const doubtful = await this.#run([], (unit) => claimDoubtful(unit, batch));
      if (doubtful.length === 0) return;
      for (const mail of doubtful) {
        const known = await this.mailer.knows(mail.id);
        const outcome: SendOutcome =
          known === null
            ? { result: 'unknown', code: 'sender-vanished' }
            : known
              ? { result: 'sent' }
              : { result: 'later', code: 'sender-vanished' };
        await this.#settle(mail, outcome);
      }
    }
  }

  async #send(mail: ClaimedMail): Promise<void> {
    const written = await this.#write(mail);
    if (written === null) return;
    await this.#settle(mail, await this.mailer.send(await toMail(mail, written)));
  }

  /** @returns null where it does not go now */
  async #write(mail: ClaimedMail): Promise<Written | null> {
    try {
      return await this.#run(mail.clusters, (unit) => this.#decide(unit, mail));
    } catch (error) {
      if (isConnectionLoss(error) || (error instanceof AppError && error.kind === 'unavailable')) throw error;
      const code = error instanceof AppError ? error.code : 'cannot-be-written';
      this.#log.warn(`mail.not-written ${JSON.stringify({ delivery: mail.id, mail: mail.mail, code })}`);
      await this.#run(mail.clusters, (unit) =>
        mail.tries < mostTriesToWrite
          ? postponeMail(unit, mail, { seconds: delaySeconds(mail.tries), reason: code })
          : this.#end(unit, mail, 'failed', code),
      );
      return null;
    }
  }

  /** The last moment: still there, not suppressed, not too many, still wanted. */
  async #decide(unit: Unit, mail: ClaimedMail): Promise<Written | null> {
    if (!(await holdsClaim(unit, mail))) return null;
    const drop = async (reason: string): Promise<null> => {
      await this.#end(unit, mail, 'failed', reason);
      return null;
    };
    if (mail.stale) return drop('stale');
    const to = await this.#addressee(unit, mail);
    if (to === null) return drop('gone');
    const suppressed = await suppressionOf(unit, to.mark);
    if (suppressed === 'bounced' || (suppressed !== null && mail.counted)) return drop(suppressed);
    const wait = mail.counted ? await nextPlace(unit, to.mark, mostCountedInAWeek) : null;
    if (wait !== null) {
      await postponeMail(unit, mail, { seconds: wait, reason: 'enough-this-week' });
      return null;
    }
    const language = mail.language ?? to.language ?? 'it';
    const letter = await this.#compose(unit, mail, to, language);
    if ('stop' in letter) return drop(letter.stop);
    // whoever complained wants nothing that can be ended
    if (suppressed !== null && letter.unsubscribe !== null) return drop(suppressed);
    const brand = await this.directory.brand(unit, mail.clusters[0] ?? null, language);
    const leave = await this.#leave(unit, mail, to, language);
    await markSending(unit, mail, to.mark);
    return { letter: { ...letter, footerLinks: [...letter.footerLinks, ...leave] }, brand, to, language };
  }

  async #compose(
    unit: Unit,
    mail: ClaimedMail,
    to: Addressee,
    language: 'en' | 'it',
  ): Promise<Letter | Stop> {
    const writer = this.letters.writer(mail.mail);
    if (writer === undefined) return { stop: 'nobody-writes-it' };
    const { id, content, clusters, organisation } = mail;
    return writer.compose(unit, {
      ...{ id, content, language, clusters, organisation },
      to: { name: to.name, address: to.address },
      base: this.address.url,
    });
  }

  /** Whoever has no account here can go without making one: by a link in every mail that they did not ask for. */
  async #leave(
    unit: Unit,
    { mail, recipient }: ClaimedMail,
    to: Addressee,
    language: 'en' | 'it',
  ): Promise<LetterLink[]> {
    const { class: treated, offersRemoval = false } = mailNamed(mail) ?? {};
    if (recipient.startsWith('user:') || treated === 'account' || offersRemoval) return [];
    const path = await this.directory.leave(unit, to, language);
    const label = language === 'it' ? 'Rimuovimi' : 'Remove me';
    return path === null ? [] : [{ label, url: this.address.url + path }];
  }

  async #addressee(unit: Unit, { id, recipient }: ClaimedMail): Promise<Addressee | null> {
    const [kind, of = ''] = recipient.split(':');
    if (kind === 'user') return this.directory.find(unit, { user: of });
    if (kind === 'contact') return this.directory.find(unit, { contact: of });
    const bare = await bareAddress(unit, id);
    return bare && this.directory.find(unit, bare);
  }

  async #settle(mail: ClaimedMail, outcome: SendOutcome): Promise<void> {
    const awaited = mailNamed(mail.mail)?.class === 'account';
    await this.#run(mail.clusters, async (unit) => {
      if (outcome.result === 'sent') return this.#end(unit, mail, 'sent', null);
      if (outcome.result === 'later') {
        if (mail.stale) return this.#end(unit, mail, 'failed', outcome.code);
        return postponeMail(unit, mail, { seconds: delaySeconds(mail.tries), reason: outcome.code });
      }
      if (outcome.result === 'unknown') {
        if (awaited && mail.doubts === 0)
          return postponeMail(unit, mail, { seconds: 60, reason: outcome.code, doubted: true });
        return this.#end(unit, mail, 'unknown', outcome.code);
      }
      await this.#end(unit, mail, 'failed', outcome.code);
      await this.#learn(unit, mail, outcome.code);
    });
  }

  /** A refusal says something about the address, or about us. */
  async #learn(unit: Unit, { id }: ClaimedMail, code: string): Promise<void> {
    if (/\b5\.1\.[1-3]\b/.test(code)) await recordBounce(unit, id, { kind: 'hard', status: code });
    if (/\b5\.7\./.test(code) && (await haltAfterPolicyRefusals(unit)))
      this.#log.error('mail.halted {"why":"the mail server refuses our mails by policy: see its answer"}');
  }

  async #end(
    unit: Unit,
    mail: ClaimedMail,
    state: 'sent' | 'failed' | 'unknown',
    reason: string | null,
  ): Promise<void> {
    if (!(await endMail(unit, mail, state, reason))) return;
    const { id, content } = mail;
    await this.letters.writer(mail.mail)?.ended?.(unit, { id, content, state });
    if (state === 'unknown')
      this.#log.warn(`mail.unknown ${JSON.stringify({ delivery: id, mail: mail.mail })}`);
  }

  #run<T>(clusters: readonly string[], work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(clusters), work);
  }
}

/** 2 minutes, doubled up to an hour. */
const delaySeconds = (tries: number): number => Math.min(3_600, 120 * 2 ** (tries - 1));

async function toMail({ id }: ClaimedMail, { letter, brand, to, language }: Written): Promise<Mail> {
  return {
    id,
    to: { name: to.name, address: to.address },
    senderName: brand.senderName,
    replyTo: brand.replyTo,
    subject: letter.subject,
    text: letterText(letter, brand),
    html: await letterHtml(letter, brand, language),
    language,
    unsubscribe: letter.unsubscribe,
  };
}
