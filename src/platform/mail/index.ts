/**
 * Mail: decided on in a transaction, sent once, by whoever works.
 *
 * **Declare** each mail once, in the feature that writes it, with the type of its content:
 *
 * ```ts
 * export const newDeviceMail = defineMail<{ device: string; at: string }>({
 *   name: 'new-device', catalogue: 'M15', class: 'account',
 * });
 * ```
 *
 * **Put** it in the transaction that causes it; it goes if and only if that commits, and once per recipient and cause:
 *
 * ```ts
 * await putMail(unit, newDeviceMail, { to: { user: id }, language, content: { device, at }, cause: sessionId });
 * ```
 *
 * A recipient is `{ user }`, `{ contact }` or, from the system scope, `{ name, address }`; accounts and contacts are
 * looked up when it is sent, so somebody erased or disabled meanwhile gets nothing. `content` is JSON, read by the
 * service alone and emptied when the mail has ended: a token that the link needs may be in it.
 *
 * **Write** it where the feature is wired together. `compose` runs in the transaction that decides to send; it returns
 * the letter, or `{ stop: 'why' }` where it should not go any more. HTML and plain text are both made from the letter:
 *
 * ```ts
 * letters.write(newDeviceMail, { compose: async (unit, { content, language, to, base }) => newDeviceLetter(…) });
 * ```
 *
 * What to add to the catalogue: a sample in `test/mails/mail-samples.ts`, in both languages; then `npm run mails`.
 */
export { readableColour } from './readable-colour.js';
export { defineMail, definedMails, mailNamed, type MailClass, type MailDefinition } from './define-mail.js';
export { forgetPerson } from './forget-person.store.js';
export { letterHtml } from './letter-html.js';
export { letterText } from './letter-text.js';
export { serviceBrand, type Block, type Brand, type Letter, type LetterLink } from './letter.js';
export { Letters, type EndedMail, type LetterWriter, type MailInHand, type Stop } from './letters.js';
export { MailDirectory, type Addressee, type Recipient } from './mail-directory.js';
export { AnswersMailFrame } from './mail-frame.js';
export { MailModule } from './mail.module.js';
export { MailSender } from './mail-sender.js';
export { Mailer, PublicAddress, type Mail, type SendOutcome } from './mailer.js';
export { putMail, putMails, wakeSender, withdrawMails, type NewMail } from './put-mail.store.js';
export { readDeliveryReport, type DeliveryReport } from './delivery-report.js';
export { holdMail, openHolds, releaseHold, type Hold } from './mail-hold.store.js';
export { anyUntold, recordBounce, takeUntold } from './mail-suppression.store.js';
export {
  deliveryCounts,
  deliveryLines,
  mailboxLines,
  mailboxMessage,
  retryDelivery,
  suppressionLines,
  type DeliveryLine,
  type MailboxLine,
  type MailboxMessage,
  type SuppressionLine,
} from './mailbox.read-model.js';
export { MailSettings } from './mail-settings.js';
