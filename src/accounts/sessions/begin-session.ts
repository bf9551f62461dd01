import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { isToken } from '../../platform/ids/secret-token.js';
import { AuditTrail } from '../audit-trail.store.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { SecondFactorStore, type SecondFactors } from '../users/second-factor.store.js';
import { isStaff, needsSecondFactor, type Grant, type User } from '../users/user.js';
import { UserStore } from '../users/user.store.js';
import {
  memberLife,
  SessionStore,
  staffLife,
  type LiveSession,
  type NewSession,
  type SessionLife,
} from './session.store.js';

/** Where a sign-in comes from. */
export interface Client {
  readonly address: string;
  /** the browser's name for itself */
  readonly device: string | null;
  /** the cookie that says it has signed in before */
  readonly deviceToken: string | null;
}

/** A session has begun: what goes into the browser's cookies, and whether a second factor is still asked for. */
export interface SignedIn {
  readonly user: User;
  readonly token: string;
  readonly life: SessionLife;
  /** null where the device is known already */
  readonly deviceToken: string | null;
  readonly secondFactor: 'shown' | 'asked' | 'to-be-set-up' | 'not-needed';
  /** where it is asked: what may be shown */
  readonly ways: readonly SecondFactorWay[];
}

export type SecondFactorWay = 'code' | 'passkey' | 'recovery-code';

/** A session goes on under a new token. */
export interface Raised {
  readonly token: string;
  readonly life: SessionLife;
}

/** Begins sessions of those who have shown who they are, however they did. */
@Injectable()
export class BeginSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserStore,
    private readonly factors: SecondFactorStore,
    private readonly sessions: SessionStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Who has signed in before, and never from this browser, is told so by mail. */
  async begin(user: User, shown: Pick<NewSession, 'via' | 'factors'>, client: Client): Promise<SignedIn> {
    const { via } = shown;
    const known = await this.isKnown(user.email, client);
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const grants = await this.users.grants(unit, user.id);
      const held = await this.factors.held(unit, user.id);
      const life = isStaff(grants) ? staffLife : memberLife;
      const device = client.device?.slice(0, 200) ?? null;
      // the demonstration's people, whose password everybody knows, are gone once somebody real is in charge
      const factors = user.demo ? 2 : shown.factors;
      const { id, token } = await this.sessions.open(unit, { user: user.id, factors, via, device, life });
      if (!known && (await this.sessions.anyDevice(unit, user.id)))
        await tellAccount(unit, user, 'new-device', id);
      const deviceToken = known ? null : await this.sessions.rememberDevice(unit, user.id);
      await this.audit.record(unit, 'sign-in.begun', { user: user.id, via, knownDevice: known });
      const next = user.demo
        ? ({ secondFactor: 'not-needed', ways: [] } as const)
        : wanted(grants, held, factors);
      return { user, token, life, deviceToken, ...next };
    });
  }

  /** The second factor was shown: the session goes on under a new token, with all its user's rights. */
  async raise(unit: Unit, { id, user, grants }: LiveSession): Promise<Raised> {
    const token = await this.sessions.rotate(unit, id, 2);
    await this.audit.record(unit, 'sign-in.second-factor', { user: user.id });
    return { token, life: isStaff(grants) ? staffLife : memberLife };
  }

  /** After a change of what one signs in with: what was opened with the old ends. */
  endOthers(unit: Unit, { id, user }: LiveSession): Promise<void> {
    return this.sessions.endAll(unit, user.id, id);
  }

  /** Whether that account has signed in from this browser before. */
  async isKnown(account: string, { deviceToken }: Client): Promise<boolean> {
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const user = await this.users.byEmail(unit, account);
      if (!user || deviceToken === null || !isToken(deviceToken)) return false;
      return this.sessions.knowsDevice(unit, user.id, deviceToken);
    });
  }
}

/**
 * An authenticator app, once set up, is asked for; a passkey of somebody whose role needs no second factor is a way in
 * of its own, and asked for by nobody.
 */
function wanted(
  grants: readonly Grant[],
  { totp, passkeys, recoveryCodes }: SecondFactors,
  factors: number,
): Pick<SignedIn, 'secondFactor' | 'ways'> {
  const needed = grants.some(({ role }) => needsSecondFactor.includes(role));
  if (factors > 1) return { secondFactor: needed || totp ? 'shown' : 'not-needed', ways: [] };
  if (!totp && !(needed && passkeys > 0))
    return { secondFactor: needed ? 'to-be-set-up' : 'not-needed', ways: [] };
  const ways = [
    ...(totp ? ['code' as const] : []),
    ...(passkeys > 0 ? ['passkey' as const] : []),
    ...(recoveryCodes > 0 ? ['recovery-code' as const] : []),
  ];
  return { secondFactor: 'asked', ways };
}
