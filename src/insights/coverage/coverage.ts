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
  /** calls that fit it well; those that are not counted are passed over */
  readonly fits: readonly { readonly opportunity: string }[];
}

/** A call as coverage counts it. */
export interface CoveredCall {
  readonly id: string;
  /** code of its programme part; empty: it states none */
  readonly part: string;
  /** who fits it well; those that are no members count nowhere */
  readonly fits: readonly { readonly organisation: string }[];
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
  pool: { readonly members: readonly CoveringMember[]; readonly calls: readonly CoveredCall[] },
): CoverageCell[] {
  const members = new Map(pool.members.map((member) => [member.id, member]));
  const reached = reachedBy(pool.members, pool.calls);
  for (const call of pool.calls) addCall(call, reached.get(call.part), members);
  return axes.ecosystems.flatMap((ecosystem) =>
    axes.parts.map((part) => {
      const cell = reached.get(part)?.get(ecosystem);
      const held = cell?.members ?? [];
      return {
        ecosystem,
        part,
        members: held,
        calls: cell?.calls ?? [],
        cover: coverOf(held.length),
        missingTypes: missing(held, members),
      };
    }),
  );
}

interface Reached {
  readonly members: string[];
  readonly calls: string[];
}

const ecosystemsOf = ({ ecosystems }: CoveringMember): readonly string[] =>
  ecosystems.length > 0 ? ecosystems : [untold];

/**
 * Part → ecosystem → its members that fit a call of the part well. Of each member no more is looked at than it takes to
 * have met every part: there may be half a million pairs.
 */
function reachedBy(
  members: readonly CoveringMember[],
  calls: readonly CoveredCall[],
): ReadonlyMap<string, ReadonlyMap<string, Reached>> {
  const partOf = new Map(calls.map(({ id, part }) => [id, part]));
  const found = new Map([...partOf.values()].map((part) => [part, new Map<string, Reached>()]));
  for (const member of members) {
    const met = new Set<string>();
    for (const { opportunity } of member.fits) {
      const part = partOf.get(opportunity);
      if (part === undefined || met.has(part)) continue;
      met.add(part);
      const cells = found.get(part);
      for (const ecosystem of ecosystemsOf(member)) {
        const cell = cells?.get(ecosystem) ?? { members: [], calls: [] };
        cells?.set(ecosystem, cell);
        cell.members.push(member.id);
      }
      if (met.size === found.size) break;
    }
  }
  return found;
}

/** Counts a call in every cell whose members it fits, and looks no further once it is in all of them. */
function addCall(
  call: CoveredCall,
  cells: ReadonlyMap<string, Reached> | undefined,
  members: ReadonlyMap<string, CoveringMember>,
): void {
  if (!cells) return;
  const left = new Set(cells.keys());
  for (const { organisation } of call.fits) {
    const member = members.get(organisation);
    if (!member) continue;
    for (const ecosystem of ecosystemsOf(member))
      if (left.delete(ecosystem)) cells.get(ecosystem)?.calls.push(call.id);
    if (left.size === 0) return;
  }
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
