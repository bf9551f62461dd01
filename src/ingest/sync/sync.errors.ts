import { AppError } from '../../platform/errors/app-error.js';
import { quoted } from '../tabular/tabular.errors.js';

const nothingChanged = 'nothing was changed, what is known stays';

/** Whom we asked for what: `the portal, page 3`. The code begins with its first word's. */
export interface Asked {
  readonly code: 'portal' | 'cordis';
  readonly what: string;
}

export const portalPage = (page: number): Asked => ({ code: 'portal', what: `the portal, page ${page}` });

/** What to say of an answer that never came or cannot be used: always one line, always with what to do. */
function unavailable(
  { code, what }: Asked,
  fault: string,
  said: { readonly why: string; readonly remedy: string; readonly cause?: unknown },
): AppError {
  return new AppError(
    `ingest.${code}-${fault}`,
    'unavailable',
    `${what}: ${said.why}; ${nothingChanged}; ${said.remedy}`,
    said.cause === undefined ? {} : { cause: said.cause },
  );
}

/** No answer at all: no network, no such host, a connection that broke, too slow. */
export const sourceUnreachable = (asked: Asked, why: string, cause?: unknown): AppError =>
  unavailable(asked, 'unreachable', { why, remedy: 'look at the network, then try again', cause });

/** An answer with a status that is none of those that go on. */
export const sourceRefused = (asked: Asked, status: number, tries: number): AppError =>
  unavailable(asked, 'refused', {
    why: `it answered ${status}${tries > 1 ? ` ${tries} times` : ''}`,
    remedy: 'try again later',
  });

/** It asks for more patience than a pass has. */
export const sourceBusy = (asked: Asked, status: number, waitMs: number): AppError =>
  unavailable(asked, 'refused', {
    why: `it answered ${status} and asks to wait ${Math.ceil(waitMs / 60_000)} minutes`,
    remedy: 'try again after that',
  });

/** Its address may have moved; we never follow. */
export const sourceRedirected = (asked: Asked, status: number): AppError =>
  unavailable(asked, 'redirected', {
    why: `it answered ${status} and sends us elsewhere, where we do not go`,
    remedy: 'a new version may be needed',
  });

export const sourceTooLarge = (asked: Asked, bytes: number): AppError =>
  unavailable(asked, 'too-large', { why: `it sent more than ${bytes} bytes`, remedy: 'try again later' });

/** It answered, but not with what it always answered with. */
export const sourceStrange = (asked: Asked, why: string): AppError =>
  unavailable(asked, 'strange-answer', {
    why,
    remedy: 'try again later; if it stays so, its interface has changed',
  });

/** Whether it may go well by itself the next time; the rest needs somebody to look. */
export const mayPass = ({ code }: AppError): boolean => /-(unreachable|refused|pass-under-way)$/.test(code);

export const badContact = (contact: string): AppError =>
  new AppError(
    'ingest.bad-contact',
    'invalid',
    `contact ${quoted(contact)}: give the mail address or the https page of whoever runs this service`,
  );
