import { badUser } from '../account.errors.js';

const longest = 200;

/** What cannot be seen, breaks lines, or turns the reading direction: in a mail or a list it would pass for something else. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/**
 * How somebody is called, as it is kept.
 *
 * @throws {AppError} `accounts.bad-user`
 */
export function personName(written: string): string {
  const name = written.normalize('NFC').trim();
  if (name === '' || name.length > longest)
    throw badUser('name', `write it out, in at most ${longest} characters`);
  if (hidden.test(name)) throw badUser('name', 'it holds control characters; leave them out');
  return name;
}
