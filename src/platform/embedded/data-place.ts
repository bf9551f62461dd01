import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { AppError } from '../errors/app-error.js';
import { canEnter, serverAccount, type ServerAccount } from './server-account.js';

/** Where the parts of an embedded server lie. All paths are absolute. */
export interface DataPlace {
  /** PostgreSQL's own data folder; may not exist yet */
  readonly postgresDir: string;
  /** the folder for the socket; made on the first call when it cannot be beside the data */
  readonly socketDir: () => string;
  /** for a copy of the programs, where the server's user cannot reach those that npm installed */
  readonly binariesDir: string;
}

/** For servers whose user cannot enter the folder that the data were meant for. */
const sharedFolder = '/var/lib/tessera';

/**
 * Decides where the data lie, and makes the folder.
 *
 * They lie in `dataDir`, unless that is behind a folder only root may enter, which PostgreSQL's user is not: then in
 * a folder of their own under /var/lib/tessera, and `dataDir` keeps a note of it.
 *
 * @throws {AppError} `embedded.data-not-writable`, `embedded.data-of-another-user`, `embedded.data-out-of-reach`
 */
export function dataPlace(dataDir: string, log: (line: string) => void): DataPlace {
  const folder = makeFolder(dataDir);
  const inside = join(folder, 'postgres');
  const account = serverAccount(inside);
  if (account) letPass(folder);
  if (canEnter(account, folder)) return placeIn(folder, folder, account);
  if (existsSync(inside)) throw outOfReach(folder);
  return placeIn(farFolder(folder, log), sharedFolder, account);
}

function placeIn(folder: string, binariesDir: string, account: ServerAccount | null): DataPlace {
  const postgresDir = join(folder, 'postgres');
  refuseDataOfAnotherUser(postgresDir);
  let socketDir: string | null = null;
  return { postgresDir, binariesDir, socketDir: () => (socketDir ??= socketFolder(folder, account)) };
}

function makeFolder(dataDir: string): string {
  try {
    const parent = dirname(resolve(dataDir));
    if (!existsSync(parent)) mkdirSync(parent, { recursive: true });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (cause) {
    throw new AppError(
      'embedded.data-not-writable',
      'unavailable',
      `The folder for the data, ${dataDir}, cannot be written (${(cause as NodeJS.ErrnoException).code}). ` +
        'Make it writable, or set TESSERA_DATA to another folder or DATABASE_URL to a PostgreSQL server of your own.',
      { context: { dataDir }, cause },
    );
  }
}

/** Lets others through a folder of ours to what is theirs in it, whatever the umask; not read what else is there. */
function letPass(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (uid === process.getuid?.()) chmodSync(folder, mode | 0o011);
}

/** The folder in {@link sharedFolder} that stands in for one that the server's user cannot enter. */
function farFolder(folder: string, log: (line: string) => void): string {
  const note = join(folder, 'elsewhere');
  const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (known && existsSync(known)) return known;
  try {
    mkdirSync(sharedFolder, { recursive: true, mode: 0o711 });
    const made = mkdtempSync(join(sharedFolder, 'data-'));
    for (const one of [sharedFolder, made]) letPass(one);
    writeFileSync(note, `${made}\n`);
    log(`The data lie in ${made}: PostgreSQL does not run as root, and only root may enter ${folder}`);
    return made;
  } catch (cause) {
    throw outOfReach(folder, cause);
  }
}

function outOfReach(folder: string, cause?: unknown): AppError {
  return new AppError(
    'embedded.data-out-of-reach',
    'unavailable',
    `PostgreSQL does not run as root, and the user it runs as cannot enter ${folder}. ` +
      'Open that folder to others (chmod o+x on it and the folders above), start as an ordinary user, ' +
      'or set TESSERA_DATA to another folder.',
    { context: { folder }, cause },
  );
}

function refuseDataOfAnotherUser(postgresDir: string): void {
  const owner = statSync(postgresDir, { throwIfNoEntry: false })?.uid;
  const self = process.getuid?.();
  if (owner === undefined || self === 0 || owner === self) return;
  throw new AppError(
    'embedded.data-of-another-user',
    'unavailable',
    `The data in ${postgresDir} belong to another user (id ${owner}; this is ${self}). ` +
      'Start as that user or as root, or set TESSERA_DATA to another folder.',
    { context: { postgresDir } },
  );
}

/** A socket's whole path has at most 103 bytes on macOS and 107 on Linux; `/.s.PGSQL.5432` is 14 of them. */
const socketDirLimit = 89;

function socketFolder(folder: string, account: ServerAccount | null): string {
  const inside = join(folder, 'socket');
  if (Buffer.byteLength(inside) <= socketDirLimit) return inside;
  const temporary =
    [tmpdir(), '/tmp'].find((place) => place.length < 70 && canEnter(account, place)) ?? '/tmp';
  return mkdtempSync(join(temporary, 'tessera-'));
}
