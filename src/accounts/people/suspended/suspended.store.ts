import type { Unit } from '../../../platform/database/unit-of-work.js';
import type { SuspendedPerson } from './suspended-mail.js';

/** Who is told of addresses that are not written to any more, and whose they are. */
export class SuspendedStore {
  /** The officers of clusters, each once; with all of those clusters in the scope. */
  async officers(unit: Unit, clusters: readonly string[]): Promise<string[]> {
    const rows = await unit.manager.query<{ user: string }[]>(
      `select distinct user_id as user from role_grant where role = 'officer' and cluster_id = any ($1)
         and (until is null or until > now()) order by 1`,
      [clusters],
    );
    return rows.map(({ user }) => user);
  }

  /** @param recipient `user:<id>`, `contact:<id>`. @returns null where they are gone */
  async person(unit: Unit, recipient: string): Promise<SuspendedPerson | null> {
    const [kind, id] = recipient.split(':');
    if (kind !== 'user' && kind !== 'contact') return null;
    const [row] = await unit.manager.query<SuspendedPerson[]>(
      `select name, email as address from ${kind === 'user' ? 'user_account' : 'contact'} where id = $1`,
      [id],
    );
    return row ?? null;
  }
}
