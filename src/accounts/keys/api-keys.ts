import { Injectable } from '@nestjs/common';

import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { apiKeyNotFound, badName, clusterNotSaid, tooManyApiKeys } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { ClusterReadModel } from '../cluster.read-model.js';
import { RecentProof } from '../sessions/recent-proof.js';
import type { LiveSession } from '../sessions/session.store.js';
import type { KeyScope } from './api-key.js';
import { ApiKeyStore, type ApiKeyLine } from './api-key.store.js';

const mostKeys = 50;
const longestName = 80;

/** What an officer says of a new key. */
export interface WantedApiKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly days: number;
  /** short name of the cluster; null where the officer has one only */
  readonly cluster: string | null;
}

/** Keys with which a cluster's own programs ask. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: ApiKeyStore,
    private readonly clusters: ClusterReadModel,
    private readonly proof: RecentProof,
    private readonly audit: AuditTrail,
  ) {}

  list(scope: Scope): Promise<ApiKeyLine[]> {
    return this.unitOfWork.run(scope, (unit) => this.keys.list(unit));
  }

  /**
   * @returns the key, shown this once
   * @throws {AppError} `accounts.cluster-not-said`, `accounts.cluster-not-found`, `accounts.too-many-api-keys`, and those
   *   of a recent proof
   */
  async make(scope: Scope, session: LiveSession, wanted: WantedApiKey): Promise<{ id: string; key: string }> {
    const { scopes, days } = wanted;
    const name = plainName(wanted.name);
    await this.unitOfWork.run(systemScope(), (unit) => this.proof.require(unit, session));
    return this.unitOfWork.run(scope, async (unit) => {
      const [only, another] = scope.clusters;
      const chosen =
        wanted.cluster === null ? only : (await this.clusters.ownBySlug(unit, wanted.cluster)).id;
      if (chosen === undefined || (wanted.cluster === null && another !== undefined)) throw clusterNotSaid();
      if ((await this.keys.working(unit, chosen)) >= mostKeys) throw tooManyApiKeys(mostKeys);
      const made = await this.keys.make(unit, { cluster: chosen, name, scopes, days, by: session.user.id });
      await this.audit.record(
        unit,
        'api-key.made',
        { key: made.id, scopes: scopes.join(' '), days },
        { cluster: chosen },
      );
      return made;
    });
  }

  /** It works no more from the next request on. @throws {AppError} `accounts.api-key-not-found` */
  async revoke(scope: Scope, id: string): Promise<void> {
    await this.unitOfWork.run(scope, async (unit) => {
      if (!(await this.keys.revoke(unit, id))) throw apiKeyNotFound();
      await this.audit.record(unit, 'api-key.revoked', { key: id });
    });
  }
}

function plainName(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (plain === '' || plain.length > longestName || /[\p{Cc}\p{Cf}]/u.test(plain)) throw badName(longestName);
  return plain;
}
