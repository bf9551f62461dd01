import type { Reach } from './probe.js';

/** Tables whose rows the operator and the service itself reach whatever cluster they are of: identities and work. */
const servedWhole = ['organisation', 'outbox', 'work_unit'];

/** Tables that are written once: nobody changes or removes a row. */
const appendOnly = ['audit_entry'];

/** What a scope reached and must not. */
export function leaks(reaches: readonly Reach[]): Reach[] {
  return reaches.filter((reach) => isLeak(reach));
}

function isLeak({ table, role, clusters, operation, owner }: Reach): boolean {
  if (role === '') return true;
  if (appendOnly.includes(table)) return operation === 'update' || operation === 'delete';
  const serves = role !== 'officer';
  if (owner === 'open') return operation !== 'read' && !serves;
  if (serves && servedWhole.includes(table)) return false;
  if (operation === 'move') return !clusters.includes('b');
  return !clusters.split(',').includes(owner);
}

export function describeReach({ table, role, clusters, operation, owner }: Reach): string {
  return `${role || 'no role'} of {${clusters}} can ${operation} ${table} of ${owner}`;
}
