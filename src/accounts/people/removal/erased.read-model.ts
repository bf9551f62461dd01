import { createHash } from 'node:crypto';

import type { Unit } from '../../../platform/database/unit-of-work.js';
import type { OrganisationKeys } from './organisation-marks.read-model.js';

/** One who asked not to be here. */
export interface Erased {
  /** one-way, in hexadecimal */
  readonly mark: string;
  readonly at: Date;
}

/** Who asked not to be here, and whose data a restored backup may have brought back. */
export class ErasedReadModel {
  async all(unit: Unit): Promise<Erased[]> {
    return unit.manager.query<Erased[]>(
      `select encode(mark, 'hex') as mark, at from erasure order by at, mark`,
    );
  }

  /** What tells one database's marks from another's, and says nothing of the key under which they are made. */
  async fingerprint(unit: Unit): Promise<string> {
    const [row] = await unit.manager.query<{ key: Buffer }[]>('select key from erasure_key');
    return createHash('sha256')
      .update('erasure list')
      .update(row?.key ?? Buffer.alloc(0))
      .digest('hex')
      .slice(0, 16);
  }

  /** Adds those that are not known. @returns how many */
  async add(unit: Unit, erased: readonly Erased[]): Promise<number> {
    const added = await unit.manager.query<unknown[]>(
      `insert into erasure (mark, at) select decode(m, 'hex'), t from unnest($1::text[], $2::timestamptz[]) as e (m, t)
       on conflict (mark) do nothing returning 1`,
      [erased.map(({ mark }) => mark), erased.map(({ at }) => at)],
    );
    return added.length;
  }

  /** Every mail address that is held in one of these places, in lower case. @param places SQL, each `select … as email` */
  async addresses(unit: Unit, places: readonly string[]): Promise<string[]> {
    const rows = await unit.manager.query<{ email: string }[]>(
      `select distinct lower(email) as email from (${places.join(' union all ')}) as held
       where email is not null order by 1`,
    );
    return rows.map(({ email }) => email);
  }

  /** What clusters hold of organisations, by every name and number that they have there. */
  async organisations(unit: Unit): Promise<{ readonly id: string; readonly keys: OrganisationKeys }[]> {
    const rows = await unit.manager.query<(OrganisationKeys & { id: string })[]>(
      `select distinct o.id, o.pic, o.vat_number as "vatNumber", r.folded_name as "foldedName", r.country
       from organisation o join organisation_record r on r.organisation_id = o.id
       where r.cluster_id is not null or exists (select from membership m where m.organisation_id = o.id)
       order by o.id`,
    );
    return rows.map(({ id, ...keys }) => ({ id, keys }));
  }
}
