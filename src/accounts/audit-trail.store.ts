import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';

/** Insert-only: the runtime role may not change or delete an entry. Ids and counts, never names. */
export class AuditTrail {
  async record(
    unit: Unit,
    action: string,
    subject: Readonly<Record<string, string | number | boolean | null>>,
  ): Promise<void> {
    await unit.manager.query(
      'insert into audit_entry (id, actor, role, action, subject) values ($1, $2, $3, $4, $5)',
      [newId(), unit.scope.user ?? unit.scope.role, unit.scope.role, action, JSON.stringify(subject)],
    );
  }
}
