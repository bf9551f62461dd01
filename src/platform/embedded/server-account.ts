import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { AppError } from '../errors/app-error.js';

/** The user a server process runs as. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Who runs the PostgreSQL server on a data folder: `null` means "as ourselves".
 *
 * PostgreSQL refuses to run as root, so root lends it the user who owns the data, or the folder they will be made
 * in, else `nobody`: what an ordinary user began, that user can go on with.
 *
 * @throws {AppError} `embedded.no-account`: we are root and the machine has no unprivileged user to lend
 */
export function serverAccount(dataDir: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const place = [dataDir, dirname(dataDir)].find((folder) => existsSync(folder));
  if (place) {
    const { uid, gid } = statSync(place);
    if (uid !== 0) return { uid, gid };
  }
  const account = accountNamed('nobody') ?? accountNamed('daemon');
  if (account) return account;
  throw new AppError(
    'embedded.no-account',
    'invalid',
    'PostgreSQL refuses to run as root, and /etc/passwd has neither "nobody" nor "daemon" to run it as. ' +
      'Start Tessera as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

function accountNamed(name: string): ServerAccount | null {
  const passwd = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find((line) => line[0] === name);
  if (!fields) return null;
  const [uid, gid] = [Number(fields[2]), Number(fields[3])];
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { uid, gid } : null;
}

/** Whether the account can enter a folder; asked of the kernel, so that modes, ACLs and mounts all count. */
export function canEnter(account: ServerAccount | null, folder: string): boolean {
  if (!account) return true; // ourselves, who have just made or opened it
  const run = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    cwd: '/',
    stdio: 'ignore',
    ...account,
  });
  return run.status === 0;
}
