import type { Unit } from '../../platform/database/unit-of-work.js';
import { tokenHash } from '../../platform/ids/secret-token.js';
import { newId } from '../../platform/ids/uuid.js';
import type { UserId } from '../users/user.js';

export type AttemptPurpose = 'passkey-add' | 'passkey-sign-in' | 'passkey-factor' | 'provider';

export interface Attempt {
  readonly purpose: AttemptPurpose;
  /** whoever is signed in already; null where nobody is */
  readonly user: UserId | null;
  /** what comes back with the answer; only its hash is kept */
  readonly token: string;
  readonly held?: Readonly<Record<string, string>>;
  readonly minutes: number;
}

/** Questions that wait for their one answer. */
export class SignInAttemptStore {
  async open(unit: Unit, { purpose, user, token, held = {}, minutes }: Attempt): Promise<void> {
    await unit.manager.query(
      `insert into sign_in_attempt (id, user_id, purpose, token_hash, held, ends_at)
       values ($1, $2, $3, $4, $5, now() + $6 * interval '1 minute')`,
      [newId(), user, purpose, tokenHash(token), JSON.stringify(held), minutes],
    );
  }

  /** Takes an answer's question away, so that no second answer finds it; undefined where there is none. */
  async take(
    unit: Unit,
    purpose: AttemptPurpose,
    token: string,
  ): Promise<{ user: UserId | null; held: Readonly<Record<string, string>> } | undefined> {
    const [rows] = await unit.manager.query<
      [{ user: UserId | null; held: Readonly<Record<string, string>>; live: boolean }[], number]
    >(
      `delete from sign_in_attempt where token_hash = $1 and purpose = $2
       returning user_id as "user", held, ends_at > now() as live`,
      [tokenHash(token), purpose],
    );
    const [found] = rows;
    return found?.live ? { user: found.user, held: found.held } : undefined;
  }
}
