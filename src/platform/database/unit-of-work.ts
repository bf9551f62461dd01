import { isNativeError } from 'node:util/types';

import type { DataSource, EntityManager } from 'typeorm';

import { AppError } from '../errors/app-error.js';
import type { Scope } from './scope.js';

/** One transaction in one scope: the only thing stores and read models take. */
export interface Unit {
  readonly scope: Scope;
  readonly manager: EntityManager;
}

export interface RunOptions {
  /** `snapshot`: every statement sees the database as it was at the first one (REPEATABLE READ). */
  readonly view?: 'latest' | 'snapshot';
  /** overrides the connection's `statement_timeout`, in milliseconds; 0 is none */
  readonly statementTimeoutMs?: number;
}

/**
 * The one door to the database: opens a transaction, sets the scope for its duration, runs the work, commits.
 *
 * A repository taken elsewhere sees nothing, because row-level security is forced and reads the scope.
 */
export class UnitOfWork {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /**
   * @param scope taken from the session or from a database row, never from a request's header or body
   * @throws {AppError} `database.unavailable` when the server cannot be reached, `database.busy` when others held what the work
   *   needs for longer than it waits; what `work` throws, rolled back
   */
  async run<T>(scope: Scope, work: (unit: Unit) => Promise<T>, options: RunOptions = {}): Promise<T> {
    const isolation = options.view === 'snapshot' ? 'REPEATABLE READ' : 'READ COMMITTED';
    try {
      return await this.#dataSource.transaction(isolation, async (manager) => {
        await enter(manager, scope, options);
        return work({ scope, manager });
      });
    } catch (error) {
      if (isConnectionLoss(error)) throw unavailable(error);
      throw isLostToOthers(error) ? busy(error) : error;
    }
  }
}

async function enter(manager: EntityManager, scope: Scope, options: RunOptions): Promise<void> {
  await manager.query(
    `select set_config('app.role', $1, true), set_config('app.clusters', $2, true),
            set_config('app.organisation', $3, true), set_config('app.user', $4, true),
            set_config('statement_timeout', coalesce($5, current_setting('statement_timeout')), true)`,
    [
      scope.role,
      `{${scope.clusters.join(',')}}`,
      scope.organisation ?? '',
      scope.user ?? '',
      options.statementTimeoutMs?.toString() ?? null,
    ],
  );
}

/** Class 08 (connection), 57P (shutdown) and 53300 of PostgreSQL's error codes, and the socket's own. */
const connectionLoss = /^(08...|57P0[1-4]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** What TypeORM says when the server closed the connection before the next statement was sent. */
const releasedByLoss = /^QueryRunner(Provider)?AlreadyReleasedError$/;

/** Whether an error says that the database went away, rather than that it refused what was asked. */
export function isConnectionLoss(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  if (releasedByLoss.test(error.name)) return true;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (code === 'ENOENT') return syscall === 'connect'; // a missing socket, not a missing file
  if (typeof code === 'string' && connectionLoss.test(code)) return true;
  // the second is what the pool says when every connection stayed in use for as long as it waits
  return /Connection terminated|timeout exceeded when trying to connect|connection timeout|Connection is not established/i.test(
    error.message,
  );
}

/** A lock that did not come in time, a deadlock, a snapshot that others changed: the same work may pass a moment later. */
const lostToOthers = new Set(['55P03', '40P01', '40001']);

function isLostToOthers(error: unknown): boolean {
  const code = isNativeError(error) ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' && lostToOthers.has(code);
}

function busy(cause: unknown): AppError {
  return new AppError(
    'database.busy',
    'unavailable',
    'somebody else is changing the same just now; nothing was changed. Try again in a moment',
    { cause },
  );
}

function unavailable(cause: unknown): AppError {
  return new AppError(
    'database.unavailable',
    'unavailable',
    'the database cannot be reached; nothing was changed. Try again in a moment',
    { cause },
  );
}
