import type { OrganisationType } from '../../organisations/index.js';
import { coverOf, type Cover } from '../radar/radar.js';

/** The code of what no text and no source tells. */
export const untold = '';

/** A member as coverage counts it. */
export interface CoveringMember {
  readonly id: string;
  readonly type: OrganisationType | null;
  /** codes of the ecosystems it belongs to; empty: none could be told */
  readonly ecosystems: readonly string[];
}

/** A call as coverage counts it. */
export interface CoveredCall {
  readonly id: string;
  /** code of its programme part; empty: it states none */
  readonly part: string;
}

/** A member that fits a call well. */
export interface CoveringFit {
  readonly organisation: string;
  readonly opportunity: string;
}

export interface CoverageCell {
  readonly ecosystem: string;
  readonly part: string;
  /** different members of the ecosystem that fit at least one call of the part well */
  readonly members: readonly string[];
  /** different calls of the part that at least one of them fits well */
  readonly calls: readonly string[];
  readonly cover: Cover;
  /** types of organisation that none of them has; empty where there is nobody at all */
  readonly missingTypes: readonly OrganisationType[];
}

/** Every ecosystem against every programme part, in the order both are given. */
export function coverageCells(
  axes: { readonly ecosystems: readonly string[]; readonly parts: readonly string[] },
  pool: {
    readonly members: readonly CoveringMember[];
    readonly calls: readonly CoveredCall[];
    readonly fits: readonly CoveringFit[];
  },
): CoverageCell[] {
  const members = new Map(pool.members.map((member) => [member.id, member]));
  const parts = new Map(pool.calls.map(({ id, part }) => [id, part]));
  const reached = new Map<string, { members: Set<string>; calls: Set<string> }>();
  for (const { organisation, opportunity } of pool.fits) {
    const member = members.get(organisation);
    const part = parts.get(opportunity);
    if (!member || part === undefined) continue;
    for (const ecosystem of member.ecosystems.length > 0 ? member.ecosystems : [untold]) {
      const cell = reached.get(keyOf(ecosystem, part)) ?? { members: new Set(), calls: new Set() };
      reached.set(keyOf(ecosystem, part), cell);
      cell.members.add(organisation);
      cell.calls.add(opportunity);
    }
  }
  return axes.ecosystems.flatMap((ecosystem) =>
    axes.parts.map((part) => {
      const cell = reached.get(keyOf(ecosystem, part));
      const held = [...(cell?.members ?? [])];
      return {
        ecosystem,
        part,
        members: held,
        calls: [...(cell?.calls ?? [])],
        cover: coverOf(held.length),
        missingTypes: missing(held, members),
      };
    }),
  );
}

const expected: readonly OrganisationType[] = ['PRC', 'REC', 'HES', 'PUB'];

function missing(
  held: readonly string[],
  members: ReadonlyMap<string, CoveringMember>,
): readonly OrganisationType[] {
  if (held.length === 0) return [];
  const types = new Set(held.map((id) => members.get(id)?.type ?? null));
  return expected.filter((type) => !types.has(type));
}

const keyOf = (ecosystem: string, part: string): string => `${ecosystem}\n${part}`;
