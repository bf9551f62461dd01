import { createHmac } from 'node:crypto';

import type { Unit } from '../../platform/database/unit-of-work.js';

/**
 * What stands for an address where the address itself must not be. Under a key that never leaves the database: who has
 * the marks alone cannot try addresses against them.
 */
export async function addressMark(unit: Unit, email: string): Promise<Buffer> {
  const [row] = await unit.manager.query<{ key: Buffer }[]>('select key from erasure_key');
  return createHmac('sha256', row?.key ?? Buffer.alloc(0))
    .update(email.toLowerCase())
    .digest();
}

/** Whether the person of an address asked not to be here. */
export async function isErasedMark(unit: Unit, mark: Buffer): Promise<boolean> {
  const [row] = await unit.manager.query<{ found: boolean }[]>(
    'select exists (select from erasure where mark = $1) as found',
    [mark],
  );
  return row?.found ?? false;
}

/**
 * Whether the person of an address asked not to be here: they are not written down again, and not written to. Needs the
 * service's scope.
 */
export async function asksNotToBeHere(unit: Unit, email: string): Promise<boolean> {
  return isErasedMark(unit, await addressMark(unit, email.trim()));
}
