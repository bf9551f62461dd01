import type { Unit } from './unit-of-work.js';

/** The id of this installation: the same for every process on this database, another on any other database. */
export async function installationId(unit: Unit): Promise<string> {
  const [row] = await unit.manager.query<{ id: string }[]>(
    'select id from installation order by begun_at, id limit 1',
  );
  if (!row) throw new Error('the database has no installation row; its migration makes it');
  return row.id;
}
