import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';

/** What a look at the whole trail found. */
export interface AuditVerdict {
  readonly entries: number;
  /** entries that were changed, or stand in no link */
  readonly changed: number;
  /** links whose entry is gone, or that do not follow from the one before */
  readonly broken: number;
  /** where the chain ends: note it elsewhere, and the trail cannot be cut short unnoticed */
  readonly head: { readonly seq: number; readonly hash: string } | null;
}

/** One line of the trail, for those it concerns. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: Readonly<Record<string, unknown>>;
}

/** Insert-only: the runtime role may not change or delete an entry, and the database chains them by hash. */
export class AuditTrail {
  /** Ids and counts, never names. An entry of somebody in one cluster can be read by that cluster's staff. */
  async record(
    unit: Unit,
    action: string,
    subject: Readonly<Record<string, string | number | boolean | null>>,
    concerned: { readonly cluster?: string; readonly organisation?: string } = {},
  ): Promise<void> {
    const { user, role, clusters, organisation } = unit.scope;
    const only = role === 'officer' && clusters.length === 1 ? clusters[0] : undefined;
    await unit.manager.query(
      `insert into audit_entry (id, actor, role, action, subject, cluster_id, organisation_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        newId(),
        user ?? role,
        role,
        action,
        JSON.stringify(subject),
        concerned.cluster ?? only ?? null,
        concerned.organisation ?? organisation ?? null,
      ],
    );
  }

  /** What the scope may see, the newest first. */
  async list(unit: Unit, limit: number, before: string | null): Promise<AuditLine[]> {
    return unit.manager.query<AuditLine[]>(
      `select id, at, actor, action, subject from audit_entry
       where $2::uuid is null or (at, id) < (select b.at, b.id from audit_entry b where b.id = $2)
       order by at desc, id desc limit $1`,
      [limit, before],
    );
  }

  /** Computes every hash again. */
  async verify(unit: Unit): Promise<AuditVerdict> {
    const [found] = await unit.manager.query<
      {
        entries: number;
        changed: number;
        unlinked: number;
        broken: number;
        seq: string | null;
        hash: string | null;
      }[]
    >(
      `with chain as (
         select l.seq, l.previous, l.hash, e.id,
           sha256(l.previous || convert_to(audit_entry_text(e), 'UTF8')) as computed,
           lag(l.hash, 1, ''::bytea) over (order by l.seq) as before, lag(l.seq, 1, 0) over (order by l.seq) as place
         from audit_link l left join audit_entry e on e.id = l.entry_id)
       select (select count(*)::int from audit_entry) as entries,
         count(*) filter (where id is not null and computed <> hash)::int as changed,
         (select count(*)::int from audit_entry e where not exists
           (select from audit_link l where l.entry_id = e.id)) as unlinked,
         count(*) filter (where id is null or previous <> before or seq <> place + 1)::int as broken,
         max(seq) as seq, (array_agg(encode(hash, 'hex') order by seq desc))[1] as hash
       from chain`,
    );
    if (!found) return { entries: 0, changed: 0, broken: 0, head: null };
    const { entries, changed, unlinked, broken, seq, hash } = found;
    const head = seq === null || hash === null ? null : { seq: Number(seq), hash };
    return { entries, changed: changed + unlinked, broken, head };
  }

  /** Whether the chain still holds a head that was noted before. */
  async holds(unit: Unit, { seq, hash }: NonNullable<AuditVerdict['head']>): Promise<boolean> {
    const [found] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from audit_link where seq = $1 and encode(hash, 'hex') = $2) as found`,
      [seq, hash],
    );
    return found?.found ?? false;
  }
}
