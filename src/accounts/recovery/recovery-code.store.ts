import { createHash } from 'node:crypto';

import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import type { UserId } from '../users/user.js';

/** Hashes of recovery codes. A fast hash is enough: 80 random bits cannot be guessed from it. */
export class RecoveryCodeStore {
  /** Those from before no longer count. */
  async replace(unit: Unit, user: UserId, codes: readonly string[]): Promise<void> {
    await this.remove(unit, user);
    await unit.manager.query(
      `insert into recovery_code (id, user_id, code_hash)
       select id, $1, hash from unnest($2::uuid[], $3::bytea[]) as c (id, hash)`,
      [user, codes.map(() => newId()), codes.map((code) => hashOf(user, code))],
    );
  }

  /** @returns false where it is none of theirs, or was used */
  async use(unit: Unit, user: UserId, code: string): Promise<boolean> {
    const [, used] = await unit.manager.query<[unknown[], number]>(
      'update recovery_code set used_at = now() where user_id = $1 and code_hash = $2 and used_at is null',
      [user, hashOf(user, code)],
    );
    return used === 1;
  }

  async remove(unit: Unit, user: UserId): Promise<void> {
    await unit.manager.query('delete from recovery_code where user_id = $1', [user]);
  }
}

const hashOf = (user: UserId, code: string): Buffer =>
  createHash('sha256').update(`${user} ${code}`).digest();
