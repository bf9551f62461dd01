import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import type { UserId } from '../users/user.js';
import type { Identity } from './open-id.connector.js';

/** An identity elsewhere, as its owner sees it. */
export interface LinkedIdentity {
  readonly id: string;
  readonly provider: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** Who people are elsewhere: issuer and its own name for them. */
export class LinkedIdentityStore {
  list(unit: Unit, user: UserId): Promise<LinkedIdentity[]> {
    return unit.manager.query(
      `select id, provider, created_at as "createdAt", used_at as "usedAt"
       from linked_identity where user_id = $1 order by created_at, id`,
      [user],
    );
  }

  /** @returns false where that identity belongs to an account already */
  async link(unit: Unit, user: UserId, provider: string, { issuer, subject }: Identity): Promise<boolean> {
    const rows = await unit.manager.query<object[]>(
      `insert into linked_identity (id, user_id, provider, issuer, subject) values ($1, $2, $3, $4, $5)
       on conflict (issuer, subject) do nothing returning id`,
      [newId(), user, provider, issuer, subject],
    );
    return rows.length > 0;
  }

  /** Whose identity it is; used now. */
  async use(unit: Unit, { issuer, subject }: Identity): Promise<UserId | undefined> {
    const [rows] = await unit.manager.query<[{ user: UserId }[], number]>(
      `update linked_identity set used_at = now() where issuer = $1 and subject = $2 returning user_id as "user"`,
      [issuer, subject],
    );
    return rows[0]?.user;
  }

  async unlink(unit: Unit, user: UserId, id: string): Promise<boolean> {
    const [, count] = await unit.manager.query<[object[], number]>(
      'delete from linked_identity where id = $1 and user_id = $2',
      [id, user],
    );
    return count > 0;
  }
}
