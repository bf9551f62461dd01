import type { Scope } from '../platform/database/scope.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import { callerNow } from './current-scope.js';

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

type Subject = Readonly<Record<string, string | number | boolean | null>>;

/** Whose an entry is, beside the service: whose staff and whose people may read it. */
interface Concerned {
  readonly cluster?: string;
  readonly organisation?: string;
}

/** Insert-only: the runtime role may not change or delete an entry, and the database chains them by hash. */
export class AuditTrail {
  /**
   * Ids and counts, never names. The role is that of whoever asked, also where the service does it on their behalf; where
   * nobody is named, it concerns their organisation or their one cluster, unless they did it to their own account.
   */
  async record(unit: Unit, action: string, subject: Subject, concerned: Concerned = {}): Promise<void> {
    const asker = askerOf(unit);
    const { user, role } = asker;
    const named = concerned.cluster !== undefined || concerned.organisation !== undefined;
    const own = user !== undefined && subject['user'] === user ? {} : placeOf(named ? unit.scope : asker);
    await this.#add(unit, [user ?? role, role, action, JSON.stringify(subject)], { ...own, ...concerned });
  }

  /** Something that concerns several: each reads an entry of its own, and none sees whom else it concerned. */
  async recordForEach(
    unit: Unit,
    action: string,
    subject: Subject,
    organisations: readonly string[],
  ): Promise<void> {
    const { user, role } = askerOf(unit);
    for (const organisation of new Set(organisations))
      await this.#add(unit, [user ?? role, role, action, JSON.stringify(subject)], { organisation });
  }

  /** That staff of its cluster looked at a member: once a day for each reader. */
  async seen(unit: Unit, organisation: string): Promise<void> {
    const { user, role } = unit.scope;
    if (user === undefined || !watched.includes(role)) return;
    await unit.manager.query(
      `insert into audit_entry (id, actor, role, action, subject, cluster_id, organisation_id)
       select $1, $2, $3, 'organisation.seen', '{}', m.cluster_id, m.organisation_id from membership m
       where m.organisation_id = $4 and not exists (select from audit_entry e
         where e.organisation_id = $4 and e.actor = $2 and e.action = 'organisation.seen' and e.at > now() - interval '1 day')
       order by m.cluster_id limit 1`,
      [newId(), user, role, organisation],
    );
  }

  /**
   * That somebody of a sister cluster was shown members behind their masks: once a day for each cluster that looked. Who
   * there looked is not said. Needs the service's scope.
   *
   * @param by id of the cluster that looked
   */
  async seenMasked(
    unit: Unit,
    members: readonly { readonly organisation: string; readonly cluster: string }[],
    by: string,
  ): Promise<void> {
    await unit.manager.query(
      `insert into audit_entry (id, actor, role, action, subject, cluster_id, organisation_id)
       select s.id, 'system', 'system', 'organisation.seen-masked', jsonb_build_object('by', $4::text), s.cluster, s.organisation
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as s (id, organisation, cluster)
       where not exists (select from audit_entry e where e.organisation_id = s.organisation
         and e.action = 'organisation.seen-masked' and e.subject ->> 'by' = $4 and e.at > now() - interval '1 day')`,
      [
        members.map(() => newId()),
        members.map(({ organisation }) => organisation),
        members.map(({ cluster }) => cluster),
        by,
      ],
    );
  }

  async #add(unit: Unit, said: readonly string[], { cluster, organisation }: Concerned): Promise<void> {
    await unit.manager.query(
      `insert into audit_entry (id, actor, role, action, subject, cluster_id, organisation_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), ...said, cluster ?? null, organisation ?? null],
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

const watched: readonly string[] = ['officer', 'manager', 'operator'];

/** Who it was, where the service works on behalf of somebody: the same person, as what they asked. */
function askerOf({ scope }: Unit): Scope {
  const caller = callerNow()?.scope;
  return scope.role === 'system' && caller?.user !== undefined && caller.user === scope.user ? caller : scope;
}

function placeOf({ role, clusters, organisation }: Scope): Concerned {
  const [cluster] = clusters;
  const staff = role === 'officer' || role === 'manager';
  return {
    ...(staff && clusters.length === 1 && cluster !== undefined ? { cluster } : {}),
    ...(organisation === undefined ? {} : { organisation }),
  };
}
