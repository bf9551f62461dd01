import type { Unit } from '../../../platform/database/unit-of-work.js';
import { RemovalStore } from './removal.store.js';

/** A cluster whose contacts were not told in time, and who there can mend it. */
export interface LateNotice {
  readonly cluster: string;
  readonly count: number;
  readonly officers: readonly string[];
}

/** Days within which a contact must be told that it is held (Article 14 GDPR: a month). */
export const noticeDays = 31;

/** A request for a profile that no officer decided on. */
const waitedTooLong = `i.mail = 'waiting' and i.created_at < now() - interval '30 days'`;

/** What is kept how long: class of data → what goes. The same terms stand in docs/privacy/retention.md. */
export const ownTerms: Readonly<Record<string, string>> = {
  contactsUnanswered: `delete from contact c where c.noticed_at < now() - interval '12 months'
    and not exists (select from invitation i where i.contact_id = c.id and i.confirmed_at is not null)
    and not exists (select from user_account u where u.email = c.email)`,
  contactsNeverTold: `delete from contact where noticed_at is null and created_at < now() - interval '90 days'`,
  // before they would be taken for people whom a cluster holds and did not tell
  profileRequests: `with forgotten as (
      delete from contact c where c.source = 'self' and c.noticed_at is null
        and exists (select from invitation i where i.contact_id = c.id and ${waitedTooLong})
        and not exists (select from invitation i where i.contact_id = c.id and not (${waitedTooLong})))
    delete from invitation i where ${waitedTooLong}`,
  invitationsEnded: `delete from invitation where ends_at < now() - interval '12 months'`,
  sessionsEnded: `delete from user_session where ends_at < now() - interval '30 days'`,
  signInLinksEnded: `delete from sign_in_link where ends_at < now() - interval '1 day'`,
  devicesForgotten: `delete from known_device where seen_at < now() - interval '12 months'`,
  countsOfTries: `delete from throttle where ends_at < now() - interval '1 day'`,
  consentsWithdrawn: `delete from consent where withdrawn_at < now() - interval '5 years'`,
  removalLinksEnded: `delete from removal_link where ends_at < now()`,
  mailTexts: `update mail_delivery set content = null where content is not null and ended_at < now() - interval '7 days'`,
  mailAddresses: `delete from mail_address a using mail_delivery d
    where d.id = a.delivery_id and d.ended_at < now() - interval '7 days'`,
  mailsKeptInstead: `delete from mailbox_message where at < now() - interval '30 days'`,
  mailsEnded: `delete from mail_delivery where ended_at < now() - interval '24 months'`,
  removalsForgotten: `delete from removal where undo_until < now() - interval '30 days'`,
};

/** Takes out what may no longer be kept. Needs the service's scope over every cluster. */
export class RetentionStore {
  async isDue(unit: Unit): Promise<string | null> {
    const [row] = await unit.manager.query<{ day: string }[]>(
      `select current_date::text as day where not exists (select from retention_run where day = current_date)`,
    );
    return row?.day ?? null;
  }

  /** @param ofFeatures what they keep how long @returns class of data → how many rows went; null where the day was done already */
  async run(
    unit: Unit,
    day: string,
    ofFeatures: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, number>> | null> {
    const begun = await unit.manager.query<unknown[]>(
      `insert into retention_run (day, counts) values ($1, '{}') on conflict (day) do nothing returning day`,
      [day],
    );
    if (begun.length === 0) return null;
    const counts: Record<string, number> = { removalsSealed: await new RemovalStore().forgetOld(unit) };
    for (const [name, sql] of Object.entries({ ...ownTerms, ...ofFeatures })) {
      const [, gone] = await unit.manager.query<[unknown[], number]>(sql);
      counts[name] = gone;
    }
    return counts;
  }

  async note(unit: Unit, day: string, counts: Readonly<Record<string, number>>): Promise<void> {
    await unit.manager.query('update retention_run set counts = $2 where day = $1', [
      day,
      JSON.stringify(counts),
    ]);
  }

  /** Clusters with contacts that are locked: held for longer than a month, and never told. */
  async late(unit: Unit): Promise<LateNotice[]> {
    return unit.manager.query<LateNotice[]>(
      `select c.cluster_id as cluster, count(*)::int as count,
         coalesce((select array_agg(g.user_id) from role_grant g where g.role = 'officer'
           and g.cluster_id = c.cluster_id and (g.until is null or g.until > now())), '{}') as officers
       from contact c where c.noticed_at is null and c.created_at < now() - interval '${noticeDays} days'
       group by c.cluster_id`,
    );
  }
}
