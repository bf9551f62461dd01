import type { Unit } from '../database/unit-of-work.js';

/** Takes back what is on its way to somebody who is erased, and forgets where it would have gone. */
export async function forgetPerson(
  unit: Unit,
  person: { readonly recipients: readonly string[]; readonly address: string },
): Promise<void> {
  await unit.manager.query(
    `update mail_delivery d set state = 'failed', reason = 'erased', content = null, ended_at = now(), fence = fence + 1
     where state in ('due', 'claimed')
       and (recipient = any ($1) or id in (select delivery_id from mail_address where lower(address) = $2))`,
    [person.recipients, person.address],
  );
  await unit.manager.query('update mail_delivery set content = null where recipient = any ($1)', [
    person.recipients,
  ]);
  await unit.manager.query('delete from mail_address where lower(address) = $1', [person.address]);
  await unit.manager.query('delete from mailbox_message where lower(to_address) = $1', [person.address]);
}
