import type { Unit } from '../../../platform/database/unit-of-work.js';
import { newToken, tokenHash } from '../../../platform/ids/secret-token.js';
import { seal, unseal } from './sealed.js';

/** Somebody who goes. */
export interface Leaving {
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'it';
}

/** Whoever kept a mail can still be removed by it; as long as those are held who never answer. */
const months = 12;

/** Links that remove whoever got them in a mail. Whom they remove is written down nowhere but under their token. */
export class RemovalLinkStore {
  async make(unit: Unit, leaving: Leaving): Promise<string> {
    const token = newToken();
    await unit.manager.query(
      `insert into removal_link (token_hash, sealed, ends_at) values ($1, $2, now() + interval '${months} months')`,
      [tokenHash(token), seal(JSON.stringify(leaving), token)],
    );
    return token;
  }

  async find(unit: Unit, token: string): Promise<Leaving | undefined> {
    const [row] = await unit.manager.query<{ sealed: Buffer }[]>(
      'select sealed from removal_link where token_hash = $1 and ends_at > now()',
      [tokenHash(token)],
    );
    return row && (JSON.parse(unseal(row.sealed, token)) as Leaving);
  }
}
