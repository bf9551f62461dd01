import type { Owner, Partner } from './consortium.js';

/** Who hangs together with whom, and who is behind whom. */
export interface Ownership {
  /** partner → the legal entity it is: one number per PIC, or per partner without one */
  readonly entity: readonly number[];
  /** partner → group under the same control, by what is certain */
  readonly surely: readonly number[];
  /** partner → group under the same control, by all that is possible */
  readonly possibly: readonly number[];
  /** partner → owners outside the consortium and partners that control it, at whatever distance */
  readonly owners: readonly (readonly Owner[])[];
  /** partners whose chain of control comes back to themselves */
  readonly circular: ReadonlySet<number>;
  /** pairs of partners that may be one and the same entity: the same name, no two PICs or countries */
  readonly alike: readonly (readonly [number, number])[];
}

/**
 * Reads `controlledBy` into groups.
 *
 * Control by another partner is certain. An owner from outside that two partners share may be an institutional investor
 * or a public body, which is no common control by itself: possible. Control in a circle cannot be: possible.
 */
export function ownershipOf(partners: readonly Partner[]): Ownership {
  const surely = new Groups(partners.length);
  const possibly = new Groups(partners.length);
  const both = (a: number, b: number): void => {
    surely.join(a, b);
    possibly.join(a, b);
  };

  const byKey = keysOf(partners);
  const entity = partners.map((partner, at) => (partner.pic === null ? at : byKey.byPic(partner.pic)) ?? at);
  entity.forEach((first, at) => both(first, at));
  const alike = alikePairs(partners, entity);
  for (const [a, b] of alike) possibly.join(a, b);

  const parents = partners.map((partner) =>
    (partner.controlledBy ?? []).flatMap((owner) => byKey.partner(owner)),
  );
  const circular = inCircles(parents, entity);
  parents.forEach((owners, at) => {
    for (const owner of owners) {
      possibly.join(at, owner);
      if (!circular.has(at) || !circular.has(owner)) surely.join(at, owner);
    }
  });
  for (const held of heldBy(partners, byKey)) {
    for (const at of held) possibly.join(held[0] ?? at, at);
  }
  return {
    entity,
    surely: partners.map((_, at) => surely.of(at)),
    possibly: partners.map((_, at) => possibly.of(at)),
    owners: partners.map((_, at) => ownersBehind(at, partners, parents, byKey)),
    circular,
    alike,
  };
}

interface Keys {
  byPic(pic: string): number | undefined;
  /** partners that an owner names by PIC or name */
  partner(owner: Owner): readonly number[];
}

function keysOf(partners: readonly Partner[]): Keys {
  const pics = new Map<string, number>();
  const names = new Map<string, number[]>();
  partners.forEach((partner, at) => {
    if (partner.pic !== null && !pics.has(partner.pic)) pics.set(partner.pic, at);
    const name = folded(partner.name);
    names.set(name, [...(names.get(name) ?? []), at]);
  });
  return {
    byPic: (pic) => pics.get(pic),
    partner: ({ name }) => {
      if (name === null) return [];
      const byPic = pics.get(name);
      return byPic === undefined ? (names.get(folded(name)) ?? []) : [byPic];
    },
  };
}

function alikePairs(partners: readonly Partner[], entity: readonly number[]): (readonly [number, number])[] {
  const seen = new Map<string, number>();
  const pairs: (readonly [number, number])[] = [];
  partners.forEach((partner, at) => {
    const name = folded(partner.name);
    const first = seen.get(name);
    if (first === undefined) return void seen.set(name, at);
    const other = partners[first];
    if (entity[first] !== entity[at] && other !== undefined && mayBeOne(partner, other))
      pairs.push([first, at]);
  });
  return pairs;
}

/** Of one name: an entity has one PIC and one country. */
function mayBeOne(a: Partner, b: Partner): boolean {
  const differ = (x: string | null, y: string | null): boolean => x !== null && y !== null && x !== y;
  return !differ(a.pic, b.pic) && !differ(a.country, b.country);
}

/** Partners by each owner from outside that they name. An owner known by its country alone is not one owner. */
function heldBy(partners: readonly Partner[], keys: Keys): readonly (readonly number[])[] {
  const held = new Map<string, number[]>();
  partners.forEach((partner, at) => {
    for (const owner of partner.controlledBy ?? []) {
      if (owner.name === null || keys.partner(owner).length > 0) continue;
      const name = folded(owner.name);
      held.set(name, [...(held.get(name) ?? []), at]);
    }
  });
  return [...held.values()];
}

function inCircles(parents: readonly (readonly number[])[], entity: readonly number[]): ReadonlySet<number> {
  const circular = new Set<number>();
  parents.forEach((_, start) => {
    const stack = [...(parents[start] ?? [])];
    const seen = new Set<number>();
    while (stack.length > 0) {
      const at = stack.pop() ?? start;
      if (entity[at] === entity[start]) circular.add(start);
      if (seen.has(at)) continue;
      seen.add(at);
      stack.push(...(parents[at] ?? []));
    }
  });
  return circular;
}

function ownersBehind(
  start: number,
  partners: readonly Partner[],
  parents: readonly (readonly number[])[],
  keys: Keys,
): readonly Owner[] {
  const owners: Owner[] = [];
  const seen = new Set([start]);
  const stack = [start];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const owner of partners[at]?.controlledBy ?? []) {
      if (keys.partner(owner).length === 0) owners.push(owner);
    }
    for (const parent of parents[at] ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      stack.push(parent);
      const country = partners[parent]?.country ?? null;
      owners.push({ name: partners[parent]?.name ?? null, country });
    }
  }
  return owners;
}

/** A name as people compare it: letter case, accents and marks apart. */
export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

class Groups {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, at) => at);
  }

  of(at: number): number {
    let root = at;
    for (let up = this.#parent[root] ?? root; up !== root; up = this.#parent[root] ?? root) root = up;
    return root;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.of(a), this.of(b)];
    this.#parent[Math.max(first, second)] = Math.min(first, second);
  }
}
