import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { passkeyTaken } from '../account.errors.js';
import type { UserId } from '../users/user.js';

/** A passkey as its owner sees it. */
export interface PasskeyLine {
  readonly id: string;
  readonly name: string;
  readonly synced: boolean;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** A passkey as an answer is checked against it. */
export interface StoredPasskey {
  readonly id: string;
  readonly user: UserId;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

export type NewPasskey = Omit<StoredPasskey, 'id'> & { readonly name: string; readonly synced: boolean };

/** Public halves of passkeys. */
export class PasskeyStore {
  /** @throws {AppError} `accounts.passkey-taken` */
  async add(unit: Unit, passkey: NewPasskey): Promise<PasskeyLine> {
    const [row] = await unit.manager.query<PasskeyLine[]>(
      `insert into passkey (id, user_id, credential_id, public_key, counter, transports, name, synced)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing
       returning id, name, synced, created_at as "createdAt", used_at as "usedAt"`,
      [
        newId(),
        passkey.user,
        passkey.credentialId,
        passkey.publicKey,
        passkey.counter,
        passkey.transports,
        passkey.name,
        passkey.synced,
      ],
    );
    if (!row) throw passkeyTaken();
    return row;
  }

  async list(
    unit: Unit,
    user: UserId,
  ): Promise<(PasskeyLine & Pick<StoredPasskey, 'credentialId' | 'transports'>)[]> {
    return unit.manager.query(
      `select id, name, synced, created_at as "createdAt", used_at as "usedAt", credential_id as "credentialId", transports
       from passkey where user_id = $1 order by created_at, id limit 100`,
      [user],
    );
  }

  async byCredential(unit: Unit, credentialId: Buffer): Promise<StoredPasskey | undefined> {
    const [row] = await unit.manager.query<(Omit<StoredPasskey, 'counter'> & { counter: string })[]>(
      `select id, user_id as "user", credential_id as "credentialId", public_key as "publicKey", counter, transports
       from passkey where credential_id = $1`,
      [credentialId],
    );
    return row && { ...row, counter: Number(row.counter) };
  }

  /** @returns false where that user has no such passkey */
  async rename(unit: Unit, user: UserId, id: string, name: string): Promise<boolean> {
    const [, renamed] = await unit.manager.query<[unknown[], number]>(
      'update passkey set name = $3 where user_id = $1 and id = $2',
      [user, id, name],
    );
    return renamed === 1;
  }

  /** @returns false where another answer counted further meanwhile: then one of the two came from a copy */
  async used(unit: Unit, { id, counter }: StoredPasskey, next: number): Promise<boolean> {
    const [, used] = await unit.manager.query<[unknown[], number]>(
      'update passkey set counter = $2, used_at = now() where id = $1 and counter = $3',
      [id, next, counter],
    );
    return used === 1;
  }
}
