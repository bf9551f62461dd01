import type { Unit } from '../../platform/database/unit-of-work.js';
import { newToken, tokenHash } from '../../platform/ids/secret-token.js';
import { newId } from '../../platform/ids/uuid.js';
import type { Grant, User, UserId } from '../users/user.js';

/** How long a session lives: in all, and without a request. */
export interface SessionLife {
  readonly hours: number;
  readonly idleSeconds: number;
}

export const staffLife: SessionLife = { hours: 24, idleSeconds: 3_600 };
export const memberLife: SessionLife = { hours: 30 * 24, idleSeconds: 7 * 24 * 3_600 };

export interface NewSession {
  readonly user: UserId;
  /** how many factors were shown */
  readonly factors: 1 | 2;
  readonly via: 'password' | 'link' | 'passkey' | 'provider';
  readonly device: string | null;
  readonly life: SessionLife;
}

/** A session that counts at this moment, whose it is and what they may. */
export interface LiveSession {
  readonly id: string;
  readonly factors: number;
  readonly createdAt: Date;
  /** when a factor was shown last */
  readonly provedAt: Date;
  /** an authenticator app is set up: without a code of it no role counts */
  readonly guarded: boolean;
  readonly user: User;
  readonly grants: readonly Grant[];
}

/** One line of the list of one's own sessions. */
export interface SessionLine {
  readonly id: string;
  readonly device: string | null;
  readonly factors: number;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

interface LiveRow extends Omit<LiveSession, 'user'>, Omit<User, 'id'> {
  readonly userId: UserId;
  readonly stale: boolean;
}

/** Sessions and known devices. The database holds hashes; the tokens are with the browsers. */
export class SessionStore {
  /** @returns the token for the cookie; it is nowhere else */
  async open(
    unit: Unit,
    { user, factors, via, device, life }: NewSession,
  ): Promise<{ id: string; token: string }> {
    const token = newToken();
    const id = newId();
    await unit.manager.query(
      `insert into user_session (id, user_id, token_hash, factors, via, device, ends_at, idle_seconds)
       values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 hour', $8)`,
      [id, user, tokenHash(token), factors, via, device, life.hours, life.idleSeconds],
    );
    return { id, token };
  }

  /** The same session under a new token: what somebody may have learned of the old one is worth nothing. */
  async rotate(unit: Unit, id: string, factors: 1 | 2): Promise<string> {
    const token = newToken();
    await unit.manager.query(
      'update user_session set token_hash = $2, factors = $3, proved_at = now() where id = $1',
      [id, tokenHash(token), factors],
    );
    return token;
  }

  /** The session of a token, with the rights its user has now; undefined where it has ended. */
  async find(unit: Unit, token: string): Promise<LiveSession | undefined> {
    const [row] = await unit.manager.query<LiveRow[]>(
      `select s.id, s.factors, s.created_at as "createdAt", s.proved_at as "provedAt", s.seen_at < now() - interval '1 minute' as stale,
         u.id as "userId", u.email, u.name, u.language, u.demo, x.totp_since is not null as guarded,
         coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'cluster', g.cluster_id,
             'organisation', g.organisation_id) order by g.since, g.id)
           from role_grant g where g.user_id = u.id and (g.until is null or g.until > now())), '[]') as grants
       from user_session s join user_account u on u.id = s.user_id left join user_secret x on x.user_id = u.id
       where s.token_hash = $1 and s.ends_at > now() and u.disabled_at is null
         and s.seen_at + s.idle_seconds * interval '1 second' > now()`,
      [tokenHash(token)],
    );
    if (!row) return undefined;
    if (row.stale)
      await unit.manager.query('update user_session set seen_at = now() where id = $1', [row.id]);
    const { userId, email, name, language, demo, id, factors, createdAt, provedAt, guarded, grants } = row;
    return {
      id,
      factors,
      createdAt,
      provedAt,
      guarded,
      grants,
      user: { id: userId, email, name, language, demo },
    };
  }

  async list(unit: Unit, user: UserId): Promise<SessionLine[]> {
    return unit.manager.query<SessionLine[]>(
      `select id, device, factors, created_at as "createdAt", seen_at as "seenAt" from user_session
       where user_id = $1 and ends_at > now() and seen_at + idle_seconds * interval '1 second' > now()
       order by seen_at desc, id limit 100`,
      [user],
    );
  }

  /** What the browser of a session calls itself; null where there is no such session. */
  async deviceOf(unit: Unit, id: string): Promise<string | null> {
    const [row] = await unit.manager.query<{ device: string | null }[]>(
      'select device from user_session where id = $1',
      [id],
    );
    return row?.device ?? null;
  }

  /** @returns false where that user has no such session */
  async end(unit: Unit, user: UserId, id: string): Promise<boolean> {
    const [, ended] = await unit.manager.query<[unknown[], number]>(
      'delete from user_session where id = $2 and user_id = $1',
      [user, id],
    );
    return ended === 1;
  }

  /** After a change of password, factor or role. @param but the session that stays */
  async endAll(unit: Unit, user: UserId, but: string | null = null): Promise<void> {
    await unit.manager.query('delete from user_session where user_id = $1 and id is distinct from $2', [
      user,
      but,
    ]);
  }

  /** @returns how many ended sessions, used or ended links and finished counts were removed */
  async removeEnded(unit: Unit): Promise<number> {
    let removed = 0;
    for (const [table, ended] of [
      ['user_session', `ends_at < now() or seen_at + idle_seconds * interval '1 second' < now()`],
      ['sign_in_link', `ends_at < now() - interval '1 hour'`],
      ['sign_in_attempt', `ends_at < now()`],
      ['throttle', `ends_at < now()`],
      ['known_device', `seen_at < now() - interval '400 days'`],
    ] as const) {
      const [, count] = await unit.manager.query<[unknown[], number]>(`delete from ${table} where ${ended}`);
      removed += count;
    }
    return removed;
  }

  async knowsDevice(unit: Unit, user: UserId, token: string): Promise<boolean> {
    const [, known] = await unit.manager.query<[unknown[], number]>(
      'update known_device set seen_at = now() where user_id = $1 and token_hash = $2',
      [user, tokenHash(token)],
    );
    return known === 1;
  }

  /** Whether they have signed in from anywhere before. */
  async anyDevice(unit: Unit, user: UserId): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      'select exists (select from known_device where user_id = $1) as found',
      [user],
    );
    return row?.found ?? false;
  }

  /** @returns the token for that browser's cookie */
  async rememberDevice(unit: Unit, user: UserId): Promise<string> {
    const token = newToken();
    await unit.manager.query('insert into known_device (id, user_id, token_hash) values ($1, $2, $3)', [
      newId(),
      user,
      tokenHash(token),
    ]);
    return token;
  }
}
