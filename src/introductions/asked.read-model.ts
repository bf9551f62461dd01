import type { Unit } from '../platform/database/unit-of-work.js';
import type { Introduction } from './introduction.js';

const waiting = `state in ('sent', 'read', 'more-information', 'escalated')`;

/** How much somebody has been asked, or asks: what the limits are counted from. Needs the service's own scope. */
export class AskedReadModel {
  /** Whoever counts for one recipient or one need waits for whoever counts already. */
  async queueUp(unit: Unit, ...keys: readonly string[]): Promise<void> {
    for (const key of [...keys].sort())
      await unit.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [
        `introduction:${key}`,
      ]);
  }

  /** When an organisation got its requests since a moment, the oldest first; those that wait for their turn as well. */
  async received(unit: Unit, organisation: string, since: Date): Promise<Date[]> {
    const rows = await unit.manager.query<{ at: Date }[]>(
      `select coalesce(sent_at, queued_for) as at from introduction
       where recipient_organisation_id = $1 and channel = 'member' and coalesce(sent_at, queued_for) > $2
         and not (state = 'withdrawn' and sent_at is null)
       order by 1`,
      [organisation, since],
    );
    return rows.map(({ at }) => at);
  }

  /** How many are being asked for the same, or wait to be. */
  async askedFor(unit: Unit, needKey: string): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      `select count(*)::int as count from introduction
       where need_key = $1 and (${waiting} or (state = 'draft' and queued_for is not null))`,
      [needKey],
    );
    return row?.count ?? 0;
  }

  /** Whom a sender asked to introduce it to an organisation. */
  async askedAbout(
    unit: Unit,
    about: string,
    sender: string | null,
    clusters: readonly string[],
  ): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select recipient_organisation_id as id from introduction
       where about_organisation_id = $1 and recipient_organisation_id is not null
         and (state <> 'draft' or queued_for is not null) and sender_organisation_id is not distinct from $2::uuid
         and ($2::uuid is not null or sender_clusters && $3::uuid[])`,
      [about, sender, clusters],
    );
    return rows.map(({ id }) => id);
  }

  /** The same need, the same recipient, and not ended without a yes. */
  async twin(unit: Unit, { id, needKey, recipientOrganisationId }: Introduction): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from introduction where need_key = $2 and recipient_organisation_id = $3 and id <> $1
         and (${waiting} or state = 'accepted' or (state = 'draft' and queued_for is not null))) as found`,
      [id, needKey, recipientOrganisationId],
    );
    return row?.found ?? false;
  }

  /** To how many a sender has sent the same words since a moment. */
  async sentWords(unit: Unit, introduction: Introduction, fingerprint: Buffer, since: Date): Promise<number> {
    const { id, senderOrganisationId, senderClusters } = introduction;
    const [row] = await unit.manager.query<{ count: number }[]>(
      `select count(*)::int as count from introduction
       where fingerprint = $2 and id <> $1 and coalesce(sent_at, queued_for) > $3
         and sender_organisation_id is not distinct from $4 and sender_clusters && $5`,
      [id, fingerprint, since, senderOrganisationId, senderClusters],
    );
    return row?.count ?? 0;
  }

  /** Requests that wait for an organisation: for its answer, or for what the other side asked it back. */
  async unanswered(unit: Unit, organisation: string): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      `select count(*)::int as count from introduction
       where (recipient_organisation_id = $1 and channel = 'member' and state in ('sent', 'read', 'escalated'))
         or (sender_organisation_id = $1 and state = 'more-information')`,
      [organisation],
    );
    return row?.count ?? 0;
  }

  /** How many requests an organisation answered, of how many that ended or were answered. */
  async answered(unit: Unit, organisation: string): Promise<{ answered: number; asked: number }> {
    const [row] = await unit.manager.query<{ answered: number; asked: number }[]>(
      `select count(answered_at)::int as answered, count(*)::int as asked from introduction
       where recipient_organisation_id = $1 and channel = 'member' and sent_at is not null
         and (answered_at is not null or state = 'expired')`,
      [organisation],
    );
    return row ?? { answered: 0, asked: 0 };
  }

  /** Requests whose seat has been taken by somebody, and that can still be answered. */
  async askedForFilledSeats(unit: Unit): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select i.id from introduction i join consortium_seat s on s.id = i.seat_id
       where (i.state in ('sent', 'read', 'more-information', 'escalated') or i.state = 'draft')
         and s.state = 'confirmed' and s.organisation_id is distinct from i.recipient_organisation_id limit 100`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Requests whose recipient left a cluster, or left altogether: clusters that nobody of theirs is in any more are taken
   * off. @returns ids of those of which one side is nowhere any more, or does not want to meet the other
   */
  async afterLeaving(unit: Unit): Promise<string[]> {
    const live = (
      column: string,
    ): string => `(select coalesce(array_agg(m.cluster_id), '{}') from membership m
      where m.organisation_id = i.${column} and (m.until is null or m.until >= current_date))`;
    await unit.manager.query(
      `update introduction i set recipient_clusters = now_in.clusters, clusters = i.sender_clusters || now_in.clusters
       from (select id, ${live('recipient_organisation_id')} as clusters from introduction i
         where channel = 'member' and ${waiting} ) now_in
       where now_in.id = i.id and not (i.recipient_clusters <@ now_in.clusters)`,
    );
    const rows = await unit.manager.query<{ id: string }[]>(
      `select id from introduction i where ${waiting} and channel = 'member'
         and (${live('recipient_organisation_id')} = '{}'
           or (sender_organisation_id is not null and ${live('sender_organisation_id')} = '{}')
           or exists (select from exclusion x
             where (x.organisation_id, x.other_id) in ((i.sender_organisation_id, i.recipient_organisation_id),
               (i.recipient_organisation_id, i.sender_organisation_id)))) limit 100`,
    );
    return rows.map(({ id }) => id);
  }

  /** The minute, where any request is under way at all. */
  async openSlot(unit: Unit): Promise<string | null> {
    const [row] = await unit.manager.query<{ slot: string }[]>(
      `select to_char(now() at time zone 'UTC', 'YYYYMMDD-HH24MI') as slot
       where exists (select from introduction where due_at is not null or state = 'draft')`,
    );
    return row?.slot ?? null;
  }
}
