import type { Unit } from '../platform/database/unit-of-work.js';

/**
 * Who changes which organisations a cluster's members are does so alone in it, until the transaction ends: two imports at
 * once would each take a member as new, and a merge would move what an import is about to write.
 */
export async function lockMemberList(unit: Unit, clusterId: string): Promise<void> {
  await unit.manager.query(`select pg_advisory_xact_lock(hashtextextended('member-import:' || $1, 0))`, [
    clusterId,
  ]);
}
