import type { Unit } from '../../platform/database/unit-of-work.js';

/** Whom a webhook's cluster has told when something is the matter with it. */
export class WebhookStaffReadModel {
  /** The cluster, the webhook's host, and the managers and officers, each once. */
  async of(
    unit: Unit,
    webhook: string,
  ): Promise<{ readonly cluster: string; readonly host: string; readonly staff: readonly string[] }> {
    const [row] = await unit.manager.query<{ cluster: string; url: string; staff: string[] }[]>(
      `select w.cluster_id as cluster, w.url, array(select distinct g.user_id::text from role_grant g
           where g.cluster_id = w.cluster_id and g.role in ('manager', 'officer')
             and (g.until is null or g.until > now()) order by 1) as staff
       from webhook w where w.id = $1`,
      [webhook],
    );
    if (!row) throw new Error(`the webhook ${webhook} is gone while it is looked after`);
    return { cluster: row.cluster, host: new URL(row.url).host, staff: row.staff };
  }
}
