import { Inject, Injectable, Optional } from '@nestjs/common';

import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { isToken } from '../platform/ids/secret-token.js';
import { AccessSettings } from './access-settings.js';
import type { Caller } from './caller.js';
import { ClusterReadModel } from './cluster.read-model.js';
import { wrongKey } from './account.errors.js';
import { isApiKey } from './keys/api-key.js';
import { ApiKeyStore } from './keys/api-key.store.js';
import { heldRoles } from './role.js';
import { Tries } from './throttle/tries.js';
import { SessionStore } from './sessions/session.store.js';
import { nobody, toCaller } from './to-caller.js';

/** What a request brings along to show who sends it. */
export interface Shown {
  /** the session cookie */
  readonly session: string | undefined;
  /** the key of a program, where it shows one: then the cookie does not count */
  readonly key?: string | undefined;
}

/** Finds out who sends a request; rights are read anew each time. */
@Injectable()
export class IdentifyCaller {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly sessions: SessionStore,
    private readonly keys: ApiKeyStore,
    private readonly tries: Tries,
    @Optional() @Inject(AccessSettings) private readonly settings?: AccessSettings,
  ) {}

  /** A session that has ended is no session: then, as without one, nobody asks, or the officer of an open service. */
  async identify(shown: Shown): Promise<Caller> {
    if (shown.key !== undefined) return this.#withKey(shown.key);
    const token = shown.session !== undefined && isToken(shown.session) ? shown.session : null;
    if (token === null && !this.settings?.open) return nobody;
    return this.unitOfWork.run(
      systemScope(),
      async (unit) => (token && (await this.#withSession(unit, token))) || this.#withoutSession(unit),
    );
  }

  /** A program: what its cluster's rows show, as far as the key's scopes go, and nobody's own. */
  async #withKey(key: string): Promise<Caller> {
    const found = isApiKey(key)
      ? await this.unitOfWork.run(systemScope(), (unit) => this.keys.find(unit, key))
      : undefined;
    if (!found) throw wrongKey();
    await this.tries.count([{ name: 'api-key', of: found.id, most: 1_200, windowSeconds: 60 }]);
    const changes = found.scopes.some((scope) => scope !== 'read');
    return {
      roles: heldRoles(found.scopes.map((scope) => `program-${scope}` as const)),
      scope: {
        role: changes ? 'officer' : 'manager',
        clusters: [found.cluster],
        user: `key-${found.id}`,
      },
    };
  }

  async #withSession(unit: Unit, token: string): Promise<Caller | null> {
    const session = await this.sessions.find(unit, token);
    if (!session) return null;
    const { user, grants, factors, guarded } = session;
    const operates = grants.some(({ role }) => role === 'operator');
    const clusters = operates ? (await this.clusters.all(unit)).map(({ id }) => id as string) : [];
    return { ...toCaller({ user: user.id, grants, factors, guarded, clusters }), session };
  }

  /** Before the cluster `afil` exists, that officer is one of no cluster, who sees open data. */
  async #withoutSession(unit: Unit): Promise<Caller> {
    if (!this.settings?.open) return nobody;
    const { open, cluster } = await this.clusters.openTo(unit);
    if (!open) return nobody;
    const grants = [{ role: 'officer' as const, cluster, organisation: null }];
    return toCaller({ user: 'open-officer', grants, factors: 2, clusters: [] });
  }
}
