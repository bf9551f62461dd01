import { AppError } from '../../platform/errors/app-error.js';
import { quoted } from '../tabular/tabular.errors.js';

const nothingChanged = 'nothing was changed, what is known stays';

/** What to say of an answer that never came or cannot be used: always one line, always with what to do. */
function unavailable(code: string, what: string, remedy: string, cause?: unknown): AppError {
  return new AppError(
    `ingest.${code}`,
    'unavailable',
    `the portal, ${what}; ${nothingChanged}; ${remedy}`,
    cause === undefined ? {} : { cause },
  );
}

/** No answer at all: no network, no such host, a connection that broke, too slow. */
export const portalUnreachable = (page: number, why: string, cause?: unknown): AppError =>
  unavailable('portal-unreachable', `page ${page}: ${why}`, 'look at the network, then try again', cause);

/** An answer with a status other than 200. */
export const portalRefused = (page: number, status: number, tries: number): AppError =>
  unavailable(
    'portal-refused',
    `page ${page}: it answered ${status}${tries > 1 ? ` ${tries} times` : ''}`,
    'try again later',
  );

/** Its address may have moved; we never follow. */
export const portalRedirected = (page: number, status: number): AppError =>
  unavailable(
    'portal-redirected',
    `page ${page}: it answered ${status} and sends us elsewhere, where we do not go`,
    'a new version may be needed',
  );

export const portalTooLarge = (page: number, bytes: number): AppError =>
  unavailable('portal-too-large', `page ${page}: it sent more than ${bytes} bytes`, 'try again later');

/** It answered, but not with what it always answered with. */
export const portalStrange = (page: number, what: string): AppError =>
  unavailable(
    'portal-strange-answer',
    `page ${page}: ${what}`,
    'try again later; if it stays so, its interface has changed',
  );

export const badContact = (contact: string): AppError =>
  new AppError(
    'ingest.bad-contact',
    'invalid',
    `contact ${quoted(contact)}: give the mail address or the https page of whoever runs this service`,
  );
