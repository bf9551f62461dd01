import { isIP } from 'node:net';

import { AppError } from '../errors/app-error.js';

/** Ports tried after the default one, when none was asked for. */
const portsTried = 50;

/**
 * Passwords and cookies travel unencrypted over plain http, and the demonstration is open to whoever reaches it: the
 * service may listen on a loopback address only.
 *
 * @throws {AppError} `http.not-loopback`
 */
export function requireLoopback(host: string): void {
  const loopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  if (loopback) return;
  throw new AppError(
    'http.not-loopback',
    'invalid',
    `HOST is "${host}": the service speaks plain http, so it listens on a loopback address only; ` +
      'use 127.0.0.1 and a tunnel',
  );
}

/**
 * Listens on the port asked for, or on the first free one from 3000 on.
 *
 * @param listen starts listening; rejects with `EADDRINUSE` when the port is taken
 * @param asked  null where none was asked for
 * @param note   told when another port than 3000 is taken
 * @param setting the variable that `asked` came from
 * @throws {AppError} `http.port-taken`
 */
export async function listenOnFreePort(
  listen: (port: number) => Promise<unknown>,
  asked: number | null,
  note: (line: string) => void,
  setting = 'PORT',
): Promise<void> {
  const first = asked ?? 3000;
  const last = asked === null ? first + portsTried : first;
  for (let port = first; port <= last; port += 1) {
    try {
      await listen(port);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException | null)?.code !== 'EADDRINUSE') throw error;
      if (asked === null) note(`Port ${port} is taken; trying ${port + 1}.`);
    }
  }
  throw new AppError(
    'http.port-taken',
    'conflict',
    asked === null
      ? `every port from ${first} to ${last} is taken: set ${setting} to a free one`
      : `${setting} ${first} is taken: stop what listens there, or set ${setting} to another one`,
  );
}
