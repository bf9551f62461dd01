import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { emailTaken } from '../account.errors.js';
import type { Grant, User, UserId } from './user.js';

/** What proves who somebody is, as the service alone reads it. */
export interface Credentials {
  readonly passwordHash: string | null;
  /** null until a code has confirmed it */
  readonly totpKey: Buffer | null;
  readonly totpStep: number | null;
}

/** A key for one-time codes that waits for its first code. */
export interface PendingTotp {
  readonly key: Buffer;
  readonly confirmed: boolean;
}

/** What opens an account besides its password and its codes. */
const waysIn = [
  'passkey',
  'recovery_code',
  'linked_identity',
  'sign_in_link',
  'sign_in_attempt',
  'known_device',
] as const;

const userColumns = 'id, email, name, language, demo';

/** Accounts, their roles and what proves them. Row-level security shows secrets to the service itself alone. */
export class UserStore {
  /** @throws {AppError} `accounts.email-taken` */
  async add(unit: Unit, user: Omit<User, 'id'>): Promise<User> {
    const id = newId() as UserId;
    const [row] = await unit.manager.query<{ id: string }[]>(
      `insert into user_account (id, email, name, language, demo) values ($1, $2, $3, $4, $5)
       on conflict (email) do nothing returning id`,
      [id, user.email, user.name, user.language, user.demo],
    );
    if (!row) throw emailTaken();
    await unit.manager.query('insert into user_secret (user_id) values ($1)', [id]);
    if (!user.demo) await unit.manager.query('insert into taken_over (id) values (1) on conflict do nothing');
    return { ...user, id };
  }

  async byEmail(unit: Unit, email: string): Promise<User | undefined> {
    const [row] = await unit.manager.query<User[]>(
      `select ${userColumns} from user_account where email = $1 and disabled_at is null`,
      [email.trim().toLowerCase()],
    );
    return row;
  }

  /** An account with its password, in one question, so that asking for one that does not exist takes as long. */
  async withPassword(unit: Unit, email: string): Promise<{ user: User; passwordHash: string | null } | null> {
    const [row] = await unit.manager.query<(User & { passwordHash: string | null })[]>(
      `select ${userColumns}, s.password_hash as "passwordHash"
       from user_account u left join user_secret s on s.user_id = u.id
       where u.email = $1 and u.disabled_at is null`,
      [email],
    );
    if (!row) return null;
    const { passwordHash, ...user } = row;
    return { user, passwordHash };
  }

  async byId(unit: Unit, id: string): Promise<User | undefined> {
    const [row] = await unit.manager.query<User[]>(
      `select ${userColumns} from user_account where id = $1 and disabled_at is null`,
      [id],
    );
    return row;
  }

  /** @returns the names of those ids, by id */
  async names(unit: Unit, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await unit.manager.query<{ id: string; name: string }[]>(
      'select id, name from user_account where id = any ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Whether the demonstration set has accounts here. */
  async anyDemo(unit: Unit): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      'select exists (select from user_account where demo) as found',
    );
    return row?.found ?? false;
  }

  /** Whether somebody real runs the service or speaks for a cluster. */
  async anyRealStaff(unit: Unit): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from role_grant g join user_account u on u.id = g.user_id
         where not u.demo and g.organisation_id is null and (g.until is null or g.until > now())) as found`,
    );
    return row?.found ?? false;
  }

  /** @returns how many accounts of the demonstration set went, with all that is theirs */
  async removeDemo(unit: Unit): Promise<number> {
    const [, removed] = await unit.manager.query<[unknown[], number]>('delete from user_account where demo');
    return removed;
  }

  async grant(unit: Unit, user: UserId, { role, cluster, organisation }: Grant): Promise<void> {
    await unit.manager.query(
      `insert into role_grant (id, user_id, role, cluster_id, organisation_id) values ($1, $2, $3, $4, $5)`,
      [newId(), user, role, cluster, organisation],
    );
  }

  async grants(unit: Unit, user: UserId): Promise<Grant[]> {
    return unit.manager.query<Grant[]>(
      `select role, cluster_id as cluster, organisation_id as organisation from role_grant
       where user_id = $1 and (until is null or until > now()) order by since, id`,
      [user],
    );
  }

  async credentials(unit: Unit, user: UserId): Promise<Credentials> {
    const [row] = await unit.manager.query<(Omit<Credentials, 'totpStep'> & { totpStep: string | null })[]>(
      `select password_hash as "passwordHash", case when totp_since is not null then totp_key end as "totpKey",
         totp_step as "totpStep" from user_secret where user_id = $1`,
      [user],
    );
    if (!row) return { passwordHash: null, totpKey: null, totpStep: null };
    return { ...row, totpStep: row.totpStep === null ? null : Number(row.totpStep) };
  }

  async rename(unit: Unit, user: UserId, name: string): Promise<void> {
    await unit.manager.query('update user_account set name = $2 where id = $1', [user, name]);
  }

  async setPassword(unit: Unit, user: UserId, hash: string): Promise<void> {
    await unit.manager.query(
      'update user_secret set password_hash = $2, password_set_at = now() where user_id = $1',
      [user, hash],
    );
  }

  /** A new key that does not count before `confirmTotp`; one that counts already stays in force until then. */
  async proposeTotp(unit: Unit, user: UserId, key: Buffer): Promise<boolean> {
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      'update user_secret set totp_key = $2, totp_step = null where user_id = $1 and totp_since is null',
      [user, key],
    );
    return changed === 1;
  }

  async pendingTotp(unit: Unit, user: UserId): Promise<PendingTotp | undefined> {
    const [row] = await unit.manager.query<PendingTotp[]>(
      `select totp_key as key, totp_since is not null as confirmed from user_secret
       where user_id = $1 and totp_key is not null`,
      [user],
    );
    return row;
  }

  /**
   * Takes a code of that step: from now on neither it nor an earlier one counts.
   *
   * @returns false where another request took it meanwhile
   */
  async takeTotpStep(unit: Unit, user: UserId, step: number): Promise<boolean> {
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      `update user_secret set totp_step = $2, totp_since = coalesce(totp_since, now())
       where user_id = $1 and totp_key is not null and coalesce(totp_step, -1) < $2`,
      [user, step],
    );
    return changed === 1;
  }

  /** All that opened the account until now, whoever had put it there: its owner proves anew who they are. */
  async forgetSecrets(unit: Unit, user: UserId): Promise<void> {
    await unit.manager.query(
      `update user_secret set password_hash = null, password_set_at = null, totp_key = null, totp_since = null,
         totp_step = null where user_id = $1`,
      [user],
    );
    for (const table of waysIn) await unit.manager.query(`delete from ${table} where user_id = $1`, [user]);
  }
}
