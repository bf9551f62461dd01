import { Injectable } from '@nestjs/common';

import {
  AuditTrail,
  People,
  type Client,
  type Digest,
  type OpenInvitation,
  type SignedIn,
} from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ProjectRole } from '../evidence.js';
import { PreferenceStore } from './preference.store.js';
import type { ProfileLine } from './profile-line.js';
import { ProfileLinesReadModel } from './profile-lines.read-model.js';
import { SpeakForOrganisation, type OwnWord } from './speak-for-organisation.js';

/** What the link of an invitation shows, without a password. */
export interface DraftProfile {
  readonly invitation: OpenInvitation;
  readonly lines: readonly ProfileLine[];
  readonly roles: readonly ProjectRole[];
}

/** What somebody says who confirms. */
export interface Claim {
  readonly word: OwnWord;
  /** null: nothing was said about it */
  readonly roles: readonly ProjectRole[] | null;
  readonly digest: Digest | null;
}

/** Somebody who was invited looks at the draft of their organisation's profile, sets it right, and comes in. */
@Injectable()
export class ClaimProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly lines: ProfileLinesReadModel,
    private readonly preferences: PreferenceStore,
    private readonly speak: SpeakForOrganisation,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Looking changes nothing.
   *
   * @throws {AppError} `accounts.invitation-not-found`, `accounts.invitation-ended`
   */
  async open(token: string): Promise<DraftProfile> {
    const invitation = await this.people.open(token);
    const { cluster, organisation } = invitation;
    return this.unitOfWork.run(systemScope([cluster]), async (unit) => ({
      invitation,
      lines: await this.lines.lines(unit, { cluster, organisation }),
      roles: await this.preferences.roles(unit, organisation),
    }));
  }

  /**
   * All in one transaction: the person's account, what they said of the profile, and the invitation used up.
   *
   * @throws {AppError} as `People.confirm` and `SpeakForOrganisation.say`; then nothing was taken in
   */
  async confirm(token: string, { word, roles, digest }: Claim, client: Client): Promise<SignedIn> {
    return this.people.confirm(token, digest, client, async (unit, { cluster, organisation }) => {
      await this.speak.say(unit, { cluster, organisation }, word);
      if (roles !== null) await this.preferences.saveRoles(unit, organisation, roles);
      await this.audit.record(
        unit,
        'profile.claimed',
        { decisions: word.decisions.length, added: word.added.length },
        { cluster, organisation },
      );
    });
  }
}
