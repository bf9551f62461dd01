import type { Role } from '../role.js';

/** Who may use one route, and what of its answer is kept from whom. */
export interface AccessPolicy {
  readonly roles: readonly Role[];
  /** Takes a sign-in of the last day: what it hands out leaves for good, or what it erases is gone. */
  readonly fresh?: true;
  /**
   * Response field (`items.actor`: a dot per level, lists are looked through) → roles that get null in its place.
   * Whoever also has a role that is not named gets the value.
   */
  readonly withheld?: Readonly<Record<string, readonly Role[]>>;
}

/**
 * `GET /api/v1/opportunities/:reference` → policy. What is not listed is served to nobody. An entry that ends in
 * `/*` speaks for a folder of files, never for routes of the interface: each of those has its own. `GET /*` itself is
 * the pages' one route and speaks for no other.
 */
export type AccessMatrix = Readonly<Record<string, AccessPolicy>>;

/** The policy of a route; undefined where nobody gave it one. */
export function policyOf(matrix: AccessMatrix, route: string): AccessPolicy | undefined {
  if (Object.hasOwn(matrix, route)) return matrix[route];
  if (/ \/api\/v\d+(\/|$)/.test(route)) return undefined;
  const folders = Object.keys(matrix).filter(
    (name) => name.endsWith('/*') && !name.endsWith(' /*') && route.startsWith(name.slice(0, -1)),
  );
  const nearest = folders.sort((a, b) => b.length - a.length)[0];
  return nearest === undefined ? undefined : matrix[nearest];
}

export function mayUse(policy: AccessPolicy, held: readonly Role[]): boolean {
  return held.some((role) => policy.roles.includes(role));
}

/** The fields that somebody with these roles does not get. */
export function withheldFields(policy: AccessPolicy, held: readonly Role[]): readonly string[] {
  return Object.entries(policy.withheld ?? {})
    .filter(([, from]) => held.every((role) => from.includes(role) || !policy.roles.includes(role)))
    .map(([field]) => field);
}

/** The same answer with null in the place of those fields. */
export function withoutFields(answer: unknown, fields: readonly string[]): unknown {
  return fields.reduce((rest, field) => withoutField(rest, field.split('.')), answer);
}

function withoutField(value: unknown, [name, ...inner]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutField(item, [name ?? '', ...inner]));
  if (typeof value !== 'object' || value === null || name === undefined || !(name in value)) return value;
  const held = (value as Record<string, unknown>)[name];
  return { ...value, [name]: inner.length === 0 ? null : withoutField(held, inner) };
}
