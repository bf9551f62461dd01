import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import { enqueueIntention } from '../platform/queue/index.js';
import { publishSharedJob } from './publish-shared.job.js';

/** What a cluster's shared members are ranked by is to be made again, in the transaction that causes it. */
export async function askForRefresh(unit: Unit, clusterId: string): Promise<void> {
  await enqueueIntention(unit, publishSharedJob, { clusterId, fingerprint: newId() });
}
