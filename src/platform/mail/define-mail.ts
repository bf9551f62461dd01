import { AppError } from '../errors/app-error.js';

/**
 * What a mail is to its reader, which decides how it is treated:
 *
 * - `account`: somebody waits for it (a link to sign in, a warning): first in line, never held, never counted, and sent
 *   once more, under the same Message-ID, where nobody knows whether it arrived
 * - `service`: about what somebody does here, or asked of them (an invitation): can be held
 * - `subscribed`: comes by itself because somebody chose it (a digest, an alert): can be held, at most 3 in 7 days, with
 *   a way to unsubscribe in every one, and never twice
 */
export type MailClass = 'account' | 'service' | 'subscribed';

/** One kind of mail. */
export interface MailDefinition<C extends object> {
  /** `invitation`; kebab-case */
  readonly name: string;
  /** its place in the catalogue of mails: `M01` to `M15` */
  readonly catalogue: string;
  readonly class: MailClass;
  /** given up when it could not be handed over this long after it was due, in hours */
  readonly staleAfterHours: number;
  /** its letter has a way to be removed of its own */
  readonly offersRemoval?: boolean;
  /** the type of its content, for the compiler alone */
  readonly content?: C;
}

const definitions = new Map<string, MailDefinition<object>>();

/** Every mail defined by the files this program has loaded. */
export const definedMails = (): readonly MailDefinition<object>[] => [...definitions.values()];

export const mailNamed = (name: string): MailDefinition<object> | undefined => definitions.get(name);

/**
 * Declares a mail, once per program; lives in a file of the feature that writes it.
 *
 * @throws {AppError} `mail.invalid-definition`: a name that is not kebab-case, or defined already
 */
export function defineMail<C extends object>(definition: {
  readonly name: string;
  readonly catalogue: string;
  readonly class: MailClass;
  readonly staleAfterHours?: number;
  readonly offersRemoval?: boolean;
}): MailDefinition<C> {
  const mail = { staleAfterHours: 24, ...definition };
  if (!/^[a-z]+(-[a-z]+)*$/.test(mail.name) || definitions.has(mail.name)) {
    throw new AppError(
      'mail.invalid-definition',
      'invalid',
      `a mail cannot be called "${mail.name}": names are kebab-case, and each is defined once`,
    );
  }
  definitions.set(mail.name, mail);
  return mail;
}
