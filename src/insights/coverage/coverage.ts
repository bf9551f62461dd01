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
  const reached = new Map(axes.parts.map((part) => [part, reachedIn(part, pool.calls, members)]));
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
  /** in the order given, so that the last tells whether a call is counted already */
  readonly calls: string[];
}

/** Ecosystem → who of it fits which calls of one part. Each member is looked at once: there are half a million pairs. */
function reachedIn(
  part: string,
  calls: readonly CoveredCall[],
  members: ReadonlyMap<string, CoveringMember>,
): ReadonlyMap<string, Reached> {
  const found = new Map<string, Reached>();
  const counted = new Map<string, readonly Reached[]>();
  const cellsOf = ({ ecosystems }: CoveringMember): readonly Reached[] =>
    (ecosystems.length > 0 ? ecosystems : [untold]).map((ecosystem) => {
      const cell = found.get(ecosystem) ?? { members: [], calls: [] };
      found.set(ecosystem, cell);
      return cell;
    });
  for (const call of calls) {
    if (call.part !== part) continue;
    for (const { organisation } of call.fits) {
      let cells = counted.get(organisation);
      if (cells === undefined) {
        const member = members.get(organisation);
        cells = member ? cellsOf(member) : [];
        counted.set(organisation, cells);
        for (const cell of cells) cell.members.push(organisation);
      }
      for (const cell of cells) if (cell.calls.at(-1) !== call.id) cell.calls.push(call.id);
    }
  }
  return found;
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
