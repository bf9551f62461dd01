import { sessionNotFound } from '../account.errors.js';
import type { CurrentScope } from '../current-scope.js';
import type { LiveSession } from '../sessions/session.store.js';

/**
 * The session a request came with. The demonstration's officer and programs have rights, and no session.
 *
 * @throws {AppError} `accounts.session-not-found`
 */
export function ownSession(scope: CurrentScope): LiveSession {
  const { session } = scope.caller();
  if (!session) throw sessionNotFound();
  return session;
}
