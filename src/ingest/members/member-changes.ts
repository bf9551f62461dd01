import type { MemberRow } from './member-row.js';

/** What a member file has said of one organisation: the row without its line and keys. */
export type MemberStatement = Omit<MemberRow, 'line' | 'pic' | 'vatNumber'>;

/** Old and new value of each field that differs; fields of unknown columns as `extra.<heading>`. */
export type FieldChanges = Readonly<Record<string, readonly [unknown, unknown]>>;

/**
 * What a row would change. An empty cell is "not stated" and leaves what stands: a file can correct and add, not erase.
 */
export function changesTo(standing: MemberStatement | null, row: MemberStatement): FieldChanges {
  const before = flat(standing);
  const changed = Object.entries(flat(row)).filter(
    ([field, value]) => isStated(value) && !isSame(before[field] ?? null, value),
  );
  return Object.fromEntries(
    changed.map(([field, value]) => [field, [before[field] ?? null, value] as const]),
  );
}

/** What stands after a row was taken: its statements over those that stood. */
export function takeOver(standing: MemberStatement | null, row: MemberStatement): MemberStatement {
  if (standing === null) return row;
  const stated = <T extends object>(value: T): Partial<T> =>
    Object.fromEntries(Object.entries(value).filter(([, part]) => isStated(part))) as Partial<T>;
  return {
    ...standing,
    ...stated(row),
    facts: { ...standing.facts, ...stated(row.facts) },
    extra: { ...standing.extra, ...row.extra },
  };
}

function flat(statement: MemberStatement | null): Record<string, unknown> {
  if (statement === null) return {};
  const { facts, extra, ...rest } = statement;
  const kept = Object.entries(extra).map(([heading, value]): [string, unknown] => [
    `extra.${heading}`,
    value,
  ]);
  return { ...facts, ...rest, ...Object.fromEntries(kept) };
}

function isStated(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** Lists are compared as sets: the order of competences in a cell means nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && b.every((value) => a.includes(value));
}
