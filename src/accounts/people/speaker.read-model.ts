import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Recipient } from '../../platform/mail/index.js';

/**
 * Who answers for an organisation at this moment: somebody with an account who may speak for it, the longest there
 * first; else a contact that one of the clusters knows; else nobody. Needs the service's scope over the clusters.
 */
export async function speakerOf(
  unit: Unit,
  organisation: string,
  clusters: readonly string[],
): Promise<Exclude<Recipient, { readonly address: string }> | null> {
  const [user] = await unit.manager.query<{ id: string }[]>(
    `select u.id from role_grant g join user_account u on u.id = g.user_id
     where g.organisation_id = $1 and g.role in ('editor', 'committer') and (g.until is null or g.until > now())
       and u.disabled_at is null
     order by g.since, g.id limit 1`,
    [organisation],
  );
  if (user) return { user: user.id };
  const [contact] = await unit.manager.query<{ id: string }[]>(
    `select id from contact where organisation_id = $1 and cluster_id = any ($2) order by created_at, id limit 1`,
    [organisation, clusters],
  );
  return contact ? { contact: contact.id } : null;
}
