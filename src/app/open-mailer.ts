import { readFile } from 'node:fs/promises';

import type { Settings } from '../platform/config/settings.js';
import type { Clock } from '../platform/clock/clock.js';
import type { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AppError } from '../platform/errors/app-error.js';
import type { Mailer } from '../platform/mail/index.js';
import { GuardedMailer } from '../platform/mail/guarded-mailer.js';
import { MailboxMailer } from '../platform/mail/mailbox-mailer.js';
import { SmtpMailer } from '../platform/mail/smtp-mailer.js';

/**
 * How mails leave: through the SMTP server in production, there to those on a list outside it, and otherwise into the
 * mailbox, for whoever runs the service to look at.
 *
 * @throws {AppError} `config.dkim-unreadable`
 */
export async function openMailer(settings: Settings, unitOfWork: UnitOfWork, clock: Clock): Promise<Mailer> {
  const { smtpUrl, mailFrom, mailBounces, mailAllow, production } = settings;
  const message = { from: mailFrom, bounces: mailBounces, dkim: await readDkim(settings.mailDkim) };
  const mailbox = new MailboxMailer(unitOfWork, message, clock);
  if (smtpUrl === null) return mailbox;
  const smtp = new SmtpMailer({ ...message, url: smtpUrl }, clock);
  return production ? smtp : new GuardedMailer(smtp, mailbox, mailAllow);
}

async function readDkim(
  dkim: Settings['mailDkim'],
): Promise<{ readonly selector: string; readonly privateKey: string } | null> {
  if (dkim === null) return null;
  try {
    return { selector: dkim.selector, privateKey: await readFile(dkim.keyFile, 'utf8') };
  } catch (cause) {
    throw new AppError(
      'config.dkim-unreadable',
      'invalid',
      'MAIL_DKIM names a key file that cannot be read',
      {
        cause,
      },
    );
  }
}
