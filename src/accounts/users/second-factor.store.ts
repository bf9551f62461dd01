import type { Unit } from '../../platform/database/unit-of-work.js';
import type { UserId } from './user.js';

/** What somebody can show besides a password or a link. */
export interface SecondFactors {
  readonly totp: boolean;
  readonly passkeys: number;
  /** recovery codes that were not used */
  readonly recoveryCodes: number;
}

export const anySecondFactor = ({ totp, passkeys }: SecondFactors): boolean => totp || passkeys > 0;

/** Which second factors an account has, whatever kind they are of. */
export class SecondFactorStore {
  async held(unit: Unit, user: UserId): Promise<SecondFactors> {
    const [row] = await unit.manager.query<SecondFactors[]>(
      `select totp_since is not null as totp,
         (select count(*)::int from passkey where user_id = $1) as passkeys,
         (select count(*)::int from recovery_code where user_id = $1 and used_at is null) as "recoveryCodes"
       from user_secret where user_id = $1`,
      [user],
    );
    return row ?? { totp: false, passkeys: 0, recoveryCodes: 0 };
  }

  /** The same, and nobody else changes them before this transaction ends: two cannot both leave the last one. */
  async heldForChange(unit: Unit, user: UserId): Promise<SecondFactors> {
    await unit.manager.query('select from user_secret where user_id = $1 for update', [user]);
    return this.held(unit, user);
  }

  async removeTotp(unit: Unit, user: UserId): Promise<boolean> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `update user_secret set totp_key = null, totp_since = null, totp_step = null
       where user_id = $1 and totp_since is not null`,
      [user],
    );
    return removed === 1;
  }

  async removePasskey(unit: Unit, user: UserId, id: string): Promise<boolean> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      'delete from passkey where user_id = $1 and id = $2',
      [user, id],
    );
    return removed === 1;
  }
}
