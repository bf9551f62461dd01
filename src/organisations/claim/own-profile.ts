import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../../accounts/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { ProjectRole } from '../evidence.js';
import { organisationNotFound } from '../organisation.errors.js';
import { OrganisationReadModel } from '../organisation.read-model.js';
import { exclusionRefused } from './claim.errors.js';
import { ExclusionStore, mostExclusions, type Exclusion, type ExclusionKind } from './exclusion.store.js';
import { PreferenceStore } from './preference.store.js';
import type { ProfileLine } from './profile-line.js';
import { ProfileLinesReadModel, type ClaimedProfile } from './profile-lines.read-model.js';
import { SpeakForOrganisation, type OwnWord } from './speak-for-organisation.js';

/** An organisation's profile as its own people find it. */
export interface OwnProfile extends ClaimedProfile {
  readonly lines: readonly ProfileLine[];
  readonly roles: readonly ProjectRole[];
}

/** What people of an organisation, once signed in, read and say of it. Where it is in several clusters: the first. */
@Injectable()
export class OwnProfiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: ProfileLinesReadModel,
    private readonly preferences: PreferenceStore,
    private readonly exclusions: ExclusionStore,
    private readonly organisations: OrganisationReadModel,
    private readonly speak: SpeakForOrganisation,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `organisations.not-found` where the asker belongs to none, or that to no cluster */
  async read(scope: Scope): Promise<OwnProfile> {
    const of = await this.#of(scope);
    return this.#as(scope, of.cluster, async (unit) => ({
      ...of,
      lines: await this.lines.lines(unit, of),
      roles: await this.preferences.roles(unit, of.organisation),
    }));
  }

  /** @throws {AppError} as `SpeakForOrganisation.say`; then nothing was taken in */
  async say(scope: Scope, word: OwnWord, roles: readonly ProjectRole[] | null): Promise<void> {
    const of = await this.#of(scope);
    await this.#as(scope, of.cluster, async (unit) => {
      await this.speak.say(unit, of, word);
      if (roles !== null) await this.preferences.saveRoles(unit, of.organisation, roles);
      const counts = { decisions: word.decisions.length, added: word.added.length };
      await this.audit.record(unit, 'profile.changed', counts, of);
    });
  }

  async excluded(scope: Scope): Promise<Exclusion[]> {
    const organisation = ownOrganisation(scope);
    return this.unitOfWork.run(scope, (unit) => this.exclusions.of(unit, organisation));
  }

  /**
   * @throws {AppError} `organisations.not-found` (nothing that the asker can see), `organisations.exclusion-refused`
   */
  async exclude(scope: Scope, other: string, kind: ExclusionKind): Promise<void> {
    const organisation = ownOrganisation(scope);
    const named = await this.excluded(scope);
    const again = named.some((one) => one.organisation === other);
    if (other === organisation || (!again && named.length >= mostExclusions)) throw exclusionRefused();
    if (!again) {
      const card = await this.unitOfWork.run(scope, (unit) => this.organisations.card(unit, other));
      if (!card) throw organisationNotFound(other);
    }
    await this.#as(scope, null, async (unit) => {
      await this.exclusions.add(unit, organisation, other, kind);
      await this.audit.record(unit, 'exclusion.added', { kind }, { organisation });
    });
  }

  async include(scope: Scope, other: string): Promise<void> {
    const organisation = ownOrganisation(scope);
    await this.#as(scope, null, async (unit) => {
      await this.exclusions.remove(unit, organisation, other);
      await this.audit.record(unit, 'exclusion.removed', {}, { organisation });
    });
  }

  async #of(scope: Scope): Promise<ClaimedProfile> {
    const organisation = ownOrganisation(scope);
    const card = await this.unitOfWork.run(scope, (unit) => this.organisations.card(unit, organisation));
    const cluster = card?.memberships.find(({ live }) => live)?.clusterId;
    if (cluster === undefined) throw organisationNotFound(organisation);
    return { organisation, cluster };
  }

  /** In the service's own scope over that cluster, written down as done by the asker. */
  #as<T>(scope: Scope, cluster: string | null, work: (unit: Unit) => Promise<T>): Promise<T> {
    const by = scope.user === undefined ? {} : { user: scope.user };
    return this.unitOfWork.run({ ...systemScope(cluster === null ? [] : [cluster]), ...by }, work);
  }
}

function ownOrganisation({ organisation }: Scope): string {
  if (organisation === undefined) throw organisationNotFound('of your own');
  return organisation;
}
