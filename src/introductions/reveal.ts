import type { AuditTrail } from '../accounts/index.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { Introduction } from './introduction.js';

/**
 * Writes down that each side was told who the other is: two entries, in the transaction of the acceptance, one for
 * whoever is concerned on each side. Nothing else reveals anybody.
 */
export async function writeReveal(unit: Unit, audit: AuditTrail, introduction: Introduction): Promise<void> {
  const { id, senderOrganisationId, senderClusters, recipientOrganisationId, recipientClusters } =
    introduction;
  const sides = [
    { side: 'sender', organisation: senderOrganisationId, cluster: senderClusters[0] },
    { side: 'recipient', organisation: recipientOrganisationId, cluster: recipientClusters[0] },
  ];
  for (const { side, organisation, cluster } of sides)
    await audit.record(
      unit,
      'contact.revealed',
      { introduction: id, side },
      { ...(cluster === undefined ? {} : { cluster }), ...(organisation === null ? {} : { organisation }) },
    );
}
