import type { Scope } from '../platform/database/scope.js';
import type { Role } from './role.js';
import type { LiveSession } from './sessions/session.store.js';

/** Who asks: made once per request from the session, the key or the settings; never from what the request says. */
export interface Caller {
  /** with those that they include; `['anonymous']` for nobody */
  readonly roles: readonly Role[];
  /** for whom the request's transactions run */
  readonly scope: Scope;
  /** the session they came with */
  readonly session?: LiveSession;
}
