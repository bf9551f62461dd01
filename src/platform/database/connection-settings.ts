import { parse } from 'pg-connection-string';

import { AppError } from '../errors/app-error.js';

/** Where a PostgreSQL server listens and who we are there; understood by `pg`, TypeORM and BullMQ alike. */
export interface ConnectionSettings {
  /** a host name, or the folder of a Unix socket */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
  readonly ssl?: boolean | { readonly rejectUnauthorized: boolean };
}

/**
 * Reads `postgresql://user:password@host:port/database?sslmode=…` (or `…?host=/socket/folder`).
 *
 * @param variable the environment variable it came from, named in errors; its value never is
 * @throws {AppError} `config.invalid-database-url`
 */
export function connectionSettings(variable: string, url: string): ConnectionSettings {
  const parsed = parseUrl(variable, url);
  const { host, user, database } = parsed;
  if (!host || !user || !database) throw invalidUrl(variable, 'it names no host, user or database');
  return {
    host,
    port: parsed.port ? Number(parsed.port) : 5432,
    user,
    database,
    ...(parsed.password ? { password: parsed.password } : {}),
    ...sslOf(parsed.ssl),
  };
}

function parseUrl(variable: string, url: string): ReturnType<typeof parse> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw invalidUrl(variable, 'it does not start with postgresql://');
  try {
    return parse(url);
  } catch (cause) {
    throw invalidUrl(variable, 'it cannot be parsed', cause);
  }
}

function sslOf(ssl: ReturnType<typeof parse>['ssl']): Pick<ConnectionSettings, 'ssl'> {
  if (ssl === undefined || ssl === false) return {};
  if (typeof ssl === 'object') return { ssl: { rejectUnauthorized: ssl['rejectUnauthorized'] !== false } };
  return { ssl: true };
}

function invalidUrl(variable: string, why: string, cause?: unknown): AppError {
  return new AppError(
    'config.invalid-database-url',
    'invalid',
    `${variable}: ${why}; write postgresql://user:password@host:5432/database`,
    { context: { variable }, cause },
  );
}
