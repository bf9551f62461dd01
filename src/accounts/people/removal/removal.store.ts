import type { Unit } from '../../../platform/database/unit-of-work.js';
import { newToken, tokenHash } from '../../../platform/ids/secret-token.js';
import { newId } from '../../../platform/ids/uuid.js';
import { enqueueIntention } from '../../../platform/queue/index.js';
import type { HeldOfPerson, HeldTable } from './held-records.js';
import { organisationRemovedJob } from './organisation-removed.job.js';
import { seal, unseal } from './sealed.js';

/** Rows that were taken out, table by table, in the order in which they come back. */
export type Taken = readonly { readonly table: string; readonly rows: readonly object[] }[];

export interface NewRemoval {
  readonly kind: 'person' | 'organisation';
  readonly subject: string;
  readonly taken: Taken;
  /** what keeps the removed out */
  readonly marks: readonly Buffer[];
  /** whose one mail about it may still go */
  readonly tell: Buffer;
}

export interface UndoneRemoval {
  readonly kind: 'person' | 'organisation';
  readonly subject: string;
  readonly taken: Taken;
}

/** How long a removal can be taken back, in days. */
export const undoDays = 7;

/** Takes rows out and puts them back. Needs the service's scope over every cluster. */
export class RemovalStore {
  /** @param value what `$1` of the conditions stands for */
  async take(unit: Unit, tables: readonly HeldOfPerson[], value: string): Promise<Taken> {
    const taken: { table: string; rows: readonly object[] }[] = [];
    for (const held of [...tables].reverse()) {
      const [row] = await unit.manager.query<{ rows: object[] }[]>(
        `with ${takingOut(held)} select coalesce(jsonb_agg(to_jsonb(gone)), '[]') as rows from gone`,
        [value],
      );
      taken.unshift({ table: nameOf(held), rows: row?.rows ?? [] });
    }
    return taken;
  }

  /** What the file of somebody's own data shows of these tables: name → rows. */
  async show(
    unit: Unit,
    tables: readonly HeldOfPerson[],
    email: string,
  ): Promise<Readonly<Record<string, readonly object[]>>> {
    const file: Record<string, readonly object[]> = {};
    for (const { table, where, shown } of tables)
      if (shown)
        file[shown.as] = await unit.manager.query<object[]>(
          `select ${shown.columns} from ${table} where ${where}`,
          [email],
        );
    return file;
  }

  /** The same rows, left where they are. */
  async read(unit: Unit, tables: readonly HeldTable[], value: string): Promise<Taken> {
    const read: { table: string; rows: readonly object[] }[] = [];
    for (const { table, where } of tables) {
      const [row] = await unit.manager.query<{ rows: object[] }[]>(
        `select coalesce(jsonb_agg(to_jsonb(held)), '[]') as rows from (select * from ${table} where ${where}) as held`,
        [value],
      );
      read.push({ table, rows: row?.rows ?? [] });
    }
    return read;
  }

  /** What stands meanwhile is left as it is. @param tables those that rows may go to, in their order */
  async giveBack(unit: Unit, taken: Taken, tables: readonly HeldOfPerson[]): Promise<void> {
    for (const held of tables) {
      const rows = taken.find((one) => one.table === nameOf(held))?.rows ?? [];
      if (rows.length > 0) await unit.manager.query(puttingBack(held), [JSON.stringify(rows)]);
    }
  }

  /** @returns the token that takes it back; it is kept nowhere */
  async add(
    unit: Unit,
    { kind, subject, taken, marks, tell }: NewRemoval,
  ): Promise<{ id: string; token: string }> {
    const [id, token] = [newId(), newToken()];
    await unit.manager.query(
      `insert into removal (id, kind, subject, token_hash, sealed, marks, tell_mark, undo_until)
       values ($1, $2, $3, $4, $5, $6, $7, now() + interval '${undoDays} days')`,
      [id, kind, subject, tokenHash(token), seal(JSON.stringify(taken), token), marks, tell],
    );
    return { id, token };
  }

  /** Whoever keeps something made of the organisation's data takes it out there too. */
  async announce(unit: Unit, removal: string, organisation: string): Promise<void> {
    const payload = { removalId: removal, organisationId: organisation };
    await enqueueIntention(unit, organisationRemovedJob, payload);
  }

  /** Takes a removal back, once: what it took out, and its marks gone. @returns undefined where it cannot be */
  async undo(unit: Unit, token: string): Promise<UndoneRemoval | undefined> {
    const [[row]] = await unit.manager.query<
      [{ kind: 'person' | 'organisation'; subject: string; sealed: Buffer; marks: Buffer[] }[], number]
    >(
      `with found as (select id, kind, subject, sealed, marks from removal
         where token_hash = $1 and undone_at is null and sealed is not null and undo_until > now() for update)
       update removal r set undone_at = now(), sealed = null from found where r.id = found.id
       returning found.kind, found.subject, found.sealed, found.marks`,
      [tokenHash(token)],
    );
    if (!row) return undefined;
    await this.unmark(unit, row.marks);
    const taken = JSON.parse(unseal(row.sealed, token)) as Taken;
    return { kind: row.kind, subject: row.subject, taken };
  }

  /** The mail about it has ended: nobody is written to at that address any more. */
  async told(unit: Unit, token: string): Promise<void> {
    await unit.manager.query('update removal set tell_mark = null where token_hash = $1', [tokenHash(token)]);
  }

  async mark(unit: Unit, marks: readonly Buffer[]): Promise<void> {
    for (const mark of marks)
      await unit.manager.query('insert into erasure (mark) values ($1) on conflict (mark) do nothing', [
        mark,
      ]);
  }

  async unmark(unit: Unit, marks: readonly Buffer[]): Promise<void> {
    for (const mark of marks) await unit.manager.query('delete from erasure where mark = $1', [mark]);
  }

  /** Removals that cannot be taken back any more are emptied. @returns how many */
  async forgetOld(unit: Unit): Promise<number> {
    const [, count] = await unit.manager.query<[unknown[], number]>(
      'update removal set sealed = null, tell_mark = null where undo_until <= now() and sealed is not null',
    );
    return count;
  }
}

/** Tables stand more than once where some of their columns go by one condition and some by another. */
const nameOf = ({ table, emptied }: HeldOfPerson): string =>
  emptied ? `${table}:${emptied.columns.join()}` : table;

/** SQL of `gone`: the rows as they were. */
function takingOut({ table, where, emptied }: HeldOfPerson): string {
  if (!emptied) return `gone as (delete from ${table} where ${where} returning *)`;
  const nothing = emptied.columns.map((column) => `${column} = null`).join(', ');
  return `gone as (select * from ${table} where ${where} for update),
    emptied as (update ${table} t set ${nothing} from gone where t.${emptied.key} = gone.${emptied.key})`;
}

function puttingBack({ table, only, emptied }: HeldOfPerson): string {
  const rows = `jsonb_populate_recordset(null::${table}, $1) as r`;
  if (!emptied)
    return `insert into ${table} select r.* from ${rows} where ${only ?? 'true'} on conflict do nothing`;
  const { key, columns } = emptied;
  return `update ${table} t set ${columns.map((column) => `${column} = r.${column}`).join(', ')} from ${rows}
    where t.${key} = r.${key} and ${columns.map((column) => `t.${column} is null`).join(' and ')}`;
}
