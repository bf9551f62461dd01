import { Inject, Injectable, Optional } from '@nestjs/common';

import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { isToken } from '../platform/ids/secret-token.js';
import { AccessSettings } from './access-settings.js';
import type { Caller } from './caller.js';
import { ClusterReadModel } from './cluster.read-model.js';
import { SessionStore } from './sessions/session.store.js';
import { nobody, toCaller } from './to-caller.js';

/** What a request brings along to show who sends it. */
export interface Shown {
  /** the session cookie */
  readonly session: string | undefined;
}

/** Finds out who sends a request; rights are read anew each time. */
@Injectable()
export class IdentifyCaller {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly sessions: SessionStore,
    @Optional() @Inject(AccessSettings) private readonly settings?: AccessSettings,
  ) {}

  /** A session that has ended is no session: then, as without one, nobody asks, or the officer of an open service. */
  async identify(shown: Shown): Promise<Caller> {
    const token = shown.session !== undefined && isToken(shown.session) ? shown.session : null;
    if (token === null && !this.settings?.open) return nobody;
    return this.unitOfWork.run(
      systemScope(),
      async (unit) => (token && (await this.#withSession(unit, token))) || this.#withoutSession(unit),
    );
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
