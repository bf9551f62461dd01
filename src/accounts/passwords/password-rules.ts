import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../platform/files/project-folder.js';
import { badPassword } from '../account.errors.js';

/** Length is what makes a password strong; a second factor carries part of that. */
const least = { alone: 15, withSecondFactor: 8 };
const most = 256;

let common: ReadonlySet<string> | undefined;

/**
 * Nothing is asked of a password but that it is long and that nobody would guess it.
 *
 * @param about names that must not be most of it: of the person, their mail address, their cluster
 * @throws {AppError} `accounts.bad-password`, which says why and never repeats it
 */
export function requireGoodPassword(
  password: string,
  { secondFactor, about }: { readonly secondFactor: boolean; readonly about: readonly string[] },
): void {
  const length = [...password.normalize('NFC')].length;
  const needed = secondFactor ? least.withSecondFactor : least.alone;
  if (length < needed)
    throw badPassword(`it has ${length} characters and needs ${needed}: a few words will do`);
  if (length > most) throw badPassword(`it has ${length} characters; ${most} are enough`);
  const plain = bare(password);
  if (isCommon(plain)) throw badPassword('it is among the first that are tried: take another');
  if (new Set(plain).size < 5) throw badPassword('it repeats a few characters: take a few words');
  const given = ['tessera', ...about.flatMap((name) => name.split(/[\s@._-]+/))].map(bare);
  const rest = given
    .filter((name) => name.length > 2)
    .reduce((left, name) => left.replaceAll(name, ''), plain);
  if (rest.length < Math.min(6, needed / 2)) throw badPassword('it is made of names that anybody knows here');
}

/** Without case and without the digits and signs that people put around a common word. */
const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

function isCommon(plain: string): boolean {
  common ??= new Set(
    readFileSync(join(projectFolder, 'data', 'passwords', 'common.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return common.has(plain) || common.has(core) || isRun(plain);
}

/** `abcdefgh`, `87654321`, `qwertyuiop`: a walk along the alphabet, the digits or a keyboard. */
function isRun(text: string): boolean {
  const rows = [
    'abcdefghijklmnopqrstuvwxyz',
    '01234567890',
    'qwertyuiopasdfghjklzxcvbnm',
    'qwertyuiopè+ùàòlkjh',
  ];
  const both = rows.flatMap((row) => [row, [...row].reverse().join('')]);
  return both.some((row) => row.repeat(2).includes(text));
}
